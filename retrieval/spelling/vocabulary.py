"""Vocabulary: the word forms of the corpus, and the one that a form of a question was meant to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from retrieval import russian
from retrieval.folding import folded
from retrieval.keys import key
from retrieval.spelling.edits import distance, one_edit
from retrieval.terms import STOP_WORDS

_SHORTEST = 5  # letters: one edit turns too many shorter words into one another
_SHORT = 5  # a word so short must begin with the letter typed
_SHORTEST_OF_TWO = 8  # two edits, of shorter words than these
_EDGE = 3  # letters at the beginning or the end that two edits have left alone
_SHORTEST_KEY = 4


class Vocabulary:
    """``counts``: how often the corpus has each form. Read-only once made."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = dict(counts)

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Vocabulary:
        """The words of a corpus, and the stop words that every question has: «сколко» was one."""
        return cls({**dict.fromkeys(STOP_WORDS, 1), **counts})

    def __contains__(self, form: str) -> bool:
        return form in self._counts

    def spelled_alike(self, form: str) -> str | None:
        """The commonest form of the same key: the Kazakh letters, ы and и, doubled letters apart."""
        if form in self._counts:
            return form
        return self._by_key.get(key(form)) if len(form) >= _SHORTEST_KEY else None

    def closest(self, form: str) -> str | None:
        """The commonest form one edit from ``form``, or two where it is long.

        None for a form that is too short, no word of letters, or a Russian word that the corpus merely does not have.
        """
        if len(form) < _SHORTEST or not form.isalpha() or russian.is_known(form):
            return None
        near = {other for other in one_edit(form) if other != form and (len(form) > _SHORT or other[:1] == form[0])}
        return self._commonest(near) or (self._two_edits(form) if len(form) >= _SHORTEST_OF_TWO else None)

    def _two_edits(self, form: str) -> str | None:
        plain = folded(form)
        candidates = {*self._by_edge.get("^" + plain[:_EDGE], ()), *self._by_edge.get(plain[-_EDGE:] + "$", ())}
        return self._commonest(other for other in candidates if distance(plain, folded(other), 2) <= 2)

    def _commonest(self, forms: Iterable[str]) -> str | None:
        known = [form for form in forms if form in self._counts]
        return max(sorted(known), key=self._counts.__getitem__, default=None)

    @cached_property
    def _by_key(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for form in sorted(self._counts, key=lambda each: (self._counts[each], each)):
            found[key(form)] = form
        return found

    @cached_property
    def _by_edge(self) -> dict[str, list[str]]:
        edges: dict[str, list[str]] = defaultdict(list)
        for form in self._counts:
            if len(form) >= _SHORTEST_OF_TWO - 2 and form.isalpha():
                plain = folded(form)
                edges["^" + plain[:_EDGE]].append(form)
                edges[plain[-_EDGE:] + "$"].append(form)
        return edges
