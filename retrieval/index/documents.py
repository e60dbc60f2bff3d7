"""Documents: the word forms of every passage and of what it is about, in the order of the collection."""

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
Rows = NDArray[np.int64]  # positions of documents, or of articles


@dataclass(frozen=True, slots=True)
class Document:
    """What the index is given of a passage: the word forms of its own, its speaker's name among them, and those of what
    it is about: its headline, the question it answers, its speaker's post, its outlet. Its score is multiplied by
    ``prior``.

    Documents in a row with the same ``group`` (an article) are neighbours.
    """

    own: Sequence[str]
    about: Sequence[str] = ()
    group: str = ""
    prior: float = 1.0

    @property
    def forms(self) -> Iterator[str]:
        yield from self.own
        yield from self.about


@dataclass(frozen=True, slots=True, eq=False)
class Documents:
    """``own`` and ``about`` hold numbers of forms, a row a document; documents ``articles[n]`` to before
    ``articles[n + 1]`` are those of article ``n``; ``gram_lengths`` counts the 4-grams of a document's own words."""

    own: Ragged
    about: Ragged
    articles: Places
    priors: NDArray[np.float64]
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
            self.gram_lengths[start:end],
        )

    def windows(self, rows: Rows) -> tuple[Places, Places]:
        """Where each document's own words with those around them begin and stop in ``own.values``."""
        article = self.article_of(rows)
        first, last = self.own.starts[self.articles[article]], self.own.starts[self.articles[article + 1]]
        begins = np.maximum(self.own.starts[rows] - SURROUNDINGS, first)
        ends = np.minimum(self.own.starts[rows + 1] + SURROUNDINGS, last)
        return begins, ends


def numbered(given: Sequence[Document], lexicon: Lexicon, numbers: dict[str, int]) -> Documents:
    """``given``, whose forms have these ``numbers`` in ``lexicon``."""
    own = Ragged.of([numbers[form] for form in each.own] for each in given)
    sizes = [sum(1 for _ in group) for _, group in groupby(given, key=lambda each: each.group)]
    return Documents(
        own=own,
        about=Ragged.of([numbers[form] for form in each.about] for each in given),
        articles=ends_of(np.array(sizes, dtype=np.int64)),
        priors=np.array([each.prior for each in given], dtype=np.float64),
        gram_lengths=gram_lengths(own, lexicon),
    )


def put_together(parts: Sequence[Documents]) -> Documents:
    """The documents of all, one after another."""
    return Documents(
        joined([part.own for part in parts]),
        joined([part.about for part in parts]),
        ends_of(np.concatenate([np.diff(part.articles) for part in parts])),
        np.concatenate([part.priors for part in parts]),
        np.concatenate([part.gram_lengths for part in parts]),
    )


def gram_lengths(own: Ragged, lexicon: Lexicon) -> Numbers:
    """How many 4-grams each row's forms have."""
    before = ends_of(lexicon.grams_of.lengths[own.values])
    lengths: Numbers = np.diff(before[own.starts]).astype(np.int32)
    return lengths
