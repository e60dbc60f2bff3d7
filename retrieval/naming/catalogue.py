"""Catalogue: who speaks in the corpus, who published it and when, and which passages are whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.quotation import Kind
from retrieval.keys import is_patronymic, key
from retrieval.naming.filters import Filters
from retrieval.passages import Passage
from retrieval.terms import Lemmas, terms

Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]

_REPORT = 0.7


@dataclass(frozen=True, slots=True)
class Person:
    """``name`` is the fullest that the corpus gives, ``spellings`` are all; ``posts`` are lemmas of the posts held."""

    name: str
    spellings: frozenset[str]
    posts: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.lower().split())

    @property
    def surname(self) -> str:
        return surname(self.words)


class Catalogue:
    """Made of a corpus' passages; read-only."""

    def __init__(self, passages: Sequence[Passage], lemmas: Lemmas) -> None:
        self._speakers = np.array([passage.speaker.name or "" for passage in passages], dtype=object)
        self._outlets = np.array([passage.of.article.outlet or "" for passage in passages], dtype=object)
        days = [passage.of.article.date for passage in passages]
        self._days = np.array([day.toordinal() if day else 0 for day in days], dtype=np.int64)
        self._reported = np.array([passage.kind is Kind.INDIRECT for passage in passages], dtype=np.bool_)
        self.people = _people(passages, lemmas)
        self.outlets = tuple(dict.fromkeys(name for name in self._outlets if name))

    def among(self, filters: Filters) -> Flags:
        """Which passages fulfil ``filters``; an undated one is of no day."""
        flags = np.ones(len(self._days), dtype=np.bool_)
        if filters.speakers:
            flags &= np.isin(self._speakers.astype(str), self._spellings(filters.speakers))
        if filters.outlets:
            flags &= np.isin(self._outlets.astype(str), filters.outlets)
        if filters.since:
            flags &= self._days >= filters.since.toordinal()
        if filters.until:
            flags &= (self._days > 0) & (self._days <= filters.until.toordinal())
        return flags

    def worth(self, filters: Filters) -> Shares:
        """What a passage's score counts for under ``filters``: nothing where it does not fulfil them; of a person
        asked for, his own words for more than an outlet's report of them."""
        shares: Shares = self.among(filters).astype(np.float64)
        if filters.speakers:
            shares[self._reported] *= _REPORT
        return shares

    def _spellings(self, names: tuple[str, ...]) -> list[str]:
        found = {spelling for person in self.people if person.name in names for spelling in person.spellings}
        return sorted(found | set(names))


def _people(passages: Sequence[Passage], lemmas: Lemmas) -> tuple[Person, ...]:
    """One person a key of first name and surname, so that spellings of two articles meet."""
    names: dict[tuple[str, str], dict[str, set[str]]] = {}
    for passage in passages:
        if passage.speaker.name:
            spellings = names.setdefault(_identity(passage.speaker.name), {})
            posts = spellings.setdefault(passage.speaker.name, set())
            posts.update(terms(passage.speaker.role or "", lemmas).words)
    return tuple(_person(spellings) for spellings in names.values())


def _person(spellings: dict[str, set[str]]) -> Person:
    fullest = max(spellings, key=lambda name: (len(name.split()), len(name)))
    return Person(fullest, frozenset(spellings), frozenset().union(*spellings.values()))


def _identity(name: str) -> tuple[str, str]:
    words = name.lower().split()
    return key(words[0]) if len(words) > 1 else "", key(surname(words))


def surname(words: Sequence[str]) -> str:
    """The last word of a name that is no patronymic."""
    return next((word for word in reversed(words) if not is_patronymic(word)), words[-1])
