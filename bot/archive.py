"""Archive: the corpus as it was read, and the searcher over it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.progress import Progress
from bot.settings import Settings, SettingsError
from corpus.directory import NO_ENTRIES, Directories, Directory, DirectoryError, load_outlets, load_people
from corpus.library import NO_LIBRARY, CorpusError, Library, read_library
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.decision import Strictness
from retrieval.extract import Extract
from retrieval.kept.keeper import PASSAGES
from retrieval.lookup import Context
from retrieval.searcher import Searcher, open_searcher
from retrieval.verify import Verification

log = logging.getLogger(__name__)


Steps = Callable[[int, int], None]  # done, in all


class Searching(Protocol):
    """What is asked of a searcher."""

    @property
    def coverage(self) -> Coverage: ...

    def answer(
        self,
        question: str,
        limit: int = 3,
        before: str | None = None,
        filtered: bool = True,
        strictness: Strictness = Strictness.USUAL,
    ) -> Answer: ...

    def verify(self, quotation: str) -> Verification: ...

    def extract_by_id(self, id: str) -> Extract | None: ...

    def context_of(self, id: str) -> Context | None: ...


@dataclass(frozen=True, slots=True)
class Archive:
    library: Library
    searcher: Searching

    def keep(self) -> None:
        """Write what makes the next start quick; takes a while."""
        if isinstance(self.searcher, Searcher):
            self.searcher.keep(self.library)


def open_archive(
    settings: Settings, reading: Steps | None = None, indexing: Steps | None = None, before: Archive | None = None
) -> Archive:
    """Reads what changed in the corpus and makes its searcher; what was refused is logged, the rest goes in.

    ``reading`` and ``indexing`` are told how far it is; unless given, standard error is. ``before`` is the archive that
    answers meanwhile.

    Raises SettingsError where the corpus folder is missing, a file of the operator's is wrong or the state folder
    cannot be made, and with ``before`` what ``read_library`` then raises.
    """
    known = directories(settings)
    state = made(settings.state.path)
    try:
        library = read_library(
            settings.corpus.path,
            state,
            reading or Progress("reading articles"),
            PASSAGES,
            before.library if before else NO_LIBRARY,
            may_empty=before is None,
            by_content=settings.corpus.by_content,
        )
    except CorpusError as error:
        raise SettingsError(f"corpus.path (CORPUS_PATH): {error}") from error
    for refusal in library.refused:
        log.warning("refused %s: %s", refusal.path, refusal.reason)
    return Archive(library, _searcher(settings, library, indexing or Progress("indexing"), before, known))


def _searcher(
    settings: Settings, library: Library, indexing: Steps, before: Archive | None, known: Directories
) -> Searcher:
    earlier = before.searcher if before and isinstance(before.searcher, Searcher) else None
    try:
        return open_searcher(library, earlier, indexing, settings.corpus.dictionary, known)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"corpus.dictionary: {settings.corpus.dictionary} cannot be read ({error})") from error


def directories(settings: Settings) -> Directories:
    """What the operator's files say of people and outlets."""
    corpus = settings.corpus
    return Directories(
        _directory("corpus.people", corpus.people, load_people),
        _directory("corpus.outlets", corpus.outlets, load_outlets),
    )


def _directory(setting: str, file: Path | None, load: Callable[[Path], Directory]) -> Directory:
    try:
        return load(file) if file else NO_ENTRIES
    except DirectoryError as error:
        raise SettingsError(f"{setting}: {error}") from error


def made(state: Path) -> Path:
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"state.path (STATE_PATH): {state} cannot be made ({error.strerror})") from error
    return state
