"""Hits: documents with their exact scores, best first."""

from __future__ import annotations

from collections.abc import Sequence
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
    best = scores.take(order)
    if len(best) and best[-1] <= 0:
        order = order[: np.count_nonzero(best > 0)]
        best = best[: len(order)]
    return Hits(narrow.take(order), best)


def scores_at(collection: Collection, asked: Asked, documents: NDArray[np.integer]) -> Scores:
    """The sum of the terms' parts, less what BM25+ adds to every document.

    It is taken as rank_bm25 takes it, in the query's order and with what is added to all, so that documents tie exactly
    where they tie there; subtracting the same figure from each keeps their order.
    """
    terms, size = len(asked.numbers), len(documents)
    if not (terms and size):
        return np.zeros(size)
    idfs, weights = collection.idfs.take(asked.numbers), asked.weights.tolist()
    counts = _counts_at(collection, asked, documents.astype(np.int32, copy=False))  # wider ones would widen the lists
    norms = (counts.reshape(terms, size) + collection.norms.take(documents)).ravel()
    parts = counts  # flat: for a few documents, operations on two dimensions take twice the time
    parts *= collection.k1 + 1
    parts /= norms
    parts += collection.delta
    parts *= idfs.repeat(size)
    if weights.count(1.0) < terms:
        parts *= asked.weights.repeat(size)
    scores: Scores = np.add.accumulate(parts.reshape(terms, size))[-1]  # np.sum may add pairs of pairs
    scores -= _floor(idfs.tolist(), weights, collection.delta)
    return scores


def _floor(idfs: Sequence[float], weights: Sequence[float], delta: float) -> float:
    """What BM25+ adds to every document; not by ``sum``, which may round otherwise."""
    floor = 0.0
    for idf, weight in zip(idfs, weights, strict=True):
        floor += weight * (idf * delta)
    return floor


def _counts_at(collection: Collection, asked: Asked, documents: Documents) -> Scores:
    """How often each of ``documents`` has the first term, then how often each has the next."""
    held, size = collection.documents, len(documents)
    starts, stops = collection.starts.take(asked.numbers), collection.starts[1:].take(asked.numbers)
    stretches = zip(starts.tolist(), stops.tolist(), strict=True)
    places = np.concatenate([held[start:stop].searchsorted(documents) for start, stop in stretches])
    places += starts.repeat(size)
    stops -= 1
    np.minimum(places, stops.repeat(size), out=places)
    there = held.take(places).reshape(len(starts), size) == documents
    counts: Scores = np.multiply(collection.counts.take(places), there.ravel(), dtype=np.float64)
    return counts
