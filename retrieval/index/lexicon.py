"""Lexicon: every word form of the collection, and what it is found by: its lemmas, its prefix and its 4-grams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.index.ragged import Numbers, Places, Ragged, inverted, joined
from retrieval.index.strings import UNKNOWN, Strings
from retrieval.postings.arrays import ends_of
from retrieval.terms import Lemmas, terms_of

# Told apart by a mark, lemmas, prefixes, and lemmas that a form may have as well are numbered as terms of one list.
LEMMA, PREFIX, OTHER = "=", "^", "~"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """``lemma`` and ``prefix`` give a form's numbers among ``terms``, ``other`` that of another lemma, UNKNOWN where it
    has none; ``grams_of`` those of its 4-grams in ``grams``;
    ``forms_of`` gives a term's forms, ``forms_with`` a 4-gram's."""

    forms: Strings
    terms: Strings
    grams: Strings
    lemma: Numbers
    prefix: Numbers
    other: Numbers
    grams_of: Ragged
    forms_of: Ragged
    forms_with: Ragged

    def __len__(self) -> int:
        return len(self.forms)

    def terms_of(self, forms: Numbers) -> tuple[Numbers, Places]:
        """The terms of ``forms``, those of one kind after those of another, and the place of the form of each."""
        each, other = np.arange(len(forms)), self.other[forms]
        with_other = np.flatnonzero(other != UNKNOWN)
        terms = np.concatenate([self.lemma[forms], self.prefix[forms], other[with_other]])
        return terms, np.concatenate([each, each, with_other])

    def learned(self, forms: Sequence[str], lemmas: Lemmas) -> Lexicon:
        """This, and after its own forms ``forms``, which are new to it; numbers once given stay."""
        if not forms:
            return self
        views = [terms_of((form,), lemmas) for form in forms]
        found = [term for view in views for term in (LEMMA + view.words[0], PREFIX + view.prefixes[0])]
        others = [OTHER + (lemmas.other_lemma(form) or "") for form in forms]
        terms, numbers = _numbered(self.terms, [*found, *filter(OTHER.__ne__, others)])
        grams, gram_numbers = _numbered(self.grams, [gram for view in views for gram in view.grams])
        lengths = np.array([len(view.grams) for view in views], dtype=np.int64)
        return _lexicon(
            (self.forms.extended(forms), terms, grams),
            np.concatenate([self.lemma, numbers[0 : len(found) : 2]]),
            np.concatenate([self.prefix, numbers[1 : len(found) : 2]]),
            np.concatenate([self.other, terms.numbers_of(others)]),
            joined([self.grams_of, Ragged(gram_numbers, ends_of(lengths))]),
        )


def no_lexicon() -> Lexicon:
    nothing, none = Strings.of(()), np.zeros(0, dtype=np.int32)
    return _lexicon((nothing, nothing, nothing), none, none, none, Ragged.of(()))


def _lexicon(
    strings: tuple[Strings, Strings, Strings], lemma: Numbers, prefix: Numbers, other: Numbers, grams_of: Ragged
) -> Lexicon:
    forms, terms, grams = strings
    each, with_other = np.arange(len(forms)), np.flatnonzero(other != UNKNOWN)
    with_gram = np.repeat(each, grams_of.lengths)
    return Lexicon(
        *strings,
        lemma,
        prefix,
        other,
        grams_of,
        forms_of=inverted(
            np.concatenate([lemma, prefix, other[with_other]]), np.concatenate([each, each, with_other]), len(terms)
        ),
        forms_with=inverted(grams_of.values, with_gram, len(grams)),
    )


def _numbered(known: Strings, found: Sequence[str]) -> tuple[Strings, Numbers]:
    """``known`` with what is new in ``found``, and the number of each found one."""
    different = list(dict.fromkeys(found))
    numbers = dict(zip(different, known.numbers_of(different), strict=True))
    new = [text for text, number in numbers.items() if number == UNKNOWN]
    numbers.update(zip(new, range(len(known), len(known) + len(new)), strict=True))
    return known.extended(new), np.array([numbers[text] for text in found], dtype=np.int32)
