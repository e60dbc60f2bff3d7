"""Lists: a query's postings lists, those that can add most to a score first."""

from __future__ import annotations

from typing import NamedTuple

from retrieval.postings.asked import Asked
from retrieval.postings.bounds import STEPS
from retrieval.postings.collection import Collection


class PostingsList(NamedTuple):
    """The collection's postings from ``start`` to ``stop``, ``size`` of them.

    The list adds ``gain`` times an impact to a document's score, ``bound`` at most; the lists after it add ``rest``
    together at most.
    """

    start: int
    stop: int
    size: int
    gain: float
    bound: float
    rest: float


def lists_of(collection: Collection, asked: Asked) -> list[PostingsList]:
    """Read an item at a time, which for a few terms is sooner done than by arrays."""
    starts, idfs, ceilings = collection.starts.item, collection.idfs.item, collection.ceilings.item
    scale = collection.k1 + 1
    bounded = []
    for number, weight in zip(asked.numbers.tolist(), asked.weights.tolist(), strict=True):
        gain = weight * idfs(number) * scale
        bounded.append((gain * ceilings(number) / STEPS, starts(number), starts(number + 1), gain))
    bounded.sort()
    lists, rest = [], 0.0
    for bound, start, stop, gain in bounded:
        lists.append(PostingsList(start, stop, stop - start, gain, bound, rest))
        rest += bound
    lists.reverse()
    return lists
