"""Splice: postings after some documents went and others came, equal to those built anew, without reading the rest.

Kept documents get their new places by one look-up over all postings; the added ones' postings, built alone, are put in
between. Parts are made anew, because every length is measured against the mean and every idf against the size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions, counts_type, ends_of
from retrieval.postings.build import build_postings
from retrieval.postings.parts import parts_of
from retrieval.postings.postings import Postings
from retrieval.postings.vocabulary import UNKNOWN, merged_vocabulary

Places = NDArray[np.integer]
Part = tuple[Positions, Documents, Counts]  # starts by the whole vocabulary's terms, new documents, counts


def spliced(old: Postings, kept: Places, added: Postings | Iterable[Iterable[str]], places: Places) -> Postings:
    """Documents ``kept`` of ``old``, and ``added`` ones, given as postings of their own or as their terms.

    ``kept`` are positions in ``old`` and ``places`` the added documents' positions in the result; both ascend, and the
    kept documents fill what is free in the result in their order. Raises ValueError where that does not come out even.
    """
    new = added if isinstance(added, Postings) else build_postings(added, *astuple(old.constants))
    size = len(kept) + new.size
    _check(old, kept, new, places, size)
    stand = np.ones(size, dtype=np.bool_)
    stand[places] = False
    lengths = np.empty(size, dtype=np.int32)
    lengths[stand], lengths[places] = old.lengths[kept], new.lengths
    moved = np.full(old.size, -1, dtype=np.int32)
    moved[kept] = np.flatnonzero(stand)
    return _joined(old, moved, new, places.astype(np.int32), lengths)


def _check(old: Postings, kept: Places, new: Postings, places: Places, size: int) -> None:
    if len(places) != new.size:
        raise ValueError(f"{new.size} documents are added and {len(places)} places are told")
    for name, positions, end in (("kept", kept, old.size), ("places", places, size)):
        if len(positions) and (positions[0] < 0 or positions[-1] >= end or (np.diff(positions) <= 0).any()):
            raise ValueError(f"{name} must ascend from 0 to {end - 1} at most, no position twice")


def _joined(old: Postings, moved: Documents, new: Postings, places: Documents, lengths: Documents) -> Postings:
    kept = _kept(old, moved)
    frequencies = np.diff(kept[0])
    vocabulary, of_old, of_new = merged_vocabulary(old.vocabulary, frequencies > 0, new.vocabulary)
    stays = _by_terms(kept, of_old, len(vocabulary))
    comes = _by_terms((new.starts, places[new.documents], new.counts), of_new, len(vocabulary))
    starts, documents, counts = _merged(stays, comes)
    parts, bounds = parts_of(starts, documents, counts, lengths, old.constants)
    return Postings(vocabulary, starts, documents, counts, parts, lengths, bounds, old.constants)


def _kept(old: Postings, moved: Documents) -> Part:
    documents = moved.take(old.documents)
    stays = documents >= 0
    gone = np.flatnonzero(~stays)
    if not len(gone):
        return old.starts, documents, old.counts
    return old.starts - gone.searchsorted(old.starts), documents[stays], old.counts[stays]


def _by_terms(part: Part, numbers: Positions, terms: int) -> Part:
    """The same postings with ranges for all ``terms``; ``numbers`` are those of the part's own, UNKNOWN for none."""
    starts, documents, counts = part
    if terms == len(numbers) and np.array_equal(numbers, np.arange(terms)):
        return part
    sizes = np.zeros(terms, dtype=np.int64)
    known = numbers != UNKNOWN
    sizes[numbers[known]] = np.diff(starts)[known]
    return ends_of(sizes), documents, counts


def _merged(stays: Part, comes: Part) -> Part:
    terms = np.repeat(np.arange(len(comes[0]) - 1), np.diff(comes[0]))
    before = _found(stays[1], stays[0][terms], stays[0][terms + 1], comes[1])
    target = before + np.arange(len(before))
    there = np.zeros(len(stays[1]) + len(target), dtype=np.bool_)
    there[target] = True
    documents = np.empty(len(there), dtype=np.int32)
    documents[there], documents[~there] = comes[1], stays[1]
    greatest = max(int(stays[2].max(initial=0)), int(comes[2].max(initial=0)))
    counts = np.empty(len(there), dtype=counts_type(greatest))
    counts[there], counts[~there] = comes[2], stays[2]
    return stays[0] + comes[0], documents, counts


def _found(documents: Documents, starts: Positions, stops: Positions, wanted: Documents) -> Positions:
    """Where each wanted document belongs in its own range of ``documents``: binary searches side by side."""
    low, high = starts.copy(), stops.copy()
    while (open_ := np.flatnonzero(low < high)).size:
        middle = (low[open_] + high[open_]) // 2
        lower = documents[middle] < wanted[open_]
        low[open_[lower]] = middle[lower] + 1
        high[open_[~lower]] = middle[~lower]
    return low
