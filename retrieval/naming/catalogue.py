"""Catalogue: who speaks in the corpus, who published it and when, and which passages are whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.directory import NO_DIRECTORIES, Directories
from corpus.quotation import Kind
from retrieval.kept.outline import KINDS, Outline
from retrieval.keys import bare_keys, name_keys
from retrieval.naming.filters import Filters
from retrieval.naming.outlets import Outlet, Outlets, outlets
from retrieval.naming.person import Credit, People, Person, people
from retrieval.words import words

Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]

_REPORT = 0.7
_REPORTED = KINDS.index(Kind.INDIRECT)


class Catalogue:
    """Made of the ``outline`` of a corpus, and of what its numbers stand for. Nothing in it changes; who is one person
    is found out when it is first asked."""

    def __init__(
        self,
        outline: Outline,
        credits: Mapping[int, Credit],
        outlets: Mapping[int, str],
        known: Directories = NO_DIRECTORIES,
    ) -> None:
        self._outline = outline
        self._credits = credits
        self._outlets = outlets
        self._known = known

    @cached_property
    def people(self) -> People:
        numbers = [number for number in _in_order(self._outline.credits) if number in self._credits]
        best_known = sorted(numbers, key=lambda number: -self._heard[number])
        return people([self._credits[number] for number in best_known], self._known.people)

    @cached_property
    def outlets(self) -> Outlets:
        published = self._outline.outlets[np.diff(self._outline.starts) > 0]
        numbers = [number for number in _in_order(published) if number in self._outlets]
        return outlets({number: self._outlets[number] for number in numbers}, self._known.outlets)

    def among(self, filters: Filters) -> Flags:
        """Which passages fulfil ``filters``; an undated one is of no day."""
        outline = self._outline
        articles = np.ones(len(outline.days), dtype=np.bool_)
        if filters.outlets:
            articles &= np.isin(outline.outlets, _numbers(map(self.outlets.called, filters.outlets)))
        if filters.since:
            articles &= outline.days >= filters.since.toordinal()
        if filters.until:
            articles &= (outline.days > 0) & (outline.days <= filters.until.toordinal())
        if filters.undated_only:
            articles &= outline.days == 0
        flags: Flags = outline.of_passages(articles)
        if filters.speakers:
            flags &= np.isin(outline.credits, _numbers(map(self.people.called, filters.speakers)))
        return flags

    def worth(self, filters: Filters) -> Shares:
        """What a passage's score counts for under ``filters``: nothing where it does not fulfil them; of a person
        asked for, his own words for more than an outlet's report of them."""
        shares: Shares = self.among(filters).astype(np.float64)
        if filters.speakers:
            shares[self._outline.kinds == _REPORTED] *= _REPORT
        return shares

    def names(self, form: str) -> bool:
        """Whether a spelling that the operator gives has this word, in any of its case forms."""
        return not bare_keys(form).isdisjoint(self._given)

    @cached_property
    def most_heard(self) -> tuple[str, ...]:
        """The names of all people, whoever has most passages first."""
        heard = Counter({person.name: sum(self._heard[number] for number in person.numbers) for person in self.people})
        return tuple(name for name, _ in heard.most_common())

    @cached_property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last that an article gives; null where none does."""
        known = self._outline.days[self._outline.days > 0]
        return (date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))) if len(known) else (None, None)

    @cached_property
    def _heard(self) -> list[int]:
        """How many passages each credit has, by its number."""
        counts: list[int] = np.bincount(self._outline.credits).tolist()
        return counts

    @cached_property
    def _given(self) -> frozenset[str]:
        spellings = [each for one in (self._known.people, self._known.outlets) for each in one.spellings]
        return frozenset(key for each in spellings for word in words(each) for key in name_keys(word.form))


def _numbers(named: Iterable[Person | Outlet | None]) -> list[int]:
    """Of all that the corpus has of them; a name that it has not is null."""
    return [number for each in named if each for number in each.numbers]


def _in_order(numbers: NDArray[np.int32]) -> list[int]:
    """The different ones, each where it is met first."""
    different, first = np.unique(numbers, return_index=True)
    in_order: list[int] = different[np.argsort(first)].tolist()
    return in_order
