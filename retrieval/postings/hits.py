"""Hits: documents with their exact scores, best first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Documents
from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.statistics import Scores


@dataclass(frozen=True, eq=False, slots=True)
class Hits:
    """``scores`` are positive and never rise; equal ones stand in the order of their documents."""

    documents: Documents
    scores: Scores

    def __len__(self) -> int:
        return len(self.documents)


NO_HITS = Hits(np.zeros(0, dtype=np.int32), np.zeros(0))


def best_of(collection: Collection, asked: Asked, documents: NDArray[np.integer], k: int) -> Hits:
    """The best ``k`` of ``documents``, which ascend."""
    narrow = documents.astype(np.int32, copy=False)
    scores = scores_at(collection, asked, narrow)
    order = (-scores).argsort(kind="stable")[:k]
    best = scores[order]
    if len(best) and best[-1] <= 0:
        order = order[: np.count_nonzero(best > 0)]
    return Hits(narrow[order], scores[order])


def scores_at(collection: Collection, asked: Asked, documents: NDArray[np.integer]) -> Scores:
    """The sum of the terms' parts, less what BM25+ adds to every document.

    It is taken as rank_bm25 takes it, in the query's order and with what is added to all, so that documents tie exactly
    where they tie there; subtracting the same figure from each keeps their order.
    """
    if not len(asked.numbers):
        return np.zeros(len(documents))
    counts = _counts_at(collection, asked, documents.astype(np.int32, copy=False))  # wider ones would widen the lists
    weights, idfs = asked.weights[:, np.newaxis], collection.idfs.take(asked.numbers)[:, np.newaxis]
    norms = collection.norms.take(documents) + counts
    parts = counts
    parts *= collection.k1 + 1
    parts /= norms
    parts += collection.delta
    parts *= idfs
    parts *= weights
    scores, floor = np.zeros(len(documents)), 0.0  # np.sum may add pairs of pairs
    for part, constant in zip(parts, (asked.weights * (idfs[:, 0] * collection.delta)).tolist(), strict=True):
        scores += part
        floor += constant
    scores -= floor
    return scores


def _counts_at(collection: Collection, asked: Asked, documents: Documents) -> Scores:
    """How often each of ``documents`` has each term: a row a term."""
    starts, stops = collection.starts.take(asked.numbers), collection.starts.take(asked.numbers + 1)
    places = np.empty((len(starts), len(documents)), dtype=np.int64)
    for row, (start, stop) in enumerate(zip(starts.tolist(), stops.tolist(), strict=True)):
        places[row] = collection.documents[start:stop].searchsorted(documents)
    places += starts[:, np.newaxis]
    found = collection.documents.take(places, mode="clip") == documents
    found &= places < stops[:, np.newaxis]
    counts: Scores = (collection.counts.take(places, mode="clip") * found).astype(np.float64)
    return counts
