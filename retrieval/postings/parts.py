"""Parts: what each posting adds to a document's score, little more than that, and the most that a term's postings add.

A part is weighed by the term's idf and by the document's length, so that a search has only to add parts up. It is kept
in steps, rounded up: sums of parts bound scores from above, and finalists are scored exactly. MaxScore (Turtle and
Flood, "Query evaluation: strategies and optimizations", IPM 1995) leaves out what cannot reach the best k by a term's
highest part. Idfs and the mean length change with every document that comes or goes; all parts are then made anew,
which takes some ten nanoseconds each.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions
from retrieval.postings.statistics import Constants, Scores, idfs, mean_length

STEPS = 65535
SINGLE = 1e-6  # by which share single precision may round a part down, and more
ROUNDED = 1.2  # steps by which a part is too high, and more
AT_ONCE = 1 << 20  # postings, so that what is computed on the way stays small

Parts = NDArray[np.uint16]


def step_of(known: Scores, constants: Constants) -> float:
    """How much of a score one step is, given all terms' idfs: no part comes to STEPS of them."""
    return float(known.max(initial=0.0)) * (constants.k1 + 1) / STEPS or 1.0


def parts_of(
    starts: Positions, documents: Documents, counts: Counts, lengths: Documents, constants: Constants
) -> tuple[Parts, Parts]:
    """Each posting's part, and each term's highest; no term is without postings."""
    known = idfs(len(lengths), np.diff(starts))
    gains = (known * ((constants.k1 + 1) / step_of(known, constants))).astype(np.float32)
    norms = constants.norms(lengths, mean_length(lengths)).astype(np.float32)
    parts, highest = np.empty(len(documents), dtype=np.uint16), np.empty(len(gains), dtype=np.uint16)
    first = 0
    while first < len(gains):
        last = max(first + 1, int(np.searchsorted(starts, starts[first] + AT_ONCE, "right")) - 1)
        start, stop = starts[first], starts[last]
        times = counts[start:stop].astype(np.float32)
        exact = norms.take(documents[start:stop])
        exact += times
        np.divide(times, exact, out=exact)
        exact *= gains[first:last].repeat(np.diff(starts[first : last + 1]))
        exact *= np.float32(1 + SINGLE)
        parts[start:stop] = np.minimum(np.ceil(exact, out=exact), STEPS)
        highest[first:last] = np.maximum.reduceat(parts[start:stop], starts[first:last] - start)
        first = last
    return parts, highest
