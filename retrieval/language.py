"""Language of a short text: "ru", "kk" or "en", by its letters, function words and endings.

Only the frame of an answer depends on it; which words are found does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.folding import folded
from retrieval.languages import kk, ru
from retrieval.terms import forms

_LATIN = re.compile(r"[a-z]+")
_ONLY_KAZAKH = re.compile("[әғқңөұүі]")
_ONLY_RUSSIAN = re.compile("[щъь]")
_LETTER, _FUNCTION_WORD, _ENDING = 3.0, 2.0, 1.0


def language(text: str, otherwise: str = "ru") -> str:
    """The language of ``text``; ``otherwise`` where nothing in it speaks for any."""
    words = forms(text)
    letters = [word for word in words if not word[0].isdigit()]
    if letters and sum(bool(_LATIN.fullmatch(word)) for word in letters) > len(letters) / 2:
        return "en"
    kazakh, russian = _kazakh(letters), _russian(letters)
    if kazakh == russian:
        return otherwise
    return "kk" if kazakh > russian else "ru"


def _kazakh(words: Sequence[str]) -> float:
    return sum(
        _LETTER * bool(_ONLY_KAZAKH.search(word))
        + _FUNCTION_WORD * (word in kk.FUNCTION_WORDS)
        + _ENDING * folded(word).endswith(kk.TYPICAL_ENDINGS)
        for word in words
    )


def _russian(words: Sequence[str]) -> float:
    return sum(
        _LETTER * bool(_ONLY_RUSSIAN.search(word)) / 2
        + _FUNCTION_WORD * (word in ru.FUNCTION_WORDS)
        + _ENDING * word.endswith(ru.TYPICAL_ENDINGS)
        for word in words
    )
