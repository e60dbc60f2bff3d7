"""Counts: how often the corpus has each word form, and which forms are spelled nearly like one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol

from retrieval.folding import folded
from retrieval.keys import key

EDGE = 3  # letters at the beginning or the end that two edits have left alone
_SHORTEST_EDGED = 6


class Counts(Protocol):
    """The forms that the corpus has. Threads may share it."""

    def count(self, form: str) -> int:
        """0 where the corpus has not got it."""

    def counts(self, forms: Iterable[str]) -> dict[str, int]:
        """Of those that the corpus has."""

    def of_key(self, key: str) -> str | None:
        """The commonest form of this key, of equals the last in the order of the letters."""

    def of_edges(self, head: str, tail: str) -> Iterable[str]:
        """The forms whose first folded letters are ``head``, or whose last are ``tail``."""


def has_edges(form: str) -> bool:
    """Whether ``form`` is long enough to be meant where two letters are wrong."""
    return len(form) >= _SHORTEST_EDGED and form.isalpha()


def edges(form: str) -> tuple[str, str]:
    """The folded letters at the beginning of ``form`` and at its end."""
    plain = folded(form)
    return plain[:EDGE], plain[-EDGE:]


class CountsInMemory:
    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = dict(counts)

    def count(self, form: str) -> int:
        return self._counts.get(form, 0)

    def counts(self, forms: Iterable[str]) -> dict[str, int]:
        return {form: self._counts[form] for form in forms if form in self._counts}

    def of_key(self, key: str) -> str | None:
        return self._by_key.get(key)

    def of_edges(self, head: str, tail: str) -> Iterable[str]:
        return {*self._by_edge.get("^" + head, ()), *self._by_edge.get(tail + "$", ())}

    @cached_property
    def _by_key(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for form in sorted(self._counts, key=lambda each: (self._counts[each], each)):
            found[key(form)] = form
        return found

    @cached_property
    def _by_edge(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for form in filter(has_edges, self._counts):
            head, tail = edges(form)
            found["^" + head].append(form)
            found[tail + "$"].append(form)
        return found
