"""Lists: a query's postings lists, those that can add most to a score first."""

from __future__ import annotations

from typing import NamedTuple

from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection


class PostingsList(NamedTuple):
    """The collection's postings from ``start`` to ``stop``, ``size`` of them.

    The list adds ``weight`` times a part to a document's sum, ``bound`` at most; the lists after it add ``rest``
    together at most.
    """

    start: int
    stop: int
    size: int
    weight: float
    bound: float
    rest: float


def lists_of(collection: Collection, asked: Asked) -> list[PostingsList]:
    """Read an item at a time, which for a few terms is sooner done than by arrays."""
    start_of, bound_of = collection.starts.item, collection.bounds.item
    bounded = [
        (weight * bound_of(number), start_of(number), start_of(number + 1), weight)
        for number, weight in zip(asked.numbers.tolist(), asked.weights.tolist(), strict=True)
    ]
    bounded.sort()
    lists, rest = [], 0.0
    for bound, start, stop, weight in bounded:
        lists.append(PostingsList(start, stop, stop - start, weight, bound, rest))
        rest += bound
    lists.reverse()
    return lists
