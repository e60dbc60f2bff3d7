"""Catalogue: who speaks in the corpus, who published it and when, and which passages are whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

from corpus.quotation import Kind
from retrieval.kept.outline import KINDS, Outline
from retrieval.keys import bare_keys, is_patronymic, key, name_keys
from retrieval.naming.filters import Filters
from retrieval.naming.outlets import OutletNames

Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]

_REPORT = 0.7
_REPORTED = KINDS.index(Kind.INDIRECT)


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


@dataclass(frozen=True, slots=True)
class Credit:
    """A speaker's ``name`` with lemmas of a post; ``identity`` is the same for all spellings of the name."""

    name: str
    identity: str
    posts: tuple[str, ...]


class People(Sequence[Person]):
    """Everybody who speaks in a corpus, found by a word of a question at no cost of asking everybody."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)

    @overload
    def __getitem__(self, place: int) -> Person: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Person, ...]: ...

    def __getitem__(self, place: int | slice) -> Person | tuple[Person, ...]:
        return self._people[place]

    def __len__(self) -> int:
        return len(self._people)

    def bearing(self, form: str) -> list[Person]:
        """Whose surname ``form`` may be a case form or another spelling of, as ``keys.same`` tells."""
        found = {place for bare in bare_keys(form) for place in self._by_surname.get(bare, ())}
        return [self._people[place] for place in sorted(found)]

    def holding(self, post: str) -> list[Person]:
        """Whose post has this lemma."""
        return [self._people[place] for place in self._by_post.get(post, ())]

    @cached_property
    def _by_surname(self) -> dict[str, list[int]]:
        return _places(name_keys(person.surname) for person in self._people)

    @cached_property
    def _by_post(self) -> dict[str, list[int]]:
        return _places(person.posts for person in self._people)


def _places(keys: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Where each key stands."""
    found: dict[str, list[int]] = {}
    for place, of_one in enumerate(keys):
        for each in of_one:
            found.setdefault(each, []).append(place)
    return found


class Catalogue:
    """Made of the ``outline`` of a corpus, and of what its numbers stand for. Nothing in it changes."""

    def __init__(self, outline: Outline, credits: Mapping[int, Credit], outlets: Mapping[int, str]) -> None:
        self._outline = outline
        self._credits = {number: credits[number] for number in _in_order(outline.credits) if number in credits}
        published = outline.outlets[np.diff(outline.starts) > 0]
        self._outlets = {outlets[number]: number for number in _in_order(published) if number in outlets}
        self.outlets = OutletNames(self._outlets)
        self.people = People(_people(self._credits.values()))

    def among(self, filters: Filters) -> Flags:
        """Which passages fulfil ``filters``; an undated one is of no day."""
        outline = self._outline
        articles = np.ones(len(outline.days), dtype=np.bool_)
        if filters.outlets:
            wanted = [self._outlets[name] for name in filters.outlets if name in self._outlets]
            articles &= np.isin(outline.outlets, wanted)
        if filters.since:
            articles &= outline.days >= filters.since.toordinal()
        if filters.until:
            articles &= (outline.days > 0) & (outline.days <= filters.until.toordinal())
        flags: Flags = outline.of_passages(articles)
        return flags & np.isin(outline.credits, self._numbers(filters.speakers)) if filters.speakers else flags

    def worth(self, filters: Filters) -> Shares:
        """What a passage's score counts for under ``filters``: nothing where it does not fulfil them; of a person
        asked for, his own words for more than an outlet's report of them."""
        shares: Shares = self.among(filters).astype(np.float64)
        if filters.speakers:
            shares[self._outline.kinds == _REPORTED] *= _REPORT
        return shares

    @cached_property
    def most_heard(self) -> tuple[str, ...]:
        """The names of all people, whoever has most passages first."""
        counts = np.bincount(self._outline.credits)
        heard = Counter[str]()
        fullest = {spelling: person.name for person in self.people for spelling in person.spellings}
        for number, credit in self._credits.items():
            if credit.name:
                heard[fullest[credit.name]] += int(counts[number])
        return tuple(name for name, _ in heard.most_common())

    @cached_property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last that an article gives; null where none does."""
        known = self._outline.days[self._outline.days > 0]
        return (date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))) if len(known) else (None, None)

    def _numbers(self, names: Sequence[str]) -> list[int]:
        """Of the credits to these people, however spelled."""
        found = {spelling for person in self.people if person.name in names for spelling in person.spellings}
        return [number for number, credit in self._credits.items() if credit.name in found.union(names)]


def identity(name: str) -> str:
    """One of first name and surname, so that spellings of two articles meet."""
    words = name.lower().split()
    return f"{key(words[0]) if len(words) > 1 else ''} {key(surname(words))}"


def surname(words: Sequence[str]) -> str:
    """The last word of a name that is no patronymic."""
    return next((word for word in reversed(words) if not is_patronymic(word)), words[-1])


def _in_order(numbers: NDArray[np.int32]) -> list[int]:
    """The different ones, each where it is met first."""
    different, first = np.unique(numbers, return_index=True)
    in_order: list[int] = different[np.argsort(first)].tolist()
    return in_order


def _people(credits: Iterable[Credit]) -> Iterator[Person]:
    """One person an identity."""
    names: dict[str, dict[str, set[str]]] = {}
    for credit in credits:
        if credit.name:
            names.setdefault(credit.identity, {}).setdefault(credit.name, set()).update(credit.posts)
    return (_person(spellings) for spellings in names.values())


def _person(spellings: dict[str, set[str]]) -> Person:
    fullest = max(spellings, key=lambda name: (len(name.split()), len(name)))
    return Person(fullest, frozenset(spellings), frozenset().union(*spellings.values()))
