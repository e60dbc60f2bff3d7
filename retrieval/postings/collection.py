"""Collection: the arrays that documents are scored from."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions
from retrieval.postings.statistics import Scores

CLASSES = 256


class Collection(NamedTuple):
    """All terms' postings one after another, what is known of each term and each document, and BM25+'s constants.

    Term n's postings stand at ``starts[n]:starts[n + 1]``, by document; ``ceilings`` are the highest impacts that they
    make, in steps of 1/255. ``singles`` are the norms in single precision, for sums that need not be exact. ``classes``
    put documents of about a length together: one byte a document, which stays in the processor's cache where eight do
    not, and ``lowest`` is the norm of a class's shortest document.
    """

    starts: Positions
    documents: Documents
    counts: Counts
    ceilings: NDArray[np.uint8]
    idfs: Scores
    norms: Scores
    singles: NDArray[np.float32]
    classes: NDArray[np.uint8]
    lowest: Scores
    k1: float
    delta: float


def length_classes(lengths: Documents) -> tuple[NDArray[np.uint8], Documents]:
    """Each document's class, and each class's least length: a class a length where there are few enough."""
    least = np.unique(lengths)
    if len(least) > CLASSES:
        least = least[np.linspace(0, len(least) - 1, CLASSES).astype(np.int64)]
    return (least.searchsorted(lengths, "right") - 1).astype(np.uint8), least
