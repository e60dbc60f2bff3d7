"""Postings: which documents of a collection hold a term, how often, and the best of them for a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.arrays import Counts, Documents, Positions, fixed
from retrieval.postings.asked import Asked, Query, weighed
from retrieval.postings.collection import Collection
from retrieval.postings.hits import Hits, scores_at
from retrieval.postings.parts import Parts, step_of
from retrieval.postings.statistics import Constants, Scores, idfs, mean_length
from retrieval.postings.top import Among, top
from retrieval.postings.vocabulary import UNKNOWN, Vocabulary


@dataclass(frozen=True, eq=False)
class Postings:
    """Documents 0 … size − 1. Term n's postings stand at ``starts[n]:starts[n + 1]``, by document;
    ``bounds[n]`` is the highest of their ``parts``.

    The arrays may be mapped from disk and are never written to; threads may share a value.
    """

    vocabulary: Vocabulary
    starts: Positions
    documents: Documents
    counts: Counts
    parts: Parts
    lengths: Documents
    bounds: Parts
    constants: Constants

    def __post_init__(self) -> None:
        fixed(self.starts, self.documents, self.counts, self.parts, self.lengths, self.bounds)

    @property
    def size(self) -> int:
        return len(self.lengths)

    @property
    def k1(self) -> float:
        return self.constants.k1

    @property
    def b(self) -> float:
        return self.constants.b

    @property
    def delta(self) -> float:
        return self.constants.delta

    @cached_property
    def avgdl(self) -> float:
        return mean_length(self.lengths)

    def __contains__(self, term: str) -> bool:
        return self.vocabulary.find([term]) != [UNKNOWN]

    def frequency(self, term: str) -> int:
        """The number of documents with ``term``."""
        return len(self.postings(term)[0])

    def idf(self, term: str) -> float:
        """rank_bm25's, ln((size + 1) / frequency); an unknown term's as if one document had it."""
        return float(idfs(self.size, np.array([max(1, self.frequency(term))]))[0])

    def postings(self, term: str) -> tuple[Documents, Counts]:
        """The documents with ``term``, ascending, and how often each has it; empty for an unknown one."""
        (number,) = self.vocabulary.find([term])
        place = slice(0, 0) if number == UNKNOWN else slice(int(self.starts[number]), int(self.starts[number + 1]))
        return self.documents[place], self.counts[place]

    def top(self, query: Query, k: int, among: Among | None = None) -> Hits:
        """The best ``k`` documents that share a term with ``query``, those of a full ranking by ``get_scores``.

        ``among`` restricts the documents, as ascending numbers or as one flag a document; what is common or rare stays
        a matter of the whole collection.
        """
        return top(self.collection, self.asked(query), k, among)

    def scores_at(self, query: Query, documents: NDArray[np.integer]) -> Scores:
        """The scores that ``top`` gives, of chosen documents; 0 where no term is shared."""
        return scores_at(self.collection, self.asked(query), documents)

    def get_scores(self, query: Iterable[str]) -> Scores:
        """One score a document, equal to ``rank_bm25.BM25Plus.get_scores`` bit for bit."""
        scores, counted = np.zeros(self.size), np.zeros(self.size, dtype=np.int64)
        for number in self.asked(query).numbers.tolist():
            start, stop = self.starts[number], self.starts[number + 1]
            counted[self.documents[start:stop]] = self.counts[start:stop]
            scores += self.constants.parts(self.collection.idfs[number], counted, self.collection.norms)
            counted[self.documents[start:stop]] = 0
        return scores

    def asked(self, query: Query) -> Asked:
        """The query's known terms and their weights."""
        terms, weights = weighed(query)
        found = self.vocabulary.find(terms)
        if UNKNOWN in found or 0.0 in weights:
            known = [place for place, number in enumerate(found) if number != UNKNOWN and weights[place]]
            found, weights = [found[place] for place in known], [weights[place] for place in known]
        return Asked(np.array(found, dtype=np.int64), np.array(weights, dtype=np.float64))

    @cached_property
    def collection(self) -> Collection:
        """What ``top`` reads: the arrays, and what follows from them for a term and for a document."""
        known = idfs(self.size, np.diff(self.starts))
        norms = self.constants.norms(self.lengths, self.avgdl)
        fixed(known, norms)
        arrays = (self.starts, self.documents, self.counts, self.parts, self.bounds, known, norms)
        return Collection(*arrays, step_of(known, self.constants), self.k1, self.delta)
