"""Asked: a query as numbers, each different term a row of the tables that documents are held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.index.lexicon import LEMMA, OTHER, PREFIX, Lexicon
from retrieval.index.query import Query
from retrieval.index.ragged import Numbers
from retrieval.index.strings import UNKNOWN, Strings


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """``rows`` tells the row of each term that the collection has, ``numbers`` the term's number, ``times`` how often
    it is asked for; ``missing`` counts the askings for terms that the collection has not."""

    rows: dict[str, int]
    numbers: Numbers
    times: NDArray[np.float64]
    missing: int

    @classmethod
    def of(cls, found: Sequence[str], known: Strings, others: Sequence[str] = ()) -> Terms:
        """``found`` as often as they are asked for, and ``others``, which are not."""
        times = Counter(found)
        numbers = dict(zip([*times], known.numbers_of([*times]), strict=True))
        numbers.update(zip(others, known.numbers_of(others), strict=True))
        here = [term for term, number in numbers.items() if number != UNKNOWN]
        return cls(
            rows={term: row for row, term in enumerate(here)},
            numbers=np.array([numbers[term] for term in here], dtype=np.int32),
            times=np.array([times[term] for term in here], dtype=np.float64),
            missing=sum(count for term, count in times.items() if numbers[term] == UNKNOWN),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """``words`` are the question's lemmas and, for each word, ``others``: those akin to it, and forms that may be of it
    as well. ``akin`` gives for each word the rows of these others, ``pairs`` the rows of lemmas side by side, once for
    every time, ``beginnings`` a word's prefix."""

    query: Query
    words: Terms
    prefixes: Terms
    grams: Terms
    others: Mapping[str, Sequence[str]]
    akin: tuple[Numbers, ...]
    pairs: tuple[tuple[int, int], ...]
    beginnings: Mapping[str, str]


def asked(query: Query, lexicon: Lexicon) -> Asked:
    """``query`` in the numbers of ``lexicon``."""
    lemmas = [LEMMA + word for word in query.terms.words]
    others = {word: _others(word, query.akin.get(word, ())) for word in query.terms.words}
    words = Terms.of(lemmas, lexicon.terms, [each for akin in others.values() for each in akin if each not in lemmas])
    return Asked(
        query,
        words,
        Terms.of([PREFIX + prefix for prefix in query.terms.prefixes], lexicon.terms),
        Terms.of(query.terms.grams, lexicon.grams),
        others,
        _akin(others.values(), words.rows),
        _pairs(lemmas, words.rows),
        dict(zip(query.terms.words, query.terms.prefixes, strict=True)),
    )


def _others(word: str, akin: Sequence[str]) -> list[str]:
    """The terms of words that say what ``word`` does, and of forms that may be of it or of one of these."""
    return [*(LEMMA + other for other in akin), *(OTHER + each for each in (word, *akin))]


def _akin(akin: Iterable[Sequence[str]], rows: Mapping[str, int]) -> tuple[Numbers, ...]:
    known = ([rows[other] for other in others if other in rows] for others in akin)
    return tuple(np.array(each, dtype=np.int32) for each in known if each)


def _pairs(lemmas: Sequence[str], rows: Mapping[str, int]) -> tuple[tuple[int, int], ...]:
    return tuple((rows[one], rows[other]) for one, other in pairwise(lemmas) if one in rows and other in rows)
