"""Ragged: rows of numbers of unequal length in two arrays, as they may lie on a disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import ends_of, ranges

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Row ``n`` is ``values[starts[n]:starts[n + 1]]``; ``starts`` has one more entry than there are rows."""

    values: Numbers
    starts: Places

    @classmethod
    def of(cls, rows: Iterable[Sequence[int]]) -> Ragged:
        given = [np.asarray(row, dtype=np.int32) for row in rows]
        values = np.concatenate(given) if given else np.zeros(0, dtype=np.int32)
        return cls(values, ends_of(np.array([len(row) for row in given], dtype=np.int64)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> Numbers:
        return self.values[self.starts[row] : self.starts[row + 1]]

    @property
    def lengths(self) -> Places:
        return np.diff(self.starts)

    def lengths_of(self, rows: Places | Numbers) -> Places:
        return self.starts[1:][rows] - self.starts[rows]

    def between(self, first: int, stop: int) -> Ragged:
        """Rows ``first`` to before ``stop``."""
        start, end = self.starts[first], self.starts[stop]
        return Ragged(self.values[start:end], self.starts[first : stop + 1] - start)

    def taken(self, rows: Places | Numbers) -> tuple[Numbers, Places]:
        """The values of ``rows`` one after another, and for each the place of its row among ``rows``."""
        flat, owners = spread(self.starts[rows], self.starts[1:][rows])
        return self.values[flat], owners


def joined(parts: Sequence[Ragged]) -> Ragged:
    """The rows of all, one after another."""
    lengths = np.concatenate([part.lengths for part in parts])
    return Ragged(np.concatenate([part.values for part in parts]), ends_of(lengths))


def inverted(values: Numbers, owners: Places, size: int) -> Ragged:
    """For each of the numbers 0 … ``size`` − 1 the owners of ``values`` that equal it."""
    order = np.argsort(values, kind="stable")
    return Ragged(owners[order].astype(np.int32), np.searchsorted(values[order], np.arange(size + 1)))


def spread(starts: Places, stops: Places) -> tuple[Places, Places]:
    """Every place of the stretches from ``starts`` to before ``stops``, and for each the number of its stretch."""
    lengths = stops - starts
    return ranges(starts, lengths), np.arange(len(lengths)).repeat(lengths)


def united(starts: Places, stops: Places) -> Places:
    """Every place that any of these stretches has, once; starts and stops ascend."""
    reached = np.maximum.accumulate(stops)
    begins = np.maximum(starts, np.concatenate([starts[:1], reached[:-1]]))
    return ranges(begins, np.maximum(0, reached - begins))
