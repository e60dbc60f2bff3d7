"""Writer: what an update writes into the store: contents one by one as they are found, then all else in one step."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.folder import File
from corpus.store.base import Base, Row, checksum
from corpus.store.finding import Finding, Keys
from corpus.store.supplement import Supplement

log = logging.getLogger(__name__)

KEPT_UNUSED = 7 * 24 * 3600  # seconds: a folder not mounted for a while costs nothing when it is back
_TOGETHER = 50  # contents a transaction: what is lost when the process is killed


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the store has it; ``refused`` is the reason why it is no article."""

    id: str
    modified: int
    size: int
    version: str
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read now: what is to be known of it, and its articles' ids with the keys of their contents."""

    file: File
    known: Known
    contents: tuple[tuple[str, Keys], ...] = ()


Content = tuple[Keys, str, Finding]  # the keys, the text, and what was found in it


class Writer:
    """Used by one thread, under the store's lock. ``version`` is that of all rules; ``unkept`` is what no store could
    take, with what was raised."""

    def __init__(self, base: Base, supplement: Supplement, version: str) -> None:
        self._base = base
        self._supplement = supplement
        self._keeper = supplement.keeper(base)
        self._version = version
        self._waiting: dict[bytes, Content] = {}
        self.unkept: dict[Keys, Exception] = {}

    def files(self) -> dict[bytes, Known]:
        """By their names."""
        rows = self._base.rows("SELECT name, id, modified, size, version, refused FROM file")
        return {row[0]: Known(*row[1:]) for row in rows}

    def has_documents(self) -> bool:
        return self._base.one("SELECT 1 FROM document LIMIT 1") is not None

    def has(self, keys: Keys) -> bool:
        return keys.content in self._waiting or self._content(keys) is not None

    def attribution(self, keys: Keys) -> str | None:
        """What was found in such an article, as JSON, by the rules of now."""
        row = self._base.one("SELECT found FROM content WHERE attribution = ?", (keys.attribution,))
        return str(row[0]) if row else None

    def keep(self, keys: Keys, text: str, finding: Finding) -> None:
        self._waiting[keys.content] = keys, text, finding
        if len(self._waiting) >= _TOGETHER:
            self.save()

    def save(self) -> None:
        """All that was given to ``keep`` and can be written stands on the disk."""
        together = tuple(self._waiting.values())
        try:
            self._write_all(together)
        except Exception as error:
            if _is_of_the_store(error):
                raise
            for each in together:
                self._write_alone(each)
        self._waiting.clear()

    def publish(self, read: Sequence[ReadFile], gone: Iterable[bytes]) -> None:
        """In one step the files ``read`` have the articles that they were found to have, and those ``gone`` none."""
        self.save()
        with self._base.transaction():
            removed, added = self._moved(read, gone)
            self._base.run_many("REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)", map(_file_row, read))
            if removed or added:
                self._base.run("UPDATE setting SET value = value + 1 WHERE name = 'generation'")
                self._keeper.publish(removed, added)
                self._mark(removed, added)
            self._forget()

    def _content(self, keys: Keys) -> int | None:
        row = self._base.one("SELECT number FROM content WHERE key = ?", (keys.content,))
        return int(row[0]) if row else None

    def _write_all(self, contents: Sequence[Content]) -> None:
        if not contents:
            return
        try:
            with self._base.transaction():
                for content in contents:
                    self._write(*content)
        except BaseException:
            self._keeper = self._supplement.keeper(self._base)  # the numbers that this one gave were taken back
            raise

    def _write_alone(self, content: Content) -> None:
        """What cannot be written must not take with it what can."""
        try:
            self._write_all([content])
        except Exception as error:
            if _is_of_the_store(error):
                raise
            log.error("what was found in an article could not be stored", exc_info=error)
            self.unkept[content[0]] = error

    def _write(self, keys: Keys, text: str, finding: Finding) -> None:
        if self._content(keys) is not None:
            return  # a copy of it was as quick
        row = (keys.content, keys.attribution, self._version, *finding.facts, checksum(text, finding.attributed))
        number = self._base.run(_KEEP, (*row, text, finding.attributed))
        self._base.run("INSERT INTO unused VALUES (?, ?)", (number, int(time.time())))
        self._keeper.keep(number, finding.supplement)

    def _moved(self, read: Sequence[ReadFile], gone: Iterable[bytes]) -> tuple[list[int], list[int]]:
        """The contents that stand in the corpus no more, and those that do now."""
        removed: list[int] = []
        added: list[int] = []
        for name in gone:
            removed += self._withdrawn(name)
            self._base.run("DELETE FROM file WHERE name = ?", (name,))
        for each in read:
            now = sorted((id, self._content(keys)) for id, keys in each.contents)
            if self._documents(each.file.name) != now:
                removed += self._withdrawn(each.file.name)
                self._base.run_many(_PUT, ((id, each.file.name, content) for id, content in now))
                added += [content for _, content in now if content is not None]
        return removed, added

    def _documents(self, file: bytes) -> list[Row]:
        return self._base.rows("SELECT id, content FROM document WHERE file = ? ORDER BY id, content", (file,))

    def _withdrawn(self, file: bytes) -> list[int]:
        contents = [content for _, content in self._documents(file)]
        self._base.run("DELETE FROM document WHERE file = ?", (file,))
        return contents

    def _mark(self, removed: Sequence[int], added: Sequence[int]) -> None:
        now = int(time.time())
        self._base.run_many("DELETE FROM unused WHERE content = ?", ((each,) for each in added))
        self._base.run_many(_UNUSED, ((each, now) for each in set(removed)))

    def _forget(self) -> None:
        """Contents of other rules, and those that stood nowhere for long, are dropped."""
        old = self._base.rows(_FORGOTTEN, (self._version, int(time.time()) - KEPT_UNUSED))
        self._keeper.forget([number for (number,) in old])
        self._base.run_many("DELETE FROM content WHERE number = ?", old)
        self._base.run_many("DELETE FROM unused WHERE content = ?", old)


def _is_of_the_store(error: Exception) -> bool:
    """Whether ``error`` tells of a full disk or a damaged file rather than of what was to be written."""
    of_content = (sqlite3.DataError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
    return isinstance(error, (OSError, sqlite3.Error)) and not isinstance(error, of_content)


_KEEP = """
INSERT INTO content (key, attribution, version, language, outlet, date, quotations, unnamed, checksum, text, found)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PUT = """
INSERT INTO document (id, file, content, language, outlet, date, quotations, unnamed)
SELECT ?1, ?2, ?3, language, outlet, date, quotations, unnamed FROM content WHERE number = ?3
"""
_UNUSED = """
INSERT OR IGNORE INTO unused SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM document WHERE content = ?1)
"""
_FORGOTTEN = """
SELECT number FROM content JOIN unused ON unused.content = content.number WHERE version <> ? OR since < ?
"""


def _file_row(read: ReadFile) -> Row:
    known = read.known
    return (read.file.name, known.id, known.modified, known.size, known.version, known.refused)
