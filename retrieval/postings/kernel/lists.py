"""Lists: a query's postings lists, by the order of the query and by what they can add; look-ups in them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from retrieval.postings.arrays import Documents, Positions
from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.kernel.compiled import compiled
from retrieval.postings.statistics import Scores


class Lists(NamedTuple):
    """Lists in the query's order, as stretches of the collection's postings; ``order`` has the highest bound first.

    ``rests[n]`` is what the lists from the n-th of that order on add together at most, in steps, ``floor`` what BM25+
    adds to every document.
    """

    starts: Positions
    stops: Positions
    weights: Scores
    idfs: Scores
    order: Positions
    rests: Scores
    floor: float


@compiled
def lists_of(collection: Collection, asked: Asked) -> Lists:
    numbers, weights = asked
    idfs = collection.idfs[numbers]
    order, rests = by_bound(weights * collection.bounds[numbers])
    floor = 0.0
    for each in range(len(numbers)):
        floor += weights[each] * (idfs[each] * collection.delta)
    return Lists(collection.starts[numbers], collection.starts[numbers + 1], weights, idfs, order, rests, floor)


@compiled
def by_bound(bounds: Scores) -> tuple[Positions, Scores]:
    """The lists' places, highest bound first, and the sums of the bounds from each on."""
    order, rests = np.arange(len(bounds)), np.zeros(len(bounds) + 1)
    for each in range(len(bounds)):
        place = each
        while place and bounds[order[place - 1]] < bounds[each]:
            order[place] = order[place - 1]
            place -= 1
        order[place] = each
    for place in range(len(bounds) - 1, -1, -1):
        rests[place] = rests[place + 1] + bounds[order[place]]
    return order, rests


@compiled
def search(documents: Documents, start: int, stop: int, wanted: int) -> int:
    """Where ``wanted`` stands, or would, in an ascending stretch."""
    while start < stop:
        middle = (start + stop) >> 1
        if documents[middle] < wanted:
            start = middle + 1
        else:
            stop = middle
    return start


@compiled
def gallop(documents: Documents, start: int, stop: int, wanted: int) -> int:
    """The same, sought in doubling strides from ``start``."""
    stride = 1
    while start + stride < stop and documents[start + stride] < wanted:
        start += stride
        stride <<= 1
    return search(documents, start, min(stop, start + stride + 1), wanted)


@compiled
def count(collection: Collection, start: int, stop: int, document: int) -> int:
    place = search(collection.documents, start, stop, document)
    if place < stop and collection.documents[place] == document:
        return int(collection.counts[place])
    return 0


@compiled
def exact(collection: Collection, lists: Lists, starts: Positions, stops: Positions, document: int) -> float:
    """rank_bm25's score; each list's posting of the document lies between ``starts`` and ``stops`` if anywhere."""
    score, norm = 0.0, collection.norms[document]
    for each in range(len(starts)):
        times = float(count(collection, starts[each], stops[each], document))
        saturated = (times * (collection.k1 + 1)) / (norm + times)
        score += lists.weights[each] * (lists.idfs[each] * (collection.delta + saturated))
    return score
