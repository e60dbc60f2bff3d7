"""Whether two extracts say the same in the same words: copies of one statement in two articles, or one in another."""

from __future__ import annotations

from retrieval.terms import forms

_SHARED = 0.8  # of the shorter text's different words


def same_words(one: str, other: str) -> bool:
    first, second = set(forms(one)), set(forms(other))
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= _SHARED * shorter
