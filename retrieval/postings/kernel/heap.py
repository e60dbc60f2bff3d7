"""Heap: the best documents so far."""

from __future__ import annotations

from typing import NamedTuple

from retrieval.postings.arrays import Documents, Positions
from retrieval.postings.kernel.compiled import compiled
from retrieval.postings.statistics import Scores


class Heap(NamedTuple):
    """The best so far, the worst of them first; ``size[0]`` are filled. Scores include the floor."""

    documents: Documents
    scores: Scores
    size: Positions


@compiled
def worse(heap: Heap, one: int, other: int) -> bool:
    if heap.scores[one] != heap.scores[other]:
        return bool(heap.scores[one] < heap.scores[other])
    return bool(heap.documents[one] > heap.documents[other])


@compiled
def swap(heap: Heap, one: int, other: int) -> None:
    heap.scores[one], heap.scores[other] = heap.scores[other], heap.scores[one]
    heap.documents[one], heap.documents[other] = heap.documents[other], heap.documents[one]


@compiled
def rise(heap: Heap, place: int) -> None:
    while place and worse(heap, place, (place - 1) >> 1):
        swap(heap, place, (place - 1) >> 1)
        place = (place - 1) >> 1


@compiled
def sink(heap: Heap, size: int) -> None:
    """Let the first of ``size`` sink to its place."""
    place = 0
    while 2 * place + 1 < size:
        child = 2 * place + 1
        if child + 1 < size and worse(heap, child + 1, child):
            child += 1
        if not worse(heap, child, place):
            return
        swap(heap, place, child)
        place = child


@compiled
def offer(heap: Heap, document: int, score: float) -> None:
    size = heap.size[0]
    if size < len(heap.documents):
        heap.documents[size], heap.scores[size] = document, score
        heap.size[0] = size + 1
        rise(heap, size)
    elif score > heap.scores[0] or (score == heap.scores[0] and document < heap.documents[0]):
        heap.documents[0], heap.scores[0] = document, score
        sink(heap, size)


@compiled
def in_order(heap: Heap) -> None:
    """Best first; a heap no more."""
    for last in range(heap.size[0] - 1, 0, -1):
        swap(heap, 0, last)
        sink(heap, last)
