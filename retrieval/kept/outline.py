"""Outline: of every passage its article, who speaks and how; of every article its outlet, day and text's digest.

All of it is in arrays, so that a million passages take some ten megabytes and no time to be filtered.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.quotation import Kind
from corpus.store.base import Base
from corpus.store.snapshot import Snapshot
from retrieval.kept.arrays import Numbers, Places, joined, starts_of

F = TypeVar("F", bound=np.generic)

KINDS = tuple(Kind)  # by the numbers that they are kept as


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Passages ``starts[n]`` to before ``starts[n + 1]`` are those of the article at place ``n`` of the snapshot.

    ``outlets``, ``days`` (ordinals, 0: none), ``digests`` and ``languages`` have an entry an article, ``credits``
    (numbers of a speaker with a post), ``kinds`` (places in KINDS) and ``reaches`` one a passage; 0 is nobody, and no
    outlet.
    """

    starts: Places
    outlets: Numbers
    days: Numbers
    digests: Places
    languages: tuple[str, ...]
    credits: Numbers
    kinds: NDArray[np.uint8]
    reaches: NDArray[np.uint8]

    def __len__(self) -> int:
        return int(self.starts[-1])

    def article_of(self, position: int) -> int:
        """The place of the article that has the passage at ``position``."""
        return int(np.searchsorted(self.starts, position, side="right")) - 1

    def with_digest(self, digest: int) -> list[int]:
        """The places of the articles whose text has this digest."""
        found: list[int] = np.flatnonzero(self.digests == digest).tolist()
        return found

    def of_passages(self, of_articles: NDArray[F]) -> NDArray[F]:
        """A figure a passage from one an article."""
        return np.repeat(of_articles, np.diff(self.starts))


def outline_of(snapshot: Snapshot) -> Outline:
    rows = _rows(snapshot.base)
    lengths, outlets, days, digests = np.array([row[:4] for row in rows], dtype=np.int64).reshape(-1, 4).T
    languages = tuple(sys.intern(row[4]) for row in rows)
    return Outline(
        starts_of(lengths),
        outlets.astype(np.int32),
        days.astype(np.int32),
        digests,
        languages,
        joined(row[5] for row in rows),
        np.frombuffer(b"".join(row[6] for row in rows), dtype=np.uint8),
        np.frombuffer(b"".join(row[7] for row in rows), dtype=np.uint8),
    )


def _rows(base: Base) -> list[tuple[int, int, int, int, str, bytes, bytes, bytes]]:
    """In the order of the snapshot's documents."""
    return base.rows(
        "SELECT passages, outline.outlet, day, digest, outline.language, credits, kinds, reaches FROM document"
        " JOIN outline ON outline.content = document.content ORDER BY document.id, document.content"
    )
