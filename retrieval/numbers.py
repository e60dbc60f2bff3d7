"""Numbers: the figures that number words say, and the words that say a figure, as lemmas."""

from __future__ import annotations

from collections.abc import Mapping

from retrieval.languages.numbers import KAZAKH, RUSSIAN
from retrieval.terms import lemma


def _lemmas() -> dict[str, int]:
    return {lemma(word): value for words in (RUSSIAN, KAZAKH) for word, value in words.items()}


VALUES: Mapping[str, int] = _lemmas()
_WORDS = {str(value): tuple(word for word, other in VALUES.items() if other == value) for value in VALUES.values()}


def akin(word: str) -> tuple[str, ...]:
    """The other ways to write a number, a figure or a word."""
    if word in VALUES:
        figure = str(VALUES[word])
        return (figure, *(other for other in _WORDS[figure] if other != word))
    return _WORDS.get(word, ())
