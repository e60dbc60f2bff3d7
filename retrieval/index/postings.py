"""Postings: which documents hold a term and how often, scored as rank_bm25's BM25Plus scores.

``rank_bm25`` gives the statistics (idf, lengths, constants) and the formula; what differs is where the counts are
kept: there one dict a document, scanned whole for every question word, here sorted arrays a term.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from importlib.metadata import packages_distributions

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

K1, B = 0.9, 0.4  # better than 1.5 and 0.75 on all but one of our evaluation sets

Scores = NDArray[np.float64]
Impacts = NDArray[np.float32]
Positions = NDArray[np.int32]


def check_distribution() -> None:
    """Raise ImportError where another distribution has put its module over rank-bm25's: they share the name."""
    owners = set(packages_distributions().get("rank_bm25", ()))
    if owners != {"rank-bm25"}:
        raise ImportError(
            f"the module rank_bm25 belongs to {', '.join(sorted(owners)) or 'no distribution'}; "
            "uninstall these and install rank-bm25 again"
        )


check_distribution()


class PostingsBM25(BM25Plus):  # type: ignore[misc]  # rank_bm25 has no types
    """BM25Plus over documents given as sequences of terms, in fixed positions 0, 1, 2 …

    ``get_scores`` equals rank_bm25's bit for bit. ``matches`` leaves out what BM25Plus adds to every document
    alike (idf·delta), so that a document without a question's terms scores 0, and reads the postings alone.
    """

    corpus_size: int
    avgdl: float
    idf: dict[str, float]

    def __init__(self, corpus: Iterable[Sequence[str]], k1: float = K1, b: float = B) -> None:
        super().__init__(corpus, k1=k1, b=b)
        self._impacts = self._weighed()

    def __contains__(self, term: str) -> bool:
        return term in self._numbers

    def postings(self, term: str) -> tuple[Positions, Positions]:
        """Positions of the documents with ``term``, ascending, and how often each has it; empty for an unknown."""
        place = self._place(term)
        return self._documents[place], self._counts[place]

    def matches(self, query: Iterable[str]) -> Scores:
        """One score a document: the sum over the query's terms, 0 where none is shared."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            self.add(scores, term, 1.0)
        return scores

    def add(self, scores: Scores, term: str, weight: float) -> None:
        """Add to ``scores`` what ``term`` is worth in each document, times ``weight``."""
        place = self._place(term)
        scores[self._documents[place]] += weight * self._impacts[place]

    def best(self, terms: Iterable[str]) -> Scores:
        """One score a document: that of the term worth most in it, so that synonyms do not add up."""
        scores = np.zeros(self.corpus_size)
        for term in terms:
            place = self._place(term)
            documents = self._documents[place]
            scores[documents] = np.maximum(scores[documents], self._impacts[place])
        return scores

    def rarity(self, term: str) -> float:
        """The term's idf, ln((documents + 1) / documents with it); an unknown term's as if one document had it."""
        return self.idf.get(term, math.log(self.corpus_size + 1))

    def ceiling(self, query: Iterable[str]) -> float:
        """What no document's score can exceed: every term of the query in it, repeated without end."""
        return float(self.k1 + 1) * sum(map(self.rarity, query))

    def get_scores(self, query: Iterable[str]) -> Scores:
        """rank_bm25's scores, computed by its own expression in its own order of operations."""
        score = np.zeros(self.corpus_size)
        for term in query:
            if term in self._numbers:
                documents, counts = self.postings(term)
                q_freq = np.zeros(self.corpus_size, dtype=np.int64)
                q_freq[documents] = counts
                score += self.idf[term] * (self.delta + (q_freq * (self.k1 + 1)) / (self._norms + q_freq))
        return score

    def _place(self, term: str) -> slice:
        """Where the postings of ``term`` stand; an empty slice for an unknown one."""
        number = self._numbers.get(term)
        return slice(0, 0) if number is None else slice(self._starts[number], self._starts[number + 1])

    def _weighed(self) -> Impacts:
        """What each posting adds to its document's score, so that a question only adds up."""
        rarities = np.fromiter((self.idf[term] for term in self._numbers), np.float64, len(self._numbers))
        saturated = self._counts * (self.k1 + 1) / (self._norms[self._documents] + self._counts)
        impacts: Impacts = (np.repeat(rarities, np.diff(self._starts)) * saturated).astype(np.float32)
        return impacts

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        """Called by rank_bm25's ``__init__``: counts the corpus, returns term -> number of documents with it."""
        self._numbers: dict[str, int] = {}
        occurrences = self._numbered(corpus)
        self.corpus_size = len(self.doc_len)
        self.avgdl = sum(self.doc_len) / self.corpus_size if self.corpus_size else 0.0
        self._count(occurrences)
        return dict(zip(self._numbers, np.diff(self._starts).tolist(), strict=True))

    def _numbered(self, corpus: Iterable[Sequence[str]]) -> NDArray[np.int64]:
        """Every occurrence of the corpus as its term's number, document after document."""
        numbers = self._numbers
        occurrences = array("q")
        for document in corpus:
            self.doc_len.append(len(document))
            occurrences.extend(numbers.setdefault(term, len(numbers)) for term in document)
        return np.frombuffer(occurrences, dtype=np.int64) if occurrences else np.zeros(0, dtype=np.int64)

    def _count(self, occurrences: NDArray[np.int64]) -> None:
        """Sort (term, document) pairs into postings: pairs are packed into one integer each."""
        lengths = np.array(self.doc_len, dtype=np.int64)
        size = max(1, self.corpus_size)
        documents = np.repeat(np.arange(self.corpus_size, dtype=np.int64), lengths)
        pairs, counts = np.unique(occurrences * size + documents, return_counts=True)
        self._documents = (pairs % size).astype(np.int32)
        self._counts = counts.astype(np.int32)
        self._starts = np.searchsorted(pairs // size, np.arange(len(self._numbers) + 1))
        self._norms = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1.0))
