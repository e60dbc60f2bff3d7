"""Library: the articles of a folder with everything found in them, and what was refused.

They are kept in a store under the state folder, which one process at a time brings up to date. Whoever cannot write it
reads what stands there; where there is none to be had, a store in memory does for the time of the process.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import overload

from corpus.folder import CorpusError, File, Refusal, check_folder, files_of
from corpus.quotation import AttributedArticle
from corpus.store.base import Base, hold, let_go, reading_base, suspicion_of, writing_base
from corpus.store.finding import Finding, Keys
from corpus.store.lock import BusyError, Lock
from corpus.store.snapshot import Facts, Snapshot
from corpus.store.supplement import NO_SUPPLEMENT, Supplement
from corpus.store.writer import Known, ReadFile, Writer
from corpus.update import EmptiedError, Progress, update, version_of

__all__ = [
    "NO_LIBRARY", "Articles", "BusyError", "Changes", "CorpusError", "EmptiedError", "Library", "Progress", "Refusal",
    "StoreError", "changes", "library_of", "read_library",
]  # fmt: skip

log = logging.getLogger(__name__)

FOLDER, NAME = "index", "documents.sqlite"


class StoreError(Exception):
    """The store cannot be written: the disk is full, or the folder is not ours. The message names it."""


class Articles(Sequence[AttributedArticle]):
    """Read from the store as they are asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __len__(self) -> int:
        return len(self._snapshot)

    @overload
    def __getitem__(self, place: int) -> AttributedArticle: ...

    @overload
    def __getitem__(self, place: slice) -> list[AttributedArticle]: ...

    def __getitem__(self, place: int | slice) -> AttributedArticle | list[AttributedArticle]:
        places = range(len(self))[place]
        return self._snapshot.article(places) if isinstance(places, int) else [self[each] for each in places]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(
            one == another for one, another in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Library:
    """The articles in the order of their ids, and the files refused in the order of their paths. ``folder`` is where
    the store is kept, null where it is in memory."""

    articles: Sequence[AttributedArticle] = ()
    refused: tuple[Refusal, ...] = ()
    snapshot: Snapshot | None = field(default=None, compare=False, repr=False)
    folder: Path | None = field(default=None, compare=False)

    @property
    def facts(self) -> Facts:
        """Counts over all articles, at no cost of reading them."""
        return self.snapshot.facts if self.snapshot else Facts({}, {}, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Changes:
    """Article ids, each tuple in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


NO_LIBRARY = Library()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a folder is to be read: see ``read_library``."""

    corpus: Path
    folder: Path | None
    supplement: Supplement
    before: Library
    may_empty: bool
    progress: Progress | None
    processes: int | None
    by_content: bool

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to answer from yet."""
        return self.before.snapshot is None


def read_library(
    corpus: Path,
    state: Path | None = None,
    progress: Progress | None = None,
    supplement: Supplement = NO_SUPPLEMENT,
    before: Library = NO_LIBRARY,
    may_empty: bool = True,
    processes: int | None = None,
    by_content: bool = False,
) -> Library:
    """Every article in the folder ``corpus`` and below it; a file that cannot be read is refused, the rest goes on.

    What was found in a file is kept in the folder ``state`` and taken from there while the file and the rules stay
    the same; a file does while its time and size do or, ``by_content``, while its words do. ``before`` is the library
    of the same folder that is in use meanwhile, and stays good. ``processes`` look into new articles where there are
    many (unless told, one a core).

    Raises CorpusError where ``corpus`` is no readable folder, EmptiedError where it has no article any more and
    ``may_empty`` is false. A store that cannot be written is a warning at first and, where there is a library
    ``before``, a StoreError or, where another process writes it, a BusyError.
    """
    check_folder(corpus)
    folder = _folder_of(corpus, state) if state else None
    reading = Reading(corpus, folder, supplement, before, may_empty, progress, processes, by_content)
    return _kept(reading, folder) if folder else _in_memory(reading)


def library_of(articles: Iterable[AttributedArticle], supplement: Supplement = NO_SUPPLEMENT) -> Library:
    """A library in memory of articles that are attributed already, each with an id of its own."""
    base = writing_base(None, supplement.tables)
    writer = Writer(base, supplement, version_of(supplement))
    read: list[ReadFile] = []
    for number, found in enumerate(articles):
        name = str(number).encode()
        keys = Keys(name, name)  # as given: what stands in the text was not asked
        writer.keep(keys, found.article.text, Finding.of(found, supplement.found_in(found)))
        file = File(found.article.id, name, found.article.id, 0, 0)
        read.append(ReadFile(file, Known(file.id, 0, 0, ""), ((file.id, keys),)))
    writer.publish(read, ())
    return _library(Snapshot(base), [], None)


def changes(old: Library, new: Library) -> Changes:
    """What reading the folder again brought."""
    before, after = _versions(old, new), _versions(new, old)
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(id for id in after.keys() & before.keys() if after[id] != before[id])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def _versions(one: Library, other: Library) -> dict[str, tuple[bytes, ...]]:
    """The contents, by their ids, of what ``one`` has and ``other`` has not."""
    if one.snapshot is None:
        return {}
    numbers = set(one.snapshot.numbers.tolist())
    if other.snapshot and other.snapshot.is_of(one.snapshot):
        numbers -= set(other.snapshot.numbers.tolist())
    found: dict[str, tuple[bytes, ...]] = {}
    for id, key in one.snapshot.ids(sorted(numbers)):
        found[id] = tuple(sorted((*found.get(id, ()), key)))
    return found


def _folder_of(corpus: Path, state: Path) -> Path:
    """Each corpus has a store of its own."""
    name = hashlib.blake2b(os.fsencode(corpus.resolve()), digest_size=8).hexdigest()
    return state / FOLDER / name


def _in_memory(reading: Reading) -> Library:
    before = reading.before.snapshot
    base = before.base if before and before.base.in_memory else writing_base(None, reading.supplement.tables)
    refused = _updated(reading, base)
    return _library(Snapshot(base, before), refused, None)


def _kept(reading: Reading, folder: Path) -> Library:
    try:
        with _locked(reading, folder):
            return _brought_up_to_date(reading, folder)
    except BusyError as error:
        if not reading.is_first:
            raise
        log.warning("%s: answers come from what was read before; reload later", error)
        return _as_it_is(reading, folder)
    except (OSError, sqlite3.Error) as error:
        return _without_writing(reading, folder, error)


def _locked(reading: Reading, folder: Path) -> Lock:
    """Whoever has nothing to answer from waits for the other process to have it."""
    try:
        return Lock(folder)
    except BusyError as error:
        if not reading.is_first or _has_been_read(folder):
            raise
        log.warning("%s for the first time: waiting for it", error)
        return Lock(folder, wait=True)


def _brought_up_to_date(reading: Reading, folder: Path) -> Library:
    if suspicion_of(folder / NAME).exists():
        _set_aside(folder / NAME, "it was met damaged")
        suspicion_of(folder / NAME).unlink()
    try:
        return _written(reading, folder)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        _set_aside(folder / NAME, error)
        return _written(reading, folder)


def _written(reading: Reading, folder: Path) -> Library:
    with closing(writing_base(folder / NAME, reading.supplement.tables, reading.is_first)) as base:
        _shorten_log(base, reading.before.snapshot)
        refused = _updated(reading, base)
        base.run("PRAGMA wal_checkpoint(PASSIVE)")
        snapshot = Snapshot(reading_base(folder / NAME), reading.before.snapshot)
    return _library(snapshot, refused, folder)


def _updated(reading: Reading, base: Base) -> list[Refusal]:
    """What of the folder could not even be looked at."""
    files, refused = files_of(reading.corpus)
    writer = Writer(base, reading.supplement, version_of(reading.supplement))
    update(
        writer,
        files,
        reading.supplement,
        reading.progress,
        reading.may_empty,
        reading.processes,
        reading.by_content,
    )
    return refused


def _shorten_log(base: Base, before: Snapshot | None) -> None:
    """What was written since the last time goes from the log into the base, which whoever reads an older state keeps
    from being done; ours does not need to as long as nothing else was written."""
    if before and not before.base.in_memory and before.is_newest_of(base):
        let_go(before.base)
        base.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        hold(before.base)


def _without_writing(reading: Reading, folder: Path, error: Exception) -> Library:
    message = f"{folder} cannot be written ({error}); see STATE_PATH"
    if not reading.is_first:
        raise StoreError(message) from error
    if _has_been_read(folder):
        log.error("%s: answers come from what was read before", message)
        return _as_it_is(reading, folder)
    log.warning("%s: every start reads all articles anew", message)
    return _in_memory(reading)


def _has_been_read(folder: Path) -> bool:
    """Whether a whole corpus stands in the store."""
    try:
        with closing(reading_base(folder / NAME)) as base:
            return bool(base.value("SELECT value FROM setting WHERE name = 'generation'"))
    except sqlite3.Error:
        return False


def _as_it_is(reading: Reading, folder: Path) -> Library:
    return _library(Snapshot(reading_base(folder / NAME)), [], folder)


def _library(snapshot: Snapshot, refused: list[Refusal], folder: Path | None) -> Library:
    every = sorted([*refused, *snapshot.refused], key=lambda refusal: refusal.path)
    return Library(Articles(snapshot), tuple(every), snapshot, folder)


def _set_aside(path: Path, error: object) -> None:
    log.warning("%s is damaged (%s): it is set aside, all articles are read anew", path, error)
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if file.exists():
            file.replace(file.with_name(file.name + ".damaged"))
