"""Window: the documents of a stretch of the collection whose sums may reach a threshold."""

from __future__ import annotations

from typing import NamedTuple

from retrieval.postings.arrays import Documents, Positions
from retrieval.postings.collection import Collection
from retrieval.postings.kernel.compiled import compiled
from retrieval.postings.kernel.lists import Lists, gallop, search
from retrieval.postings.statistics import Scores

WINDOW = 1 << 15  # documents: 256 KiB of sums
FIRST = 1 << 13  # documents of the first, which soon gives a threshold
SCAN = 48  # postings that are read through in the time in which a document is sought


class Window(NamedTuple):
    """Sums, in steps, of WINDOW documents in a row, the ``touched`` ones, and each list's stretch of postings there."""

    sums: Scores
    touched: Documents
    starts: Positions
    stops: Positions


@compiled
def next_document(collection: Collection, lists: Lists, places: Positions, needed: int) -> int:
    """The first document that one of the ``needed`` lists has still to tell of; one too many where none has."""
    nearest = len(collection.norms)
    for each in lists.order[:needed]:
        if places[each] < lists.stops[each]:
            nearest = min(nearest, collection.documents[places[each]])
    return nearest


@compiled
def add_up(collection: Collection, lists: Lists, window: Window, each: int, start: int, filled: int) -> int:
    """Add a list's part in the window; returns how many documents are touched now."""
    sums, touched, weight = window.sums, window.touched, lists.weights[each]
    for place in range(window.starts[each], window.stops[each]):
        inside = collection.documents[place] - start
        touched[filled] = inside
        filled += sums[inside] == 0.0
        sums[inside] += weight * collection.parts[place]
    return filled


@compiled
def look_up(collection: Collection, lists: Lists, window: Window, each: int, start: int, touched: Documents) -> None:
    """Add a list's part to the documents touched: reading it through, or seeking each where they are few."""
    first, stop = window.starts[each], window.stops[each]
    sums, weight, documents = window.sums, lists.weights[each], collection.documents
    if stop - first < SCAN * len(touched):
        for place in range(first, stop):
            inside = documents[place] - start
            if sums[inside] > 0.0:
                sums[inside] += weight * collection.parts[place]
    else:
        for inside in touched:
            place = search(documents, first, stop, start + inside)
            if place < stop and documents[place] == start + inside:
                sums[inside] += weight * collection.parts[place]


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
def sift(
    collection: Collection, lists: Lists, window: Window, start: int, width: int, needed: int, least: float
) -> int:
    """Touch the documents of ``width`` from ``start`` on whose sums come to ``least``; returns how many."""
    filled = 0
    for rank in range(len(lists.order)):
        if rank == needed:
            filled = reaching(window, filled, least - lists.rests[rank])
        if rank >= needed and filled == 0:
            break
        each = lists.order[rank]
        documents, stop = collection.documents, lists.stops[each]
        window.starts[each] = gallop(documents, window.stops[each], stop, start)
        window.stops[each] = gallop(documents, window.starts[each], stop, start + width)
        if rank < needed:
            filled = add_up(collection, lists, window, each, start, filled)
        else:
            look_up(collection, lists, window, each, start, window.touched[:filled])
            filled = reaching(window, filled, least - lists.rests[rank + 1])
    return filled
