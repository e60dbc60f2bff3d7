"""Statistics: a collection's size and lengths in rank_bm25's terms, and its formula over arrays.

The formula is BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", CIKM 2011) as
``rank_bm25.BM25Plus`` writes it. Each expression below keeps that order of operations, so that results are the same
to the last bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

K1, B, DELTA = 1.5, 0.75, 1.0  # rank_bm25's own

Scores = NDArray[np.float64]
Counts = NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Constants:
    """BM25+'s free parameters: how soon counts saturate, how far length matters, what any occurrence is worth."""

    k1: float = K1
    b: float = B
    delta: float = DELTA

    def __post_init__(self) -> None:
        if not (self.k1 > 0 and 0 <= self.b <= 1 and self.delta >= 0):
            raise ValueError(f"k1 must be above 0, b between 0 and 1, delta 0 at least: {self}")

    def norms(self, lengths: NDArray[np.int32], mean: float) -> Scores:
        """What stands beside the count in the denominator, one figure a document."""
        return np.asarray(self.k1 * (1 - self.b + self.b * lengths / (mean or 1.0)), dtype=np.float64)

    def parts(self, idf: float, counts: Counts, norms: Scores) -> Scores:
        """A term's part of the scores of documents that have it ``counts`` times."""
        saturated = (counts * (self.k1 + 1)) / (norms + counts)
        return np.asarray(idf * (self.delta + saturated), dtype=np.float64)


class _Counted(BM25Plus):  # type: ignore[misc]  # rank_bm25 has no types
    """rank_bm25 told how many documents have each term, instead of counting them."""

    def __init__(self, size: int, frequencies: Mapping[int, int]) -> None:
        self.corpus_size = size
        self.idf: dict[int, float] = {}
        self._calc_idf(frequencies)


def idfs(size: int, frequencies: NDArray[np.int64]) -> Scores:
    """rank_bm25's idf of terms, given how many of ``size`` documents have each, one at least."""
    distinct, places = np.unique(frequencies, return_inverse=True)
    known = _Counted(size, {each: each for each in distinct.tolist()}).idf
    of_distinct = np.array([known[each] for each in distinct.tolist()], dtype=np.float64)
    return of_distinct[places]


def mean_length(lengths: NDArray[np.int32]) -> float:
    return int(lengths.sum(dtype=np.int64)) / len(lengths) if len(lengths) else 0.0
