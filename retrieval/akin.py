"""Akin: for each word of a question, other words that say it: synonyms, the other language's, figures, what is written
short, and another lemma that its form may have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from retrieval import numbers, russian
from retrieval.abbreviations import short_for
from retrieval.meanings import Meanings
from retrieval.terms import lemma


def akin(forms: Sequence[str], words: Sequence[str], meanings: Meanings) -> Mapping[str, tuple[str, ...]]:
    """``words`` are the lemmas of ``forms``, in one order."""
    short = short_for(forms)
    found: dict[str, dict[str, None]] = {}
    for form, word in zip(forms, words, strict=True):
        said = [lemma(short[form])] if form in short else []
        if other := russian.likely_other(form):
            said.append(other)
        found.setdefault(word, {}).update(dict.fromkeys([*said, *_meant([word, *said], meanings)]))
    return {word: tuple(other for other in others if other != word) for word, others in found.items() if others}


def _meant(words: Iterable[str], meanings: Meanings) -> Iterator[str]:
    for word in words:
        yield from meanings.akin(word)
        yield from numbers.akin(word)
