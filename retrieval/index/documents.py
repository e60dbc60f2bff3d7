"""Documents: the word forms of every passage and of what it is about, in the order of the collection.

A document is found by its core: its own words and those of the documents behind it in its article, as far as it
``reach``es. So cores overlap, and yet every word is kept once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from retrieval.index.lexicon import Lexicon
from retrieval.index.ragged import Numbers, Places, Ragged, joined
from retrieval.postings.arrays import ends_of, ranges

SURROUNDINGS = 120  # words taken from the neighbours on each side
MOST_REACHED = 255  # documents of a core
BEFORE = 2  # documents in front of one that has a word, whose cores may be the better place for it
Rows = NDArray[np.int64]  # positions of documents, or of articles


@dataclass(frozen=True, slots=True)
class Document:
    """What the index is given of a passage: the word forms of its own, its speaker's name among them, and those of what
    it is about: its headline, the question it answers, its speaker's post, its outlet. Its score is multiplied by
    ``prior``. ``reach`` counts the documents of its core, itself among them, at most MOST_REACHED.

    Documents in a row with the same ``group`` (an article) are neighbours.
    """

    own: Sequence[str]
    about: Sequence[str] = ()
    group: str = ""
    prior: float = 1.0
    reach: int = 1

    @property
    def forms(self) -> Iterator[str]:
        yield from self.own
        yield from self.about


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """``own`` and ``about`` hold numbers of forms, a row a document; documents ``articles[n]`` to before
    ``articles[n + 1]`` are those of article ``n``; ``gram_lengths`` counts the 4-grams of a document's core."""

    own: Ragged
    about: Ragged
    articles: Places
    priors: NDArray[np.float64]
    reaches: NDArray[np.uint8]
    gram_lengths: Numbers

    def __len__(self) -> int:
        return len(self.own)

    def article_of(self, rows: Rows) -> Rows:
        found: Rows = self.articles.searchsorted(rows, side="right") - 1
        return found

    def of_articles(self, numbers: Rows) -> Rows:
        """The positions of all documents of these articles, an article after another."""
        starts = self.articles[numbers]
        return ranges(starts, self.articles[1:][numbers] - starts)

    def between(self, first: int, stop: int) -> Documents:
        """Articles ``first`` to before ``stop``."""
        start, end = int(self.articles[first]), int(self.articles[stop])
        return Documents(
            self.own.between(start, end),
            self.about.between(start, end),
            self.articles[first : stop + 1] - start,
            self.priors[start:end],
            self.reaches[start:end],
            self.gram_lengths[start:end],
        )

    def cores(self, rows: Rows) -> tuple[Places, Places]:
        """Where the words of each document's core begin and stop in ``own.values``."""
        return self.own.starts[rows], self.own.starts[rows + self.reaches[rows]]

    def windows(self, rows: Rows) -> tuple[Places, Places]:
        """Where each document's core with the words around it begins and stops in ``own.values``."""
        article = self.article_of(rows)
        first, last = self.own.starts[self.articles[article]], self.own.starts[self.articles[article + 1]]
        starts, stops = self.cores(rows)
        return np.maximum(starts - SURROUNDINGS, first), np.minimum(stops + SURROUNDINGS, last)

    def reaching(self, rows: Rows) -> Rows:
        """``rows``, which ascend, and those right before them whose cores take them in."""
        found = [rows]
        for step in range(1, BEFORE + 1):
            before = rows - step
            before = before[before >= 0]
            found.append(before[before + self.reaches[before] > before + step])
        return np.unique(np.concatenate(found))


def numbered(given: Sequence[Document], lexicon: Lexicon, numbers: dict[str, int]) -> Documents:
    """``given``, whose forms have these ``numbers`` in ``lexicon``."""
    own = Ragged.of([numbers[form] for form in each.own] for each in given)
    sizes = [sum(1 for _ in group) for _, group in groupby(given, key=lambda each: each.group)]
    reaches = np.array([each.reach for each in given], dtype=np.uint8)
    return Documents(
        own=own,
        about=Ragged.of([numbers[form] for form in each.about] for each in given),
        articles=ends_of(np.array(sizes, dtype=np.int64)),
        priors=np.array([each.prior for each in given], dtype=np.float64),
        reaches=reaches,
        gram_lengths=gram_lengths(own, reaches, lexicon),
    )


def put_together(parts: Sequence[Documents]) -> Documents:
    """The documents of all, one after another."""
    return Documents(
        joined([part.own for part in parts]),
        joined([part.about for part in parts]),
        ends_of(np.concatenate([np.diff(part.articles) for part in parts])),
        np.concatenate([part.priors for part in parts]),
        np.concatenate([part.reaches for part in parts]),
        np.concatenate([part.gram_lengths for part in parts]),
    )


def gram_lengths(own: Ragged, reaches: NDArray[np.uint8], lexicon: Lexicon) -> Numbers:
    """How many 4-grams the forms of each row's core have."""
    before = ends_of(lexicon.grams_of.lengths[own.values])[own.starts]
    rows = np.arange(len(own))
    lengths: Numbers = (before[rows + reaches] - before[rows]).astype(np.int32)
    return lengths
