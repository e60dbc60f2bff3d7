"""Scripts: what a text may have been meant to be: typed with another layout, or in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.languages import keyboards, latin
from retrieval.transliterated import transliterated

_TO_RUSSIAN = str.maketrans(keyboards.LATIN, keyboards.RUSSIAN)
_TO_LATIN = str.maketrans(keyboards.RUSSIAN, keyboards.LATIN)
_ROW = str.maketrans(keyboards.DIGITS, keyboards.KAZAKH)
_ROW_WITH_HYPHEN = {key: letter for key, letter in _ROW.items() if chr(key) != "-"}
_ON_KEYS = re.compile(r"[^\s]+")
_LATIN = re.compile(r"[a-zäáöóüúūýñńŋğǵşçıʹ']", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яёәғқңөұүіһ]", re.IGNORECASE)
_MIXED = re.compile(r"(?=\S*[а-яё])(?=\S*[0234589=])\S+", re.IGNORECASE)


def is_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) > len(_CYRILLIC.findall(text))


def meant(text: str) -> Iterator[str]:
    """Other texts that ``text`` may stand for, the likeliest scripts only."""
    lower = text.lower()
    if is_latin(lower):
        yield transliterated(lower, latin.RUSSIAN)
        yield transliterated(lower, latin.KAZAKH)
        yield from _on_russian_keys(lower.translate(_TO_RUSSIAN))
    else:
        yield lower.translate(_TO_LATIN)
        if _MIXED.search(lower):
            yield _kazakh_keys(lower, _ROW)


def _on_russian_keys(text: str) -> Iterator[str]:
    """``text`` as it stands, unless digits within its words tell that the layout was Kazakh; then with its letters."""
    if not _MIXED.search(text):
        yield text
    yield _kazakh_keys(text, _ROW)
    if "-" in text:
        yield _kazakh_keys(text, _ROW_WITH_HYPHEN)


def _kazakh_keys(text: str, row: dict[int, int]) -> str:
    """Digits inside words as the Kazakh letters on their keys; a number by itself stays one."""
    return _ON_KEYS.sub(lambda match: _as_letters(match.group(), row), text)


def _as_letters(word: str, row: dict[int, int]) -> str:
    return word.translate(row) if _CYRILLIC.search(word) else word
