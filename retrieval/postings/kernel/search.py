"""Search: the best k by the same bounds as in numpy, compiled by numba, a window of documents at a time.

MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", IPM 1995) as bulk scorers run it: some
documents of the rarest lists give a threshold; lists that cannot reach it together are left to look-ups; the others are
added up in a window of sums that stays in the processor's cache. A document whose sum and what is left reach the
threshold is scored exactly, in rank_bm25's order of operations, and joins a heap.

Bounds by the block (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011) were tried by
what they could save: were they perfect, and every count 1, a question to a million passages would take a seventh less.

The package is imported only where numba is, by ``load_kernel``.
"""

from __future__ import annotations

import numpy as np

from retrieval.postings.arrays import Documents
from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.hits import Hits
from retrieval.postings.in_numpy import Flags, in_numpy
from retrieval.postings.kernel.compiled import compiled
from retrieval.postings.kernel.heap import Heap, in_order, offer
from retrieval.postings.kernel.lists import Lists, count, exact, lists_of
from retrieval.postings.kernel.window import FIRST, WINDOW, Window, next_document, sift
from retrieval.postings.statistics import Scores

SLACK = 1e-9  # by which share sums in another order may differ from exact scores, and more


@compiled
def threshold(collection: Collection, lists: Lists, heap: Heap) -> float:
    """Below which a sum of steps, floor left out, is no hit any more; 0 until the heap is full."""
    if heap.size[0] < len(heap.documents):
        return 0.0
    least = heap.scores[0] - lists.floor
    return float((least - SLACK * least - 1e-12 * lists.floor) / collection.step)


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
    least = threshold(collection, lists, heap)
    heap.size[0] = 0
    return least


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
            least = max(least, threshold(collection, lists, heap))
    return least


@compiled
def fill(collection: Collection, lists: Lists, allowed: Flags, heap: Heap) -> None:
    """The best documents of those ``allowed``, all where that is empty."""
    touched = np.empty(WINDOW + 1, dtype=np.int32)
    window = Window(np.zeros(WINDOW), touched, lists.starts.copy(), lists.starts.copy())
    least, needed, width = guess(collection, lists, allowed, heap), len(lists.order), FIRST
    while True:
        while needed and lists.rests[needed - 1] < least:
            needed -= 1
        nearest = next_document(collection, lists, window.stops, needed)
        if nearest == len(collection.norms):
            return
        filled = sift(collection, lists, window, nearest, width, needed, least)
        least = settle(collection, lists, window, nearest, filled, least, allowed, heap)
        width = WINDOW


@compiled
def best(collection: Collection, asked: Asked, allowed: Flags, documents: Documents, scores: Scores) -> int:
    """Fill both with the best, best first; returns how many there are with scores above 0."""
    lists = lists_of(collection, asked)
    heap = Heap(documents, scores, np.zeros(1, dtype=np.int64))
    fill(collection, lists, allowed, heap)
    in_order(heap)
    filled = 0
    while filled < heap.size[0] and scores[filled] > lists.floor:
        scores[filled] -= lists.floor
        filled += 1
    return filled


ALL = np.zeros(0, dtype=np.bool_)
COMPILED = np.uint8, np.uint16  # types of counts; what is beyond is left to numpy


def in_kernel(collection: Collection, asked: Asked, k: int, allowed: Flags | None) -> Hits:
    if collection.counts.dtype not in COMPILED:
        return in_numpy(collection, asked, k, allowed)
    documents, scores = np.empty(k, dtype=np.int32), np.empty(k)
    filled = best(collection, asked, ALL if allowed is None else allowed, documents, scores)
    return Hits(documents[:filled], scores[:filled])
