"""Snapshot: the documents of one moment, read from the store when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.attribution_json import from_json
from corpus.folder import Refusal
from corpus.quotation import AttributedArticle
from corpus.store.base import Base
from corpus.store.recent import Recent

Numbers = NDArray[np.int64]

MOST_ARTICLES = 1024  # in memory


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts of documents; null: those that give none."""

    languages: dict[str, int]
    outlets: dict[str | None, int]
    undated: int
    quotations: int
    unnamed: int  # quotations with no person named


class Snapshot:
    """Threads may share it. Documents are in the order of their ids; their numbers mean the same in every snapshot of
    one ``store``, which ``generation`` counts the changes of."""

    def __init__(self, base: Base, before: Snapshot | None = None) -> None:
        self.base = base
        self.store = str(base.value("SELECT value FROM setting WHERE name = 'store'"))
        self.generation = int(base.value("SELECT value FROM setting WHERE name = 'generation'"))
        rows = base.rows("SELECT number, content FROM document ORDER BY id, content")
        self.numbers, self.contents = _columns(rows)
        self._articles = self._carried(before)

    def __len__(self) -> int:
        return len(self.numbers)

    def article(self, place: int) -> AttributedArticle:
        """Raises sqlite3.DatabaseError where the store is damaged."""
        return self._articles.get(int(self.numbers[place]), self._read)

    def is_of(self, other: Snapshot) -> bool:
        """Whether both are of one store, so that a number is the same document in both."""
        return self.store == other.store

    def is_newest_of(self, base: Base) -> bool:
        """Whether ``base`` has nothing that this has not."""
        settings: dict[str, object] = dict(base.rows("SELECT name, value FROM setting"))
        return (settings["store"], settings["generation"]) == (self.store, self.generation)

    def ids(self, numbers: Iterable[int]) -> list[tuple[str, bytes]]:
        """The ids of documents with the keys of their contents."""
        rows = (self.base.one(_ID_AND_KEY, (int(number),)) for number in numbers)
        return [(row[0], row[1]) for row in rows if row]

    @cached_property
    def refused(self) -> tuple[Refusal, ...]:
        rows = self.base.rows("SELECT id, refused FROM file WHERE refused IS NOT NULL ORDER BY id")
        return tuple(Refusal(*row) for row in rows)

    @cached_property
    def facts(self) -> Facts:
        languages: dict[str, int] = dict(self.base.rows(_COUNTED.format(fact="language")))
        outlets: dict[str | None, int] = dict(self.base.rows(_COUNTED.format(fact="outlet")))
        sums = self.base.one("SELECT TOTAL(date IS NULL), TOTAL(quotations), TOTAL(unnamed) FROM document") or (0, 0, 0)
        return Facts(languages, outlets, *map(int, sums))

    def _carried(self, before: Snapshot | None) -> Recent[AttributedArticle]:
        """What is in memory already stays there."""
        same = before is not None and before.is_of(self)
        return before._articles if before and same else Recent(MOST_ARTICLES)

    def _read(self, number: int) -> AttributedArticle:
        row = self.base.one(_ARTICLE, (number,))
        if row is None:
            raise LookupError(f"the store has no document {number}")
        id, expected, text, found = row
        self.base.proved(expected, text, found)
        return from_json(found, Article(id, text))


_COUNTED = "SELECT {fact}, COUNT(*) FROM document GROUP BY {fact} ORDER BY MIN(id)"
_ID_AND_KEY = """
SELECT document.id, content.key FROM document JOIN content ON content.number = document.content
WHERE document.number = ?
"""
_ARTICLE = """
SELECT document.id, checksum, text, found FROM document JOIN content ON content.number = document.content
WHERE document.number = ?
"""


def _columns(rows: list[tuple[int, ...]]) -> tuple[Numbers, Numbers]:
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return np.ascontiguousarray(table[:, 0]), np.ascontiguousarray(table[:, 1])
