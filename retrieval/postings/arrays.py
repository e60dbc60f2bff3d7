"""Arrays: small helpers for ranges of a long array, and the narrowest type that holds what is counted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Documents = NDArray[np.int32]
Counts = NDArray[np.integer]


def ends_of(sizes: NDArray[np.integer]) -> Positions:
    """Where ranges of these sizes start when laid end to end, and where the last one stops."""
    ends = np.zeros(len(sizes) + 1, dtype=np.int64)
    sizes.cumsum(out=ends[1:])
    return ends


def ranges(starts: NDArray[np.integer], sizes: NDArray[np.integer]) -> Positions:
    """starts[0], starts[0] + 1, … for sizes[0] positions, then the same of the next range."""
    before = ends_of(sizes)
    positions: Positions = (starts - before[:-1]).repeat(sizes)
    positions += np.arange(before[-1], dtype=np.int64)
    return positions


def fixed(*arrays: NDArray[np.generic]) -> None:
    """Let nothing write to the arrays any more."""
    for array in arrays:
        array.flags.writeable = False


def narrow(counts: NDArray[np.integer]) -> Counts:
    """The same counts one byte each where they fit, else two, else four."""
    greatest = int(counts.max(initial=0))
    return counts.astype(counts_type(greatest), copy=False)


def counts_type(greatest: int) -> type[np.integer]:
    for kind in (np.uint8, np.uint16):
        if greatest <= np.iinfo(kind).max:
            return kind
    return np.int32
