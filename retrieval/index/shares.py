"""Shares: how far each of some documents has each word of a query: wholly, by another word, by its first letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.index.asked import Asked
from retrieval.index.lexicon import LEMMA, PREFIX
from retrieval.index.tables import Counts, Table, Tables

AKIN = 0.75  # what a word that means the same counts for: «перевозка» where «транзит» is asked about
BEGINNING = 0.5  # and a word of the same first letters: «санкционный» where «санкции» are

Matrix = NDArray[np.float64]  # between 0 and 1: [row of a word, document]


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """``words`` are the query's, each with its row; each matrix looks further than the one before: the documents' own
    words; these with what they are about; with their neighbours; with the rest of their articles, where first letters
    are not counted."""

    words: dict[str, int]
    own: Matrix
    about: Matrix
    around: Matrix
    article: Matrix


def shares(asked: Asked, tables: Tables) -> Shares:
    """Of the documents of ``tables``."""
    words = list(dict.fromkeys(asked.query.terms.words))
    rows = _Rows.of(asked, words)
    own = rows.shares(tables.own)
    about = np.maximum(own, rows.shares(tables.about))
    around = np.maximum(about, rows.shares(tables.around))
    article = np.maximum(around, rows.shares(tables.article))
    return Shares({word: row for row, word in enumerate(words)}, own, about, around, article)


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Of each word of a query the rows of a table that have it, −1 where there is none: its lemma's, its prefix's, and
    those of the words that mean the same."""

    lemmas: NDArray[np.int64]
    akin: NDArray[np.int64]  # [word, other word]
    prefixes: NDArray[np.int64]

    @classmethod
    def of(cls, asked: Asked, words: Sequence[str]) -> _Rows:
        known = asked.words.rows
        others = [[known.get(other, -1) for other in asked.others[word]] for word in words]
        longest = max(map(len, others), default=0)
        filled = [[*each, *[-1] * (longest - len(each))] for each in others]
        return cls(
            np.array([known.get(LEMMA + word, -1) for word in words], dtype=np.int64),
            np.array(filled, dtype=np.int64).reshape(len(words), longest),
            np.array([asked.prefixes.rows.get(PREFIX + asked.beginnings[word], -1) for word in words], dtype=np.int64),
        )

    def shares(self, table: Table) -> Matrix:
        had = _had(table.words)
        found: Matrix = np.where(had[self.lemmas], 1.0, AKIN * had[self.akin].any(axis=1))
        if len(table.prefixes):
            found = np.maximum(found, BEGINNING * _had(table.prefixes)[self.prefixes])
        return found


def _had(counts: Counts) -> NDArray[np.bool_]:
    """Which documents have each term; the last row is that of a term that none has."""
    return np.concatenate([counts > 0, np.zeros((1, counts.shape[1]), dtype=np.bool_)])
