"""A mistyped word of a question -> the word of the corpus one edit away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retrieval import russian

_ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүіһ"
_SHORTEST = 6  # letters: one edit turns too many shorter words into one another


def closest(form: str, frequency: Callable[[str], int]) -> str | None:
    """The commonest form one edit from ``form``; ``frequency`` is 0 for forms that the corpus lacks.

    None for a form that is too short, no word of letters, or a Russian word that the corpus merely does not have.
    """
    if len(form) < _SHORTEST or not form.isalpha() or russian.is_known(form):
        return None
    found = {other: frequency(other) for other in set(_one_edit(form)) - {form}}
    best = max(sorted(found), key=lambda other: found[other])
    return best if found[best] else None


def _one_edit(form: str) -> Iterator[str]:
    """Every string one insertion, deletion, replacement or exchange of neighbours away (Damerau, 1964)."""
    for i in range(len(form) + 1):
        left, right = form[:i], form[i:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _ALPHABET)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _ALPHABET)
