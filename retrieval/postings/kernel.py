"""Kernel: the best k by the same bounds as in numpy, compiled by numba, a window of documents at a time.

MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", IPM 1995) as bulk scorers run it: some
documents of the rarest lists give a threshold; lists that cannot reach it together are left to look-ups; the others are
added up in a window of sums that stays in the processor's cache. A document whose sum and what is left reach the
threshold is scored exactly, in rank_bm25's order of operations, and joins a heap.

Bounds by the block (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011) were tried by
what they could save: were they perfect, and every count 1, a question to a million passages would take a seventh less.

The module is imported only where numba is, by ``load_kernel``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np

from retrieval.postings.arrays import Documents, Positions
from retrieval.postings.asked import Asked
from retrieval.postings.bounds import STEPS
from retrieval.postings.build import build_postings
from retrieval.postings.collection import Collection
from retrieval.postings.hits import Hits
from retrieval.postings.in_numpy import Flags, in_numpy
from retrieval.postings.statistics import Scores

WINDOW = 1 << 15  # documents: 256 KiB of sums
SCAN = 128  # postings that are read through in the time in which a document is sought
SLACK = 1e-9  # by which share sums in another order may differ from exact scores, and more



F = TypeVar("F", bound=Callable[..., Any])


class Lists(NamedTuple):
    """Lists in the query's order, as stretches of the collection's postings; ``order`` has the highest bound first.

    ``rests[n]`` is what the lists from the n-th of that order on add together at most, ``floor`` what BM25+ adds to
    every document.
    """

    starts: Positions
    stops: Positions
    weights: Scores
    idfs: Scores
    gains: Scores
    order: Positions
    rests: Scores
    floor: float


class Window(NamedTuple):
    """Sums of WINDOW documents in a row, the ``touched`` of them, and each list's stretch of postings in the window."""

    sums: Scores
    touched: Documents
    starts: Positions
    stops: Positions


class Heap(NamedTuple):
    """The best so far, the worst of them first; ``size[0]`` are filled. Scores include the floor."""

    documents: Documents
    scores: Scores
    size: Positions


