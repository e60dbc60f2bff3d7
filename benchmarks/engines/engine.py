"""Engine: what is asked of each, the same for all."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import Protocol

from benchmarks.engines.passages import Passages

K1, B = 0.9, 0.4  # where an engine lets them be chosen
DEPTH = 10  # hits a question

Documents = Sequence[int]  # passages' positions, best first


class Opened(Protocol):
    """An engine ready to answer. ``None`` tells that it cannot do a thing in place."""

    def ready(self) -> None:
        """Called before a batch of questions."""

    def top(self, words: Sequence[str]) -> Documents:
        """The best DEPTH passages that have any of the words."""

    def top_of_speaker(self, words: Sequence[str], speaker: int) -> Documents | None:
        """Of those the best of one speaker."""

    def replace(self, positions: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        """Put passages in the place of others, so that they are found and survive a restart."""


class AlwaysReady:
    """An engine that has nothing to do before a batch of questions."""

    __slots__ = ()

    def ready(self) -> None:
        pass


class BuiltAnew(AlwaysReady):
    """And that changes nothing in place."""

    __slots__ = ()

    def replace(self, positions: Sequence[int], texts: Sequence[Sequence[str]]) -> None:
        raise NotImplementedError("it is built anew")


class Engine(Protocol):
    def build(self, passages: Passages, folder: Path) -> None:
        """Write all that ``open`` needs into ``folder``."""

    def open(self, folder: Path) -> Opened: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """An engine by its name in the tables; ``needs`` is the distribution to install, ``most`` how many passages it is
    asked over: beyond that it takes minutes or gigabytes."""

    name: str
    module: str
    needs: str | None = None
    most: int = 1_000_000
    replaces: bool = False  # passages in place; the others build anew

    def version(self) -> str:
        """Raises PackageNotFoundError where it is not installed."""
        return sqlite3.sqlite_version if self.module == "sqlite" else metadata.version(self.needs or "numpy")

    def adapter(self) -> Engine:
        """Raises ImportError where what it needs is not installed."""
        made: Engine = import_module(f"benchmarks.engines.adapters.{self.module}").Adapter()
        return made


NUMPY = Listed("Дословно, numpy", "ours", replaces=True)
NUMBA = Listed("Дословно, numba", "ours_compiled", "numba", replaces=True)
BM25S = Listed("bm25s, numba", "bm25s_compiled", "bm25s")
TANTIVY = Listed("tantivy", "tantivy", "tantivy", replaces=True)
ENGINES = (
    NUMPY,
    NUMBA,
    Listed("rank-bm25", "rank_bm25", "rank-bm25", most=100_000),
    Listed("rank-bm25-rs", "rank_bm25_rs", "rank-bm25-rs"),
    Listed("bm25s, numpy", "bm25s", "bm25s"),
    BM25S,
    TANTIVY,
    Listed("SQLite FTS5", "sqlite", replaces=True),
)
OURS = (NUMPY, NUMBA)
THEIRS = (BM25S, TANTIVY)  # the fastest that we know, what ratios are to
