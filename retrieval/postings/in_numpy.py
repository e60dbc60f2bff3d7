"""The best k in numpy, by upper bounds, a term at a time.

MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", IPM 1995): the rarest lists are added up;
the k-th best sum is a threshold. What a later list brings is a candidate only where its count, with all that the lists
after it can add, reaches the threshold; beyond that the list is looked up for the candidates there are. Whichever may
still be among the best at the end are scored exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import local
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions
from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.hits import Hits, best_of
from retrieval.postings.lists import PostingsList, lists_of
from retrieval.postings.statistics import Scores

SLACK = 1e-5  # by which share sums in single precision may differ from exact scores, and more
TOGETHER = 6000  # postings of the first lists are added up at once
GROUPS = 16  # for each document wanted, where many sums are looked through for the k-th best
SEEK = 24  # postings that are read through in the time in which a document is sought
FEW = 100  # documents beyond the k wanted that are sooner scored exactly than sifted further

Flags = NDArray[np.bool_]
Singles = NDArray[np.float32]  # sums that need not be exact

_scratch = local()


class Sums(NamedTuple):
    """Different documents, and what the lists so far add to each."""

    documents: Positions
    sums: Scores | Singles


def in_numpy(collection: Collection, asked: Asked, k: int, allowed: Flags | None) -> Hits:
    lists = lists_of(collection, asked)
    first = _first(lists, k, 1 + collection.k1)
    found = _together(collection, lists[:first], allowed)
    least = _kth(found.sums, k)
    found = _reaching(found, least, lists[first - 1].rest)
    for each in lists[first:]:
        if not _brings(each, least) and len(found.documents) <= k + FEW:
            break
        found = _lifted(collection, found, each, least, allowed)
        least = max(least, _kth(found.sums, k))
        found = _reaching(found, least, each.rest)
    documents = found.documents
    documents.sort()
    return best_of(collection, asked, documents, k)


def _first(lists: Sequence[PostingsList], k: int, ordinary: float) -> int:
    """How many lists to add up at once: until those left cannot do what one ordinary occurrence does, or are long."""
    held, least = 0, 0.0
    for place, each in enumerate(lists):
        if held >= k and (each.bound + each.rest < least or held + len(each) > TOGETHER):
            return place
        held += len(each)
        if held >= k:
            least = max(least, each.gain / ordinary)
    return len(lists)


def _together(collection: Collection, lists: Sequence[PostingsList], allowed: Flags | None) -> Sums:
    documents = np.concatenate([collection.documents[each.start : each.stop] for each in lists], dtype=np.int64)
    counts = [collection.counts[each.start : each.stop] for each in lists]
    parts = _parts(collection, documents, np.concatenate(counts, dtype=np.float32))
    parts *= np.array([each.gain for each in lists], dtype=np.float32).repeat([len(each) for each in lists])
    if allowed is not None:
        kept = allowed.take(documents)
        documents, parts = documents[kept], parts[kept]
    if len(lists) > 1:
        slots = _numbered(documents, len(collection.norms))
        sums = np.bincount(slots.take(documents), parts, len(documents))  # a document's sum is at its last place
        return Sums(documents, sums.astype(np.float64, copy=False))  # of nothing bincount makes whole numbers
    return Sums(documents, parts)


def _parts(collection: Collection, documents: Positions, counts: Counts | Singles) -> Singles:
    times = counts.astype(np.float32, copy=False)
    parts = collection.singles.take(documents)
    parts += times
    np.divide(times, parts, out=parts)
    return parts


def _lifted(collection: Collection, found: Sums, each: PostingsList, least: float, allowed: Flags | None) -> Sums:
    """The list's parts added to the documents found, and those added that it may bring into the best by itself."""
    brings = _brings(each, least)
    if not brings and len(found.documents) * SEEK < len(each):
        return _sought(collection, found, each)
    held, counts = collection.documents[each.start : each.stop], collection.counts[each.start : each.stop]
    there = _among(held, found.documents, len(collection.norms))
    places = there.nonzero()[0]
    documents = held.take(places).astype(np.int64)
    parts = each.gain * _parts(collection, documents, counts.take(places))
    found.sums[_numbered(found.documents, len(collection.norms)).take(documents)] += parts
    if not brings:
        return found
    places = ((counts >= _least_count(collection, each, least)) > there).nonzero()[0]
    documents = held.take(places).astype(np.int64)
    if allowed is not None:
        kept = allowed.take(documents)
        documents, places = documents[kept], places[kept]
    parts = each.gain * _parts(collection, documents, counts.take(places))
    return Sums(np.concatenate((found.documents, documents)), np.concatenate((found.sums, parts)))


def _brings(each: PostingsList, least: float) -> bool:
    """Whether a document that is in none of the lists before may be among the best."""
    return each.bound + each.rest >= least * (1 - SLACK)


def _least_count(collection: Collection, each: PostingsList, least: float) -> int:
    """The least count of a document that is in none of the lists before and yet may reach the threshold."""
    impact = (least * (1 - SLACK) - each.rest) / each.gain
    lowest = float(collection.lowest[0])
    if impact <= 0:
        return 1
    if impact >= 1:
        return 1 << 30
    return int(np.ceil(lowest * impact / (1 - impact) * (1 - SLACK)))


def _sought(collection: Collection, found: Sums, each: PostingsList) -> Sums:
    held = collection.documents[each.start : each.stop]
    wanted = found.documents.astype(np.int32)  # or the list would be made as wide first
    places = held.searchsorted(wanted)
    hits = (held.take(places, mode="clip") == wanted).nonzero()[0]
    counts = collection.counts[each.start : each.stop].take(places.take(hits))
    found.sums[hits] += each.gain * _parts(collection, found.documents.take(hits), counts)
    return found


def _among(held: Documents, documents: Positions, size: int) -> Flags:
    """Which of ``held`` are among ``documents``."""
    flags = _flags(size)
    flags[documents] = True
    there: Flags = flags.take(held)
    flags[documents] = False
    return there


def _reaching(found: Sums, least: float, rest: float) -> Sums:
    """Those that may still come to ``least``."""
    kept = (found.sums > max(0.0, least - rest - SLACK * (least + rest))).nonzero()[0]
    return Sums(found.documents.take(kept), found.sums.take(kept))


def _kth(sums: Scores | Singles, k: int) -> float:
    """A sum that ``k`` of them reach, the k-th highest or little less; 0 where there are fewer.

    Many are cut into groups first, as the k-th highest of the groups' highest is reached by ``k`` groups.
    """
    if len(sums) < k:
        return 0.0
    deep = max(1, len(sums) // (GROUPS * k))
    highest = np.maximum.reduce(sums[: deep * GROUPS * k].reshape(deep, -1))
    highest.sort()
    return float(highest[-k])


def _numbered(documents: Positions, size: int) -> Documents:
    """Where each of ``documents`` stands there, the last place of it, by the document's number."""
    slots = _slots(size)
    slots[documents] = np.arange(len(documents))
    return slots


def _slots(size: int) -> Documents:
    """This thread's own numbers; whatever stands there is overwritten before it is read."""
    slots: Documents | None = getattr(_scratch, "slots", None)
    if slots is None or len(slots) < size:
        slots = _scratch.slots = np.empty(size, dtype=np.int32)
    return slots


def _flags(size: int) -> Flags:
    """This thread's own flags, all down."""
    flags: Flags | None = getattr(_scratch, "flags", None)
    if flags is None or len(flags) < size:
        flags = _scratch.flags = np.zeros(size, dtype=np.bool_)
    return flags