def compiled(function: F) -> F:
    return cast("F", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


@compiled
def lists_of(collection: Collection, asked: Asked) -> Lists:
    numbers, weights = asked
    idfs = collection.idfs[numbers]
    gains = weights * idfs * (collection.k1 + 1)
    order, rests = by_bound(gains * collection.ceilings[numbers] / STEPS)
    floor = 0.0
    for each in range(len(numbers)):
        floor += weights[each] * (idfs[each] * collection.delta)
    return Lists(
        collection.starts[numbers], collection.starts[numbers + 1], weights, idfs, gains, order, rests, floor
    )


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
def threshold(lists: Lists, heap: Heap) -> float:
    """Below which a sum, floor left out, is no hit any more; 0 until the heap is full."""
    if heap.size[0] < len(heap.documents):
        return 0.0
    least = heap.scores[0] - lists.floor
    return float(least - SLACK * least - 1e-12 * lists.floor)


@compiled
def first_in(collection: Collection, lists: Lists, rank: int, document: int) -> bool:
    """Whether no list before the ``rank``-th has the document."""
    found = 0
    for each in lists.order[:rank]:
        found += count(collection, lists.starts[each], lists.stops[each], document)
    return found == 0


@compiled
def guess(collection: Collection, lists: Lists, allowed: Flags, heap: Heap) -> float:
    """A threshold that the k-th best surely reaches: that of k documents, the first of the first lists."""
    wanted = len(heap.documents)
    for rank in range(len(lists.order)):
        each = lists.order[rank]
        for place in range(lists.starts[each], min(lists.stops[each], lists.starts[each] + wanted)):
            document = collection.documents[place]
            if (len(allowed) == 0 or allowed[document]) and first_in(collection, lists, rank, document):
                offer(heap, document, exact(collection, lists, lists.starts, lists.stops, document))
        if heap.size[0] == wanted:
            break
    least = threshold(lists, heap)
    heap.size[0] = 0
    return least


@compiled
def next_document(collection: Collection, lists: Lists, places: Positions, needed: int) -> int:
    """The first document that one of the ``needed`` lists has still to tell of; one too many where none has."""
    nearest = len(collection.norms)
    for each in lists.order[:needed]:
        if places[each] < lists.stops[each]:
            nearest = min(nearest, collection.documents[places[each]])
    return nearest


@compiled
def impact(collection: Collection, place: int) -> float:
    """A posting's, or little more: the least length of its document's class is taken."""
    times = float(collection.counts[place])
    return float(times / (collection.lowest[collection.classes[collection.documents[place]]] + times))


@compiled
def add_up(collection: Collection, lists: Lists, window: Window, each: int, start: int, filled: int) -> int:
    """Add a list's part in the window; returns how many documents are touched now."""
    sums, touched, gain = window.sums, window.touched, lists.gains[each]
    for place in range(window.starts[each], window.stops[each]):
        inside = collection.documents[place] - start
        touched[filled] = inside
        filled += sums[inside] == 0.0
        sums[inside] += gain * impact(collection, place)
    return filled


@compiled
def look_up(collection: Collection, lists: Lists, window: Window, each: int, start: int, touched: Documents) -> None:
    """Add a list's part to the documents touched: reading it through, or seeking each where they are few."""
    first, stop = window.starts[each], window.stops[each]
    sums, gain, documents = window.sums, lists.gains[each], collection.documents
    if stop - first < SCAN * len(touched):
        for place in range(first, stop):
            inside = documents[place] - start
            if sums[inside] > 0.0:
                sums[inside] += gain * impact(collection, place)
    else:
        for inside in touched:
            place = search(documents, first, stop, start + inside)
            if place < stop and documents[place] == start + inside:
                sums[inside] += gain * impact(collection, place)


@compiled
def reaching(window: Window, filled: int, least: float) -> int:
    """Keep of the touched documents those whose sums come to ``least``; returns how many."""
    sums, touched, kept = window.sums, window.touched, 0
    for place in range(filled):
        inside = touched[place]
        touched[kept] = inside
        if sums[inside] >= least:
            kept += 1
        else:
            sums[inside] = 0.0
    return kept


@compiled
def sift(collection: Collection, lists: Lists, window: Window, start: int, needed: int, least: float) -> int:
    """Touch the documents from ``start`` on whose sums come to ``least``; returns how many."""
    filled = 0
    for rank in range(len(lists.order)):
        if rank == needed:
            filled = reaching(window, filled, least - lists.rests[rank])
        if rank >= needed and filled == 0:
            break
        each = lists.order[rank]
        documents, stop = collection.documents, lists.stops[each]
        window.starts[each] = gallop(documents, window.stops[each], stop, start)
        window.stops[each] = gallop(documents, window.starts[each], stop, start + WINDOW)
        if rank < needed:
            filled = add_up(collection, lists, window, each, start, filled)
        else:
            look_up(collection, lists, window, each, start, window.touched[:filled])
            filled = reaching(window, filled, least - lists.rests[rank + 1])
    return filled


@compiled
def settle(
    collection: Collection,
    lists: Lists,
    window: Window,
    start: int,
    filled: int,
    least: float,
    allowed: Flags,
    heap: Heap,
) -> float:
    """Offer the documents touched by their exact scores, clear their sums, and return the threshold then."""
    for inside in window.touched[:filled]:
        document, sum = start + inside, window.sums[inside]
        window.sums[inside] = 0.0
        if sum >= least and (len(allowed) == 0 or allowed[document]):
            offer(heap, document, exact(collection, lists, window.starts, window.stops, document))
            least = max(least, threshold(lists, heap))
    return least


@compiled
def fill(collection: Collection, lists: Lists, allowed: Flags, heap: Heap) -> None:
    """The best documents of those ``allowed``, all where that is empty."""
    touched = np.empty(WINDOW + 1, dtype=np.int32)
    window = Window(np.zeros(WINDOW), touched, lists.starts.copy(), lists.starts.copy())
    least, needed = guess(collection, lists, allowed, heap), len(lists.order)
    while True:
        while needed and lists.rests[needed - 1] < least:
            needed -= 1
        nearest = next_document(collection, lists, window.stops, needed)
        if nearest == len(collection.norms):
            return
        start = nearest // WINDOW * WINDOW
        filled = sift(collection, lists, window, start, needed, least)
        least = settle(collection, lists, window, start, filled, least, allowed, heap)


@compiled
def best(collection: Collection, asked: Asked, allowed: Flags, documents: Documents, scores: Scores) -> int:
    """Fill both with the best, best first; returns how many there are with scores above 0."""
    lists = lists_of(collection, asked)
    heap = Heap(documents, scores, np.zeros(1, dtype=np.int64))
    fill(collection, lists, allowed, heap)
    for last in range(heap.size[0] - 1, 0, -1):
        swap(heap, 0, last)
        sink(heap, last)
    filled = 0
    while filled < heap.size[0] and scores[filled] > lists.floor:
        scores[filled] -= lists.floor
        filled += 1
    return filled


ALL = np.zeros(0, dtype=np.bool_)
COMPILED = np.uint8, np.uint16  # counts beyond are left to numpy


def in_kernel(collection: Collection, asked: Asked, k: int, allowed: Flags | None) -> Hits:
    if collection.counts.dtype not in COMPILED:
        return in_numpy(collection, asked, k, allowed)
    documents, scores = np.empty(k, dtype=np.int32), np.empty(k)
    filled = best(collection, asked, ALL if allowed is None else allowed, documents, scores)
    return Hits(documents[:filled], scores[:filled])


def warm() -> None:
    """Compile, or read what was compiled, for the usual types of counts."""
    for kind in COMPILED:
        collection = build_postings([["term"] * int(np.iinfo(kind).max)]).collection
        in_kernel(collection, Asked(np.zeros(1, dtype=np.int64), np.ones(1)), 1, None)
