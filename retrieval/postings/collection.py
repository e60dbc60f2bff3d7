"""Collection: the arrays that documents are scored from."""

from __future__ import annotations

from typing import NamedTuple

from retrieval.postings.arrays import Counts, Documents, Positions
from retrieval.postings.parts import Parts
from retrieval.postings.statistics import Scores


class Collection(NamedTuple):
    """All terms' postings one after another, what is known of each term and each document, and BM25+'s constants.

    Term n's postings stand at ``starts[n]:starts[n + 1]``, by document; ``bounds`` are the highest of their ``parts``,
    which are in steps: a ``step`` is so much of a score. ``idfs`` are the terms', ``norms`` the documents'.
    """

    starts: Positions
    documents: Documents
    counts: Counts
    parts: Parts
    bounds: Parts
    idfs: Scores
    norms: Scores
    step: float
    k1: float
    delta: float
