"""Edits: how far two spellings are apart, and every spelling one edit away (Damerau, 1964)."""

from __future__ import annotations

from collections.abc import Iterator

_ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүіһ"


def one_edit(form: str) -> Iterator[str]:
    """Every string one insertion, deletion, replacement or exchange of neighbours away."""
    for i in range(len(form) + 1):
        left, right = form[:i], form[i:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _ALPHABET)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _ALPHABET)


def distance(one: str, other: str, most: int) -> int:
    """Insertions, deletions, replacements and exchanges of neighbours between two strings; ``most + 1`` if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if last and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
