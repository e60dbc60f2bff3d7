"""Rarities: what each term of a query counts for in each field: its idf, as rank_bm25's BM25Plus has it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.index.asked import Asked, Terms
from retrieval.index.fields import Field, Region, View
from retrieval.index.statistics import Frequencies, Statistics
from retrieval.postings import Postings
from retrieval.postings.distribution import check_distribution
from retrieval.postings.vocabulary import UNKNOWN

check_distribution()

Rarity = NDArray[np.float64]  # one a row of a query's terms


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """What is known of the whole collection: ``documents`` are the postings of their own words and prefixes,
    ``articles`` those of whole articles."""

    statistics: Statistics
    documents: Postings
    articles: Postings


class Rarities:
    """Those of one query's terms."""

    def __init__(self, asked: Asked, known: Collected) -> None:
        self._asked = asked
        self._known = known
        self.greatest = math.log(known.documents.size + 1)  # of a term that one document has, or none
        self.words = _by_postings(asked.words, known.documents)
        self.prefixes = _by_postings(asked.prefixes, known.documents)

    def of(self, field: Field) -> Rarity:
        """Of a word around, that of the word in documents' own; of a pair, that of two words that meet by chance."""
        match field.view, field.region:
            case View.PAIRS, _:
                return self._pairs()
            case View.GRAMS, _:
                return _idf(self._known.statistics.grams[self._asked.grams.numbers], self._known.documents.size)
            case _, Region.ABOUT:
                numbers = terms_of(field, self._asked).numbers
                return _idf(self._known.statistics.about[numbers], self._known.documents.size)
            case _, Region.ARTICLE:
                return _by_postings(terms_of(field, self._asked), self._known.articles)
        return self.words if field.view is View.WORDS else self.prefixes

    def _pairs(self) -> Rarity:
        both = np.array([self.words[one] + self.words[other] for one, other in self._asked.pairs], dtype=np.float64)
        rarity: Rarity = np.minimum(both, self.greatest)
        return rarity


def terms_of(field: Field, asked: Asked) -> Terms:
    """Whose rows the field's counts have, pairs apart."""
    return {View.WORDS: asked.words, View.PREFIXES: asked.prefixes, View.GRAMS: asked.grams}[field.view]


def _by_postings(terms: Terms, postings: Postings) -> Rarity:
    starts = postings.starts
    found = (0 if each == UNKNOWN else starts[each + 1] - starts[each] for each in postings.vocabulary.find(terms.rows))
    return _idf(np.fromiter(found, np.int64, len(terms.rows)), postings.size)


def _idf(frequencies: Frequencies, size: int) -> Rarity:
    """What no document has counts for nothing in any."""
    rarity: Rarity = np.log((size + 1) / np.maximum(frequencies, 1))
    return rarity
