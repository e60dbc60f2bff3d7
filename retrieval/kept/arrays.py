"""Arrays as they are kept: little-endian, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]

KEPT = np.dtype("<i4")


def packed(numbers: Sequence[int]) -> bytes:
    return np.array(numbers, dtype=KEPT).tobytes()


def unpacked(data: bytes) -> Numbers:
    return np.frombuffer(data, dtype=KEPT)


def joined(arrays: Iterable[bytes]) -> Numbers:
    return unpacked(b"".join(arrays))


def starts_of(lengths: Sequence[int] | Numbers | Places) -> Places:
    """Where rows of these lengths begin, and where the last one ends."""
    starts = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts
