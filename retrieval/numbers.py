"""Numbers: the figures that number words say, and the words that say a figure, as lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from retrieval.languages.numbers import KAZAKH, RUSSIAN
from retrieval.terms import lemma


def _lemmas() -> dict[str, int]:
    return {lemma(word): value for words in (RUSSIAN, KAZAKH) for word, value in words.items()}


VALUES: Mapping[str, int] = _lemmas()
_WORDS = {str(value): tuple(word for word, other in VALUES.items() if other == value) for value in VALUES.values()}


def akin(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each number among ``words``, a figure or a word, the other ways to write it."""
    return {word: others for word in words if (others := _others(word))}


def _others(word: str) -> tuple[str, ...]:
    if word in VALUES:
        figure = str(VALUES[word])
        return (figure, *(other for other in _WORDS[figure] if other != word))
    return _WORDS.get(word, ())
