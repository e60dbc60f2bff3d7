"""Bounds: the most that a term's count and a document's length can make of the term's weight.

MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", IPM 1995) leaves out what cannot reach the
best k by such bounds. One byte a term holds ⌈255 · impact⌉ of its best document: never too low, and cheap to make anew
when lengths change. An impact is count / (norm + count): half where the count equals the norm, all where it is endless.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions
from retrieval.postings.statistics import Scores

STEPS = 255
ROUNDED = 1e-3  # more than single precision rounds off
AT_ONCE = 1 << 20  # postings, so that what is computed on the way stays small

Bounds = NDArray[np.uint8]


def term_bounds(starts: Positions, documents: Documents, counts: Counts, norms: Scores) -> Bounds:
    """Each term's highest impact, in steps of 1/255, rounded up; no term is without postings."""
    highest, single = np.zeros(len(starts) - 1, dtype=np.float32), norms.astype(np.float32)
    first = 0
    while first < len(highest):
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + AT_ONCE, "right")) - 1)
        start, stop = starts[first], starts[last]
        times = counts[start:stop].astype(np.float32)
        impacts = single[documents[start:stop]]
        impacts += times
        np.divide(times, impacts, out=impacts)
        highest[first:last] = np.maximum.reduceat(impacts, starts[first:last] - start)
        first = last
    bounds: Bounds = np.minimum(np.ceil(highest * (STEPS + ROUNDED)), STEPS).astype(np.uint8)
    return bounds
