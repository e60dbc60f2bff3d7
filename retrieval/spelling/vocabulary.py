"""Vocabulary: the word forms of the corpus, and the one that a form of a question was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from retrieval import russian
from retrieval.folding import folded
from retrieval.keys import bare_keys, key
from retrieval.spelling.counts import Counts, CountsInMemory, edges
from retrieval.spelling.edits import distance, one_edit
from retrieval.terms import STOP_WORDS

_SHORTEST = 5  # letters: one edit turns too many shorter words into one another
_SHORT = 5  # a word so short must begin with the letter typed
_SHORTEST_KEY = 4
_SHORTEST_OF_TWO = 8  # two edits, of shorter words than these


class Vocabulary:
    """``counts``: how often the corpus has each form, and the stop words that every question has: «сколко» was one.

    Nothing in it changes, so threads may share it.
    """

    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Vocabulary:
        """The words of a corpus that have been counted."""
        return cls(CountsInMemory(counts))

    def __contains__(self, form: str) -> bool:
        return form in STOP_WORDS or self._counts.count(form) > 0

    def among(self, forms: Iterable[str]) -> Set[str]:
        """Those of ``forms`` that it has, looked up at once."""
        different = frozenset(forms)
        return {*self._counts.counts(different - STOP_WORDS), *(different & STOP_WORDS)}

    def spelled_alike(self, form: str) -> str | None:
        """The commonest form of the same key: the Kazakh letters, ы and и, doubled letters apart."""
        if form in self:
            return form
        if len(form) < _SHORTEST_KEY:
            return None
        alike = key(form)
        stop_word, other = _STOP_WORDS.of_key(alike), self._counts.of_key(alike)
        return max((each for each in (stop_word, other) if each), key=self._rank, default=None)

    def loan(self, form: str) -> str | None:
        """The commonest Latin word that the Cyrillic ``form`` spells, in one of its cases."""
        found = {self._counts.of_key(each) for each in bare_keys(form) if len(each) >= _SHORTEST_KEY}
        return max((each for each in found if each and each.isascii()), key=self._rank, default=None)

    def closest(self, form: str) -> str | None:
        """The commonest form one edit from ``form``, or two where it is long.

        None for a form that is too short, no word of letters, or a Russian word that the corpus merely does not have.
        """
        if len(form) < _SHORTEST or not form.isalpha() or russian.is_known(form):
            return None
        near = {other for other in one_edit(form) if other != form and (len(form) > _SHORT or other[:1] == form[0])}
        return self._commonest(near) or (self._two_edits(form) if len(form) >= _SHORTEST_OF_TWO else None)

    def _two_edits(self, form: str) -> str | None:
        plain, around = folded(form), edges(form)
        candidates = {*_STOP_WORDS.of_edges(*around), *self._counts.of_edges(*around)}
        return self._commonest(other for other in candidates if distance(plain, folded(other), 2) <= 2)

    def _commonest(self, forms: Iterable[str]) -> str | None:
        wanted = sorted(set(forms))
        known = {**_STOP_WORDS.counts(wanted), **self._counts.counts(wanted)}
        return max((form for form in wanted if form in known), key=known.__getitem__, default=None)

    def _rank(self, form: str) -> tuple[int, str]:
        return self._counts.count(form) or _STOP_WORDS.count(form), form


_STOP_WORDS = CountsInMemory(dict.fromkeys(STOP_WORDS, 1))
