"""The best k in numpy, by upper bounds, a term at a time.

MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", IPM 1995): the rarest lists are added up;
the k-th best sum is a threshold. While any posting of the next list may reach it, with all that the lists after can
add, more lists are added up, twice as many postings each time. Of a list that only high parts bring so far, those are
added, and the list is looked up for the candidates there are; so are all lists after. Whichever may still be among the
best at the end are scored exactly.

Most questions come to a few thousand postings, so that it is the calls of numpy that take the time, not what they do.
No sooner were: sums in a place for each document, by ``np.add.at`` or in double precision; a first threshold by looking
up the best so far in the lists left; parts of one byte, which have to be weighed on the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from threading import local
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Documents, Positions
from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.hits import Hits, best_of
from retrieval.postings.lists import PostingsList, lists_of
from retrieval.postings.parts import ROUNDED
from retrieval.postings.statistics import Scores

TOGETHER = 9000  # postings of lists that are added up at once, or twice as many as there were
SURE = 1.6  # times the threshold is more than it will soon rise to
SHORT = 4000  # postings that are sooner added up than looked through
SEEK = 24  # postings that are read through in the time in which a document is sought
GROUPS = 16  # for each document wanted, where many sums are looked through for the k-th best
FEW = 60  # documents beyond the k wanted that are sooner scored exactly than sifted further
ORDINARY = 0.6  # of a list's highest part is what most of a long list's postings add, little more

Flags = NDArray[np.bool_]

_scratch = local()


class Sums(NamedTuple):
    """Different documents, and what the lists so far add to each, in steps."""

    documents: Positions
    sums: Scores


NOTHING = Sums(np.zeros(0, dtype=np.int64), np.zeros(0))


def in_numpy(collection: Collection, asked: Asked, k: int, allowed: Flags | None) -> Hits:
    lists = lists_of(collection, asked)
    rounded = ROUNDED * sum([each.weight for each in lists])
    done = _first(lists, k)
    found = _together(collection, NOTHING, lists[:done], allowed)
    least = _kth(found.sums, k) - rounded
    found = _reaching(found, least - lists[done - 1].rest)
    while done < len(lists) and (len(found.documents) > k + FEW or _brings(lists[done], least)):
        more = _brought(lists, done, least, 2 * len(found.documents))
        if more > done:
            found = _together(collection, found, lists[done:more], allowed)
        else:
            more = done + 1
            found = _lifted(collection, found, lists[done], least, allowed)
        done = more
        least = max(least, _kth(found.sums, k) - rounded)
        found = _reaching(found, least - lists[done - 1].rest)
    documents = found.documents
    documents.sort()
    return best_of(collection, asked, documents, k)


def _first(lists: Sequence[PostingsList], k: int) -> int:
    """How many lists to add up at once: until those left cannot do what one ordinary posting does, or are long."""
    held, least = 0, 0.0
    for place, each in enumerate(lists):
        if held >= k and ((each.bound + each.rest < least and each.size > SHORT) or held + each.size > TOGETHER):
            return place
        held += each.size
        if held >= k:
            least = max(least, ORDINARY * each.bound)
    return len(lists)


def _brought(lists: Sequence[PostingsList], done: int, least: float, most: int) -> int:
    """Up to which list each of those left may bring, with an ordinary posting, a document into the best."""
    held = 0
    for place in range(done, len(lists)):
        each = lists[place]
        held += each.size
        many = place > done and held > max(TOGETHER, most) and each.bound + each.rest < SURE * least
        if many or ORDINARY * each.bound + each.rest < least:
            return place
    return len(lists)


def _together(collection: Collection, found: Sums, lists: Sequence[PostingsList], allowed: Flags | None) -> Sums:
    """What is found and the lists added up."""
    documents = np.concatenate([collection.documents[each.start : each.stop] for each in lists], dtype=np.int64)
    parts = np.concatenate([collection.parts[each.start : each.stop] for each in lists], dtype=np.float64)
    if {each.weight for each in lists} != {1.0}:
        parts *= np.array([each.weight for each in lists]).repeat([each.size for each in lists])
    if allowed is not None:
        kept = allowed.take(documents)
        documents, parts = documents[kept], parts[kept]
    if len(found.documents):
        documents, parts = np.concatenate((found.documents, documents)), np.concatenate((found.sums, parts))
    elif len(lists) == 1:
        return Sums(documents, parts)
    slots = _numbered(documents, len(collection.norms))
    sums = np.bincount(slots.take(documents), parts, len(documents))  # a document's sum is at its last place
    return Sums(documents, sums.astype(np.float64, copy=False))  # of nothing bincount makes whole numbers


def _lifted(collection: Collection, found: Sums, each: PostingsList, least: float, allowed: Flags | None) -> Sums:
    """The list's parts added to the documents found, and those added that it may bring into the best by itself."""
    held, parts = collection.documents[each.start : each.stop], collection.parts[each.start : each.stop]
    places, rows = _there(collection, found, held)
    found.sums[rows] += parts.take(places) * each.weight
    if not _brings(each, least):
        return found
    enough = parts >= ceil((least - each.rest) / each.weight)
    enough[places] = False
    places = enough.nonzero()[0]
    documents = held.take(places).astype(np.int64)
    if allowed is not None:
        kept = allowed.take(documents)
        documents, places = documents[kept], places[kept]
    sums = parts.take(places) * each.weight
    return Sums(np.concatenate((found.documents, documents)), np.concatenate((found.sums, sums)))


def _there(collection: Collection, found: Sums, held: Documents) -> tuple[Positions, Positions]:
    """Where ``held`` has documents found, and where these stand among them."""
    if len(found.documents) * SEEK < len(held):
        wanted = found.documents.astype(np.int32)  # or the list would be made as wide first
        places = held.searchsorted(wanted)
        rows = (held.take(places, mode="clip") == wanted).nonzero()[0]
        return places.take(rows), rows
    flags = _flags(len(collection.norms))
    flags[found.documents] = True
    places = flags.take(held).nonzero()[0]
    flags[found.documents] = False
    slots = _numbered(found.documents, len(collection.norms))
    return places, slots.take(held.take(places)).astype(np.int64)


def _brings(each: PostingsList, least: float) -> bool:
    """Whether a document that is in none of the lists before may be among the best."""
    return each.bound + each.rest >= least


def _reaching(found: Sums, least: float) -> Sums:
    """Each document once: where it stood before its last place, its sum is 0."""
    kept = (found.sums > max(0.0, least)).nonzero()[0]
    return Sums(found.documents.take(kept), found.sums.take(kept))


def _kth(sums: Scores, k: int) -> float:
    """A sum that ``k`` of them reach, the k-th highest or little less; 0 where there are fewer.

    Many are cut into groups first, as the k-th highest of the groups' highest is reached by ``k`` groups.
    """
    if len(sums) < k:
        return 0.0
    deep = len(sums) // (GROUPS * k)
    highest = np.maximum.reduce(sums[: deep * GROUPS * k].reshape(deep, -1)) if deep > 1 else sums.copy()
    highest.partition(len(highest) - k)
    return float(highest[-k])


def _numbered(documents: Positions, size: int) -> Documents:
    """Where each of ``documents`` stands there, the last place of it, by the document's number."""
    slots = _slots(size)
    slots[documents] = np.arange(len(documents), dtype=np.int32)
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
