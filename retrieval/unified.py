"""Unified: a text in one spelling where several are usual, so that articles and questions meet.

Composed (NFC) and lower-case, ё as е; without what is no part of a word; letters that look like those of the word's
script as these; a decimal point as a comma, thousands together.
"""

from __future__ import annotations

import re
import unicodedata

from retrieval.languages import lookalikes

# Characters that stand inside words and are no part of them: soft hyphen, zero-width signs, combining stress.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301]")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = "A-Za-zƏə", "\u0400-\u052f"
_BOTH_SCRIPTS = re.compile(f"[{_LATIN}](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}].))")
_TO_CYRILLIC = str.maketrans(lookalikes.LATIN, lookalikes.CYRILLIC)
_TO_LATIN = str.maketrans(lookalikes.CYRILLIC, lookalikes.LATIN)
_PARTED = re.compile(r"\d[. \u00a0\u2009\u202f]\d")  # one quick look: most texts have no such number
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")


def unified(text: str) -> str:
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    if _BOTH_SCRIPTS.search(plain):
        plain = _LETTERS.sub(lambda word: _of_one_script(word.group()), plain)
    if _PARTED.search(plain):
        plain = _THOUSANDS.sub(lambda number: "".join(number.group().split()), plain)
        plain = _DECIMAL_POINT.sub(",", plain)
    return plain.lower().replace("ё", "е")


def _of_one_script(word: str) -> str:
    """«AЭС» with a Latin A all in Cyrillic; a word with letters that only Latin has in Latin, if it can be."""
    if not _BOTH_SCRIPTS.search(word):
        return word
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    return next((one for one in (cyrillic, latin) if not _BOTH_SCRIPTS.search(one)), word)
