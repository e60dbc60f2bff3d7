"""Scores: what each field adds to each document's score, by the formula of rank_bm25's BM25Plus.

Of the formula delta is left out: it adds the same to every document.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.index.asked import Asked
from retrieval.index.fields import FIELDS, Field, Region, View
from retrieval.index.lexicon import LEMMA
from retrieval.index.rarities import Collected, Rarities, Rarity, terms_of
from retrieval.index.tables import Counts, Lengths, Table, Tables

Scores = NDArray[np.float64]


class Scoring:
    """Scores documents by one query."""

    def __init__(self, asked: Asked, known: Collected) -> None:
        self._asked = asked
        self._known = known
        self._rarities = Rarities(asked, known)

    def by_field(self, tables: Tables) -> dict[str, Scores]:
        """One score a document, by the field's name."""
        return {field.name: self._scores(field, tables) for field in FIELDS}

    def rarity(self, word: str) -> float:
        """The idf of a word of the query in documents' own words; an unknown one's as if one had it."""
        row = self._asked.words.rows.get(LEMMA + word)
        return self._rarities.greatest if row is None else float(self._rarities.words[row])

    @cached_property
    def ideal(self) -> float:
        """The score of an ideal document: every term of the question without end in every ideal field."""
        return sum(field.weight * (field.k1 + 1) * self._ceiling(field) for field in FIELDS if field.ideal)

    def _scores(self, field: Field, tables: Tables) -> Scores:
        counts, lengths = _counted(field, tables)
        worth = _worth(field, counts, self._rarities.of(field), lengths / (self._average(field) or 1.0))
        if field.view is View.PAIRS:
            scores: Scores = field.weight * worth.sum(axis=0)
            return scores
        scores = field.weight * (terms_of(field, self._asked).times @ worth)
        if field.akin:
            for rows in self._asked.akin:  # the one worth most, so that synonyms do not add up
                scores += field.akin * worth[rows].max(axis=0)
        return scores

    def _average(self, field: Field) -> float:
        """Length of a document in terms."""
        known = self._known.statistics
        if field.region is Region.ARTICLE:
            return self._known.articles.avgdl
        if field.view is View.GRAMS:
            return known.mean(known.gram_length)
        totals = {Region.OWN: known.own_length, Region.AROUND: known.around_length, Region.ABOUT: known.about_length}
        return known.mean(totals[field.region])

    def _ceiling(self, field: Field) -> float:
        terms = terms_of(field, self._asked)
        return float(terms.times @ self._rarities.of(field)) + terms.missing * self._rarities.greatest


def _counted(field: Field, tables: Tables) -> tuple[Counts, Lengths]:
    """How often the field has each term, and how long it is."""
    if field.view is View.PAIRS:
        return tables.pairs, tables.own.lengths
    if field.view is View.GRAMS:
        return tables.grams, tables.gram_lengths
    table: Table = tables.of(field.region)
    return (table.words if field.view is View.WORDS else table.prefixes), table.lengths


def _worth(field: Field, counts: Counts, rarity: Rarity, length: Lengths) -> Counts:
    """What each term adds to each document; ``length`` is a share of the average."""
    k1, b = field.k1, field.b
    worth: Counts = rarity[:, None] * counts * (k1 + 1) / (counts + k1 * (1 - b + b * length))
    return worth
