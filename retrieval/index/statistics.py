"""Statistics: how many documents have a term, and how long they are, as rank_bm25's BM25Plus counts.

Counting the words around each document anew would cost five times the words themselves, and their pairs as much: of a
word around, the rarity is that of the word in documents' own; of a pair, that of two words that meet by chance. So all
that is kept can be added up article by article, and taken away again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.index.documents import Documents
from retrieval.index.lexicon import Lexicon
from retrieval.index.ragged import Numbers, Places, Ragged

CHUNK = 20_000  # documents counted at once

Frequencies = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """``about`` and ``grams`` are numbers of documents by the number of a term; the rest are sums over ``size``
    documents of the lengths in terms, ``own_length`` and ``gram_length`` of those of their cores."""

    size: int
    about: Frequencies
    grams: Frequencies
    own_length: int
    around_length: int
    about_length: int
    gram_length: int

    def mean(self, total: int) -> float:
        return total / self.size if self.size else 0.0

    def changed(self, by: Statistics, sign: int) -> Statistics:
        """With the documents that ``by`` counts added (1) or taken away (−1); ``by`` may know more terms."""
        return Statistics(
            self.size + sign * by.size,
            _longer(self.about, len(by.about)) + sign * by.about,
            _longer(self.grams, len(by.grams)) + sign * by.grams,
            self.own_length + sign * by.own_length,
            self.around_length + sign * by.around_length,
            self.about_length + sign * by.about_length,
            self.gram_length + sign * by.gram_length,
        )


def statistics(documents: Documents, lexicon: Lexicon) -> Statistics:
    rows = np.arange(len(documents))
    begins, ends = documents.windows(rows)
    starts, stops = documents.cores(rows)
    return Statistics(
        size=len(documents),
        about=_about(documents.about, lexicon),
        grams=_grams(documents.own, lexicon),
        own_length=int((stops - starts).sum()),
        around_length=int((ends - begins).sum()),
        about_length=len(documents.about.values),
        gram_length=int(documents.gram_lengths.sum(dtype=np.int64)),
    )


def _about(about: Ragged, lexicon: Lexicon) -> Frequencies:
    tokens, owners = about.taken(np.arange(len(about)))
    terms, places = lexicon.terms_of(tokens)
    return _frequencies(terms, owners[places], len(lexicon.terms))


def _grams(own: Ragged, lexicon: Lexicon) -> Frequencies:
    found = np.zeros(len(lexicon.grams), dtype=np.int64)
    for first in range(0, len(own), CHUNK):
        tokens, owners = own.taken(np.arange(first, min(first + CHUNK, len(own))))
        grams, of_tokens = lexicon.grams_of.taken(tokens)
        found += _frequencies(grams, owners[of_tokens], len(found))
    return found


def _frequencies(terms: Numbers, owners: Places, size: int) -> Frequencies:
    """In how many different owners each term stands."""
    count = int(owners.max(initial=0)) + 1
    different = np.unique(terms.astype(np.int64) * count + owners)
    return np.bincount(different // count, minlength=size)


def _longer(frequencies: Frequencies, size: int) -> Frequencies:
    return np.pad(frequencies, (0, size - len(frequencies)))
