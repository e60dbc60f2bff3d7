"""Table: how often each term of a query stands in each of some documents, or around them, or in what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.index.asked import Asked
from retrieval.index.documents import Documents, Rows
from retrieval.index.fields import Region
from retrieval.index.lexicon import Lexicon
from retrieval.index.ragged import Numbers, Places, spread, united
from retrieval.postings import Postings

Counts = NDArray[np.float64]  # [row of a term, document]
Lengths = NDArray[np.float64]  # one a document, in terms


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """``lengths`` are of what was counted in, to compare a count with."""

    words: Counts
    prefixes: Counts
    lengths: Lengths


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All that is counted in some documents; ``pairs``, one row each of ``asked.pairs``, and ``grams`` in their own
    words."""

    own: Table
    around: Table
    about: Table
    article: Table
    pairs: Counts
    grams: Counts
    gram_lengths: Lengths

    def of(self, region: Region) -> Table:
        table: Table = getattr(self, region.value)
        return table


class Counting:
    """Counts the terms of one query in documents."""

    def __init__(self, asked: Asked, lexicon: Lexicon, documents: Documents, articles: Postings) -> None:
        self._asked = asked
        self._lexicon = lexicon
        self._documents = documents
        self._articles = articles
        terms = np.concatenate([asked.words.numbers, asked.prefixes.numbers])
        self._found = _marked(len(lexicon), lexicon.forms_of.taken(terms)[0])

    def tables(self, rows: Rows) -> Tables:
        """``rows`` ascend."""
        size, own = len(rows), self._documents.own
        starts, stops = self._documents.cores(rows)
        begins, ends = self._documents.windows(rows)
        places = united(begins, ends)
        places = places[self._found[own.values[places]]]
        here, owners = _within(places, starts, stops)
        near, neighbours = _within(places, begins, ends)
        return Tables(
            own=self._table(own.values[here], owners, stops - starts),
            around=self._table(own.values[near], neighbours, ends - begins),
            about=self._about(rows),
            article=self._of_articles(self._documents.article_of(rows)),
            pairs=self._pairs(here, owners, size),
            grams=self._grams(starts, stops),
            gram_lengths=self._documents.gram_lengths[rows].astype(np.float64),
        )

    def _table(self, tokens: Numbers, owners: Places, lengths: Places) -> Table:
        """Of ``tokens`` that hold a term each."""
        terms, places = self._lexicon.terms_of(tokens)
        size = len(lengths)
        return Table(
            counted(self._asked.words.numbers, terms, owners[places], size),
            counted(self._asked.prefixes.numbers, terms, owners[places], size),
            lengths.astype(np.float64),
        )

    def _about(self, rows: Rows) -> Table:
        tokens, owners = self._documents.about.taken(rows)
        found = self._found[tokens]
        return self._table(tokens[found], owners[found], self._documents.about.lengths_of(rows))

    def _of_articles(self, articles: Rows) -> Table:
        counts = np.zeros((len(self._asked.words.rows), len(articles)))
        for term, row in self._asked.words.rows.items():
            counts[row] = _looked_up(articles, *self._articles.postings(term))
        return Table(counts, counts[:0], self._articles.lengths[articles].astype(np.float64))

    def _grams(self, starts: Places, stops: Places) -> Counts:
        wanted = self._asked.grams.numbers
        places = united(starts, stops)
        tokens = self._documents.own.values[places]
        places = places[_marked(len(self._lexicon), self._lexicon.forms_with.taken(wanted)[0])[tokens]]
        here, owners = _within(places, starts, stops)
        grams, of_here = self._lexicon.grams_of.taken(self._documents.own.values[here])
        found = _marked(len(self._lexicon.grams), wanted)[grams].nonzero()[0]
        return counted(wanted, grams[found], owners[of_here[found]], len(starts))

    def _pairs(self, places: Places, owners: Places, size: int) -> Counts:
        order = owners.argsort(kind="stable")  # a place that several cores have stands there once for each
        places, owners = places[order], owners[order]
        lemmas = self._lexicon.lemma[self._documents.own.values[places]]
        beside = (np.diff(places) == 1) & (np.diff(owners) == 0)
        counts = np.zeros((len(self._asked.pairs), size))
        numbers = self._asked.words.numbers
        for row, (one, other) in enumerate(self._asked.pairs):
            both = beside & (lemmas[:-1] == numbers[one]) & (lemmas[1:] == numbers[other])
            counts[row] = np.bincount(owners[:-1][both], minlength=size)
        return counts


def _marked(size: int, numbers: Numbers) -> NDArray[np.bool_]:
    marked = np.zeros(size, dtype=np.bool_)
    marked[numbers] = True
    return marked


def _within(places: Places, starts: Places, stops: Places) -> tuple[Places, Places]:
    """Each of ``places`` as often as stretches have it, and which stretch it is; all three ascend."""
    first = stops.searchsorted(places, side="right")
    last = starts.searchsorted(places, side="right")
    owners, which = spread(first, last)
    return places[which], owners


def counted(wanted: Numbers, found: Numbers, owners: Places, size: int) -> Counts:
    """How often each of ``wanted`` is among ``found`` by each owner."""
    if not len(wanted):
        return np.zeros((0, size))
    order = wanted.argsort()
    rows = order[np.minimum(wanted.searchsorted(found, sorter=order), len(wanted) - 1)]
    same = wanted[rows] == found
    counts = np.bincount(rows[same] * size + owners[same], minlength=len(wanted) * size)
    return counts.reshape(len(wanted), size).astype(np.float64)


def _looked_up(wanted: Rows, known: Numbers, values: NDArray[Any]) -> Lengths:
    """The value of each of ``wanted`` that is among ``known``, which ascend; 0 for the others."""
    if not len(known):
        return np.zeros(len(wanted))
    places = np.minimum(known.searchsorted(wanted), len(known) - 1)
    return np.where(known[places] == wanted, values[places], 0).astype(np.float64)
