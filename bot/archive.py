"""Archive: the corpus as it was read, and the searcher over it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.progress import Progress
from bot.settings import Settings, SettingsError
from corpus.library import CorpusError, Library, read_library
from retrieval.answer import Answer
from retrieval.extract import Extract
from retrieval.lookup import Context
from retrieval.searcher import build_searcher

log = logging.getLogger(__name__)


Steps = Callable[[int, int], None]  # done, in all


class Searching(Protocol):
    """What is asked of a searcher."""

    def answer(self, question: str, limit: int = 3) -> Answer: ...

    def extract_by_id(self, id: str) -> Extract | None: ...

    def context_of(self, id: str) -> Context | None: ...


@dataclass(frozen=True, slots=True)
class Archive:
    library: Library
    searcher: Searching


def open_archive(settings: Settings, reading: Steps | None = None, indexing: Steps | None = None) -> Archive:
    """Reads the corpus and builds its searcher; what was refused is logged, the rest goes in.

    ``reading`` and ``indexing`` are told how far it is; unless given, standard error is.

    Raises SettingsError where the corpus folder is missing or the state folder cannot be made.
    """
    state = made(settings.state.path)
    try:
        library = read_library(settings.corpus.path, state, reading or Progress("reading articles"))
    except CorpusError as error:
        raise SettingsError(f"corpus.path (CORPUS_PATH): {error}") from error
    for refusal in library.refused:
        log.warning("refused %s: %s", refusal.path, refusal.reason)
    return Archive(library, build_searcher(library.articles, state, indexing or Progress("indexing")))


def made(state: Path) -> Path:
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"state.path (STATE_PATH): {state} cannot be made ({error.strerror})") from error
    return state
