"""Terms: what a text is found by; articles and questions pass through the same chain, word by word.

A word's terms depend on its own letters alone, never on a guess of its text's language: a Russian lemma where the
Russian dictionary knows the word and it has no Kazakh letter, otherwise what Kazakh suffix rules leave of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from retrieval import kazakh, russian
from retrieval.abbreviations import abbreviated
from retrieval.folding import folded
from retrieval.languages import en, kk, ru
from retrieval.prefixed import prefixed
from retrieval.unified import unified

# A number with its decimals is one word; a hyphenated word is as many as it has parts.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_KAZAKH_LETTERS = re.compile("[әғқңөұүіһ]")
STOP_WORDS = frozenset(word.replace("ё", "е") for word in ru.STOP_WORDS | kk.STOP_WORDS | en.STOP_WORDS)
PREFIX, _GRAM = 5, 4  # letters
_SEEN_FORMS = 1 << 17  # word forms whose grams are kept in memory


@dataclass(frozen=True, slots=True)
class Terms:
    """One text's terms in three views, each in text order with repetitions.

    ``words`` are lemmas or stems; ``prefixes`` the folded first letters; ``grams`` the folded character 4-grams of
    ``^word$``. Folding writes Kazakh letters as their Russian neighbours, so that a typo or a missing letter still
    shares most of its grams.
    """

    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    grams: tuple[str, ...] = ()


NO_TERMS = Terms()


class Lemmas(Protocol):
    """Anything that knows a word form's lemma; ``WordForms`` keeps them on disk."""

    def lemma(self, form: str) -> str: ...

    def other_lemma(self, form: str) -> str | None:
        """Another one that the form may have as well."""

    def __contains__(self, form: str) -> bool: ...


def terms(text: str, lemmas: Lemmas) -> Terms:
    """The terms of ``text``, without stop words."""
    return terms_of(topical_forms(text), lemmas)


def terms_of(forms: Iterable[str], lemmas: Lemmas) -> Terms:
    """The terms of single ``forms``, stop words or not."""
    forms = tuple(forms)
    return Terms(
        words=tuple(lemmas.lemma(form) for form in forms),
        prefixes=tuple(_views(form)[0] for form in forms),
        grams=tuple(gram for form in forms for gram in _views(form)[1]),
    )


def topical_forms(text: str) -> list[str]:
    """Words of ``text`` with a topic, as ``forms`` has them; behind a full name what is short for it."""
    return abbreviated([form for form in forms(text) if form not in STOP_WORDS])


def is_stop_word(form: str) -> bool:
    return form in STOP_WORDS


def forms(text: str) -> list[str]:
    """All words and numbers of ``text``, lower-case, in the one spelling that ``unified`` gives them."""
    plain = unified(text)
    return prefixed(_WORD.findall(plain), plain)


def lemma(form: str) -> str:
    """The lemma or stem of one form, from the rules and dictionaries alone."""
    if _KAZAKH_LETTERS.search(form):
        return kazakh.stem(form)
    return russian.lemma(form) or kazakh.stem(form)


def lemmas(form: str) -> tuple[str, ...]:
    """The lemma or stem of one form, and another lemma where it may be of that as well."""
    return (() if _KAZAKH_LETTERS.search(form) else russian.lemmas(form)) or (kazakh.stem(form),)


@lru_cache(maxsize=_SEEN_FORMS)
def _views(form: str) -> tuple[str, tuple[str, ...]]:
    """The prefix and the 4-grams of one form."""
    plain = folded(form)
    marked = f"^{plain}$"
    return plain[:PREFIX], tuple(marked[i : i + _GRAM] for i in range(max(1, len(marked) - _GRAM + 1)))
