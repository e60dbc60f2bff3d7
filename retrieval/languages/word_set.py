"""A table of words as it is written: words between white space."""

from __future__ import annotations


def word_set(table: str) -> frozenset[str]:
    return frozenset(table.split())
