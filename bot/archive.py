"""Archive: the corpus as it was read, and the searcher over it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from bot.progress import Progress
from bot.settings import Settings, SettingsError
from corpus.library import CorpusError, Library, read_library
from retrieval.searcher import Searcher, build_searcher

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Archive:
    library: Library
    searcher: Searcher


def open_archive(settings: Settings) -> Archive:
    """Reads the corpus and builds its searcher; what was refused is logged, the rest goes in.

    Raises SettingsError where the corpus folder is missing or the state folder cannot be made.
    """
    state = made(settings.state.path)
    try:
        library = read_library(settings.corpus.path, state, Progress("reading articles"))
    except CorpusError as error:
        raise SettingsError(f"corpus.path (CORPUS_PATH): {error}") from error
    for refusal in library.refused:
        log.warning("refused %s: %s", refusal.path, refusal.reason)
    return Archive(library, build_searcher(library.articles, state, Progress("indexing")))


def made(state: Path) -> Path:
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"state.path (STATE_PATH): {state} cannot be made ({error.strerror})") from error
    return state
