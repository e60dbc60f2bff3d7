"""Whether two texts say the same in the same words: copies of one statement in two articles, or one in another."""

from __future__ import annotations

from collections.abc import Set

from retrieval.terms import forms

_SHARED = 0.8  # of the shorter text's different words


def different_words(text: str) -> frozenset[str]:
    return frozenset(forms(text))


def are_same(one: Set[str], other: Set[str]) -> bool:
    """Of the ``different_words`` of two texts."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _SHARED * shorter
