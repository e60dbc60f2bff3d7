"""Proper names of a question: of people, places and the like, by their capitals or by what the dictionary knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.morphology import parses
from retrieval.terms import forms, is_stop_word

_NAMES = ("Name", "Surn", "Patr", "Geox", "Orgn")  # of pymorphy's grammemes
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_KAZAKH = re.compile("[әғқңөұүіһ]")
_LATIN = re.compile("[a-z]")
_SHORTEST = 4  # letters: of shorter words the dictionary has too many readings


def proper_forms(text: str) -> Iterator[str]:
    """Forms of ``text`` that name somebody or something; the first word's capital tells nothing."""
    for place, match in enumerate(_WORD.finditer(text)):
        for form in forms(match.group()):
            has_capital = place > 0 and match.group()[0].isupper()
            if not is_stop_word(form) and (has_capital or _is_known_name(form)):
                yield form


def _is_known_name(form: str) -> bool:
    """Whether the dictionary has it as a name first of all. Latin words are names in these languages."""
    if _LATIN.search(form):
        return True
    if _KAZAKH.search(form) or len(form) < _SHORTEST:
        return False
    likeliest = parses(form)[0]
    return any(grammeme in likeliest.tag for grammeme in _NAMES)
