"""Words of a question with their places, so that what names somebody can be told from what is asked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from retrieval.folding import folded
from retrieval.terms import forms

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_OPENING = "«\"“„"


@dataclass(frozen=True, slots=True)
class Word:
    """``form`` as terms have it, ``plain`` folded; ``capital`` and ``quoted`` (a quotation mark before) as typed."""

    form: str
    plain: str
    start: int
    stop: int
    capital: bool
    quoted: bool


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text``, which is composed (NFC)."""
    found = []
    for match in _WORD.finditer(text):
        form = "".join(forms(match.group()))
        opened = text[match.start() - 1 : match.start()] in tuple(_OPENING)
        if form:
            capital = match.group()[0].isupper()
            found.append(Word(form, folded(form), match.start(), match.end(), capital, opened))
    return tuple(found)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def without(text: str, named: list[Word]) -> str:
    """``text`` without the words ``named``."""
    for word in sorted(named, key=lambda each: each.start, reverse=True):
        text = text[: word.start] + " " + text[word.stop :]
    return text
