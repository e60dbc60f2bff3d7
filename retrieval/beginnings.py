"""Beginnings: the folded first letters of a text's words, a quick way to tell which of a few words it has."""

from __future__ import annotations

import re

from retrieval.terms import PREFIX

_BEGINNING = re.compile(rf"\b\w{{1,{PREFIX}}}")
_FOLDED = (*zip("әқғңөұүіһё", "акгноууихе", strict=True), ("\u00ad", ""), ("\u0301", ""))


def beginnings(text: str) -> frozenset[str]:
    """The first PREFIX letters of each word, lower-case and folded as the prefixes of ``terms`` are."""
    plain = text.lower()
    for letter, other in _FOLDED:  # ten times as quick as str.translate where, as mostly, the letter is absent
        plain = plain.replace(letter, other)
    return frozenset(_BEGINNING.findall(plain))
