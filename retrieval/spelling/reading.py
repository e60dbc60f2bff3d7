"""Respelling: a question's text and words as they were meant, judged by the words that the corpus has."""

from __future__ import annotations

from collections.abc import Callable, Set

from retrieval import kazakh, russian
from retrieval.languages import latin
from retrieval.spelling.scripts import is_latin, meant
from retrieval.spelling.vocabulary import Vocabulary
from retrieval.terms import forms, is_stop_word
from retrieval.transliterated import transliterated
from retrieval.words import words

_BETTER = 0.2  # by how much another script must make a text better known
_WELL_KNOWN = 0.75  # a text of which so much is known is not another's


def as_meant(text: str, vocabulary: Vocabulary) -> str:
    """``text``, or what it stands for in another script or layout, if far more of that is words."""
    own = known_share(text, vocabulary)
    if own >= _WELL_KNOWN:
        return text
    best = max(meant(text), key=lambda other: known_share(other, vocabulary))
    return best if known_share(best, vocabulary) >= own + _BETTER else text


def known_share(text: str, vocabulary: Vocabulary) -> float:
    """The share of the words of ``text`` that are words of the corpus or of a dictionary, by their letters."""
    found = forms(text)
    whole, printed = sum(map(len, found)), vocabulary.among(found)
    return sum(len(form) * _known(form, printed, vocabulary) for form in found) / whole if whole else 0.0


def _known(form: str, printed: Set[str], vocabulary: Vocabulary) -> float:
    if form in printed:
        return 1.0
    alike = vocabulary.spelled_alike(form)
    return 0.8 if (alike and is_latin(alike) == is_latin(form)) or russian.is_known(form) else 0.0


def corrected(text: str, vocabulary: Vocabulary, has: Callable[[str], bool]) -> str:
    """``text`` with each word as the corpus prints it, where it has not the word typed (``has``) but surely another."""
    parts: list[str] = []
    last = 0
    for word in words(text):
        is_had = is_stop_word(word.form) or all(has(part) for part in forms(word.form))
        meant_form = word.form if is_had else _as_printed(word.form, vocabulary, has)
        if meant_form != word.form:
            parts += [text[last : word.start], meant_form.capitalize() if word.capital else meant_form]
            last = word.stop
    return "".join([*parts, text[last:]])


def _as_printed(form: str, vocabulary: Vocabulary, has: Callable[[str], bool]) -> str:
    if form in vocabulary or form.isdigit():
        return form
    if is_latin(form):
        return _from_latin(form, vocabulary, has) or form
    if russian.is_known(form):
        return form
    alike = vocabulary.spelled_alike(form) or vocabulary.loan(form)
    return alike or (None if kazakh.is_known(form) else vocabulary.closest(form)) or form


def _from_latin(form: str, vocabulary: Vocabulary, has: Callable[[str], bool]) -> str | None:
    """A Latin word among others as a Cyrillic one of the corpus: «Markov», «nomad», «fermer»."""
    if alike := vocabulary.spelled_alike(form):
        return alike
    for table in (latin.RUSSIAN, latin.KAZAKH, latin.LOANS):
        cyrillic = transliterated(form, table)
        if found := vocabulary.spelled_alike(cyrillic) or vocabulary.closest(cyrillic):
            return found
        if has(cyrillic):
            return cyrillic
    return None
