"""Build: documents, read once, into postings.

Occurrences are sorted a chunk at a time into runs by term and document; as chunks follow each other in document order,
each run then fills up its terms' postings from the left. Nothing but the runs (five bytes a posting) and the result is
kept, however long the documents are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions, counts_type, ends_of, narrow, ranges
from retrieval.postings.parts import parts_of
from retrieval.postings.postings import Postings
from retrieval.postings.statistics import DELTA, K1, B, Constants
from retrieval.postings.vocabulary import UNKNOWN, make_vocabulary, spelled

CHUNK = 1 << 21  # occurrences sorted at a time

Numbered = NDArray[np.integer] | Sequence[int]


@dataclass(frozen=True, eq=False, slots=True)
class Run:
    """Postings of a chunk's documents, by term and document; ``frequencies`` of ``terms``, which ascend."""

    terms: Positions
    frequencies: Positions
    documents: Documents
    counts: Counts


def build_postings(
    documents: Iterable[Iterable[str]], k1: float = K1, b: float = B, delta: float = DELTA
) -> Postings:
    """Postings of documents given as their terms."""
    numbers: dict[str, int] = {}
    rows = ([numbers.setdefault(term, len(numbers)) for term in document] for document in documents)
    return build_numbered(rows, numbers, k1, b, delta)


def build_numbered(
    documents: Iterable[Numbered], terms: Iterable[str], k1: float = K1, b: float = B, delta: float = DELTA
) -> Postings:
    """Postings of documents given as numbers of ``terms``, which is read last and may grow meanwhile.

    Terms are all different; those that no document has are left out.
    """
    lengths: list[int] = []
    runs = [_run(first, rows) for first, rows in _chunks(documents, lengths)]
    return _joined(runs, [spelled(term) for term in terms], np.array(lengths, dtype=np.int32), Constants(k1, b, delta))


def _chunks(documents: Iterable[Numbered], lengths: list[int]) -> Iterator[tuple[int, list[NDArray[np.int32]]]]:
    """Documents by the chunk, each with the number of its first; tells every document's length on the way."""
    rows: list[NDArray[np.int32]] = []
    held = first = 0
    for document in documents:
        rows.append(np.asarray(document, dtype=np.int32))
        lengths.append(len(rows[-1]))
        held += lengths[-1]
        if held >= CHUNK:
            yield first, rows
            rows, held, first = [], 0, len(lengths)
    if rows:
        yield first, rows


def _run(first: int, rows: Sequence[NDArray[np.int32]]) -> Run:
    """A term and a document are packed into one integer, so that one plain sort does."""
    terms = np.concatenate(rows).astype(np.int64)
    places = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
    pairs = terms * len(rows) + places
    pairs.sort()
    starts = np.flatnonzero(np.diff(pairs, prepend=-1))
    held, documents = np.divmod(pairs[starts], len(rows))
    counts = np.diff(starts, append=len(pairs))
    of_terms = np.flatnonzero(np.diff(held, prepend=-1))
    frequencies = np.diff(of_terms, append=len(held))
    return Run(held[of_terms], frequencies, (documents + first).astype(np.int32), narrow(counts))


def _joined(runs: Sequence[Run], spellings: Sequence[bytes], lengths: Documents, constants: Constants) -> Postings:
    frequencies = np.zeros(len(spellings), dtype=np.int64)
    for run in runs:
        frequencies[run.terms] += run.frequencies
    held = np.flatnonzero(frequencies)
    vocabulary, order = make_vocabulary([spellings[number] for number in held.tolist()])
    places = np.full(len(spellings), UNKNOWN)
    places[held[order]] = np.arange(len(held))
    starts = ends_of(frequencies[held[order]])
    documents, counts = _laid_out(runs, places, starts)
    parts, bounds = parts_of(starts, documents, counts, lengths, constants)
    return Postings(vocabulary, starts, documents, counts, parts, lengths, bounds, constants)


def _laid_out(runs: Sequence[Run], places: Positions, starts: Positions) -> tuple[Documents, Counts]:
    """Each run's postings after those of the runs before."""
    documents = np.empty(starts[-1], dtype=np.int32)
    counts = np.empty(starts[-1], dtype=counts_type(max((int(run.counts.max(initial=0)) for run in runs), default=0)))
    free = starts[:-1].copy()
    for run in runs:
        of_terms = places[run.terms]
        target = ranges(free[of_terms], run.frequencies)
        documents[target], counts[target] = run.documents, run.counts
        free[of_terms] += run.frequencies
    return documents, counts
