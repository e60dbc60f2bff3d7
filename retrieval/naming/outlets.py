"""Outlets that a question names: «что писал журнал «Степь»», «в «Степи»», «Каспийская линия о нефти»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.directory import NO_ENTRIES, Directory, plain
from retrieval.languages import kk, ru
from retrieval.terms import Lemmas
from retrieval.words import Word, words


@dataclass(frozen=True, slots=True)
class Outlet:
    """``name`` is the operator's or the first that the corpus gives, ``spellings`` are all, ``numbers`` theirs."""

    name: str
    spellings: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    outlet: Outlet
    words: tuple[Word, ...]


class Outlets:
    """The outlets of a corpus, found by the words of their names."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._outlets = tuple(outlets)

    def called(self, name: str) -> Outlet | None:
        """Whose own name this is."""
        return self._by_name.get(name)

    def beginning(self, first: Iterable[str], lemmas: Lemmas) -> list[tuple[Outlet, list[str]]]:
        """The outlets with a spelling whose first own lemma is one of these, with all its own lemmas; the longest name
        first, of equals in the order of the corpus."""
        names = self._by_first(lemmas)
        found = [each for lemma in dict.fromkeys(first) for each in names.get(lemma, ())]
        return [(self._outlets[place], own) for place, own in sorted(found, key=lambda each: (-len(each[1]), each[0]))]

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        return {outlet.name: outlet for outlet in self._outlets}

    def _by_first(self, lemmas: Lemmas) -> dict[str, list[tuple[int, list[str]]]]:
        """Made once, when it is first asked for: lemmas are the same whoever tells them."""
        if "_names" not in self.__dict__:
            found: dict[str, list[tuple[int, list[str]]]] = {}
            for place, outlet in enumerate(self._outlets):
                for own in (proper(spelling, lemmas) for spelling in outlet.spellings):
                    found.setdefault(own[0] if own else "", []).append((place, own))
            self._names = found
        return self._names


def outlets(names: Mapping[int, str], directory: Directory = NO_ENTRIES) -> Outlets:
    """The outlets with these ``names``, each of which has a number: one where they differ in case and marks alone, or
    where the operator says so."""
    found: dict[str, list[int]] = {}
    for number, name in names.items():
        entry = directory.find(name)
        found.setdefault(plain(entry.name if entry else name), []).append(number)
    return Outlets(_outlet([names[number] for number in numbers], numbers, directory) for numbers in found.values())


def _outlet(printed: Sequence[str], numbers: Sequence[int], directory: Directory) -> Outlet:
    entry = directory.find(printed[0])
    known = entry.spellings if entry else ()
    return Outlet(entry.name if entry else printed[0], tuple(dict.fromkeys([*known, *printed])), tuple(numbers))


def by_outlet(asked: Sequence[Word], outlets: Outlets, lemmas: Lemmas) -> NamedOutlet | None:
    """The first outlet whose name stands in the question: in marks, behind «журнал» or «газета», or of two words."""
    lemma = [lemmas.lemma(word.form) for word in asked]
    for outlet, own in outlets.beginning(lemma, lemmas):
        for place in range(len(asked) - len(own) + 1):
            if lemma[place : place + len(own)] == own and _is_meant(asked, lemma, place, len(own)):
                start = place - 1 if place and lemma[place - 1] in KINDS else place
                return NamedOutlet(outlet, tuple(asked[start : place + len(own)]))
    return None


def proper(name: str, lemmas: Lemmas) -> list[str]:
    """The lemmas of an outlet's own name, without what kind of outlet it is."""
    found = [lemmas.lemma(word.form) for word in words(name)]
    return [word for word in found if word not in KINDS] or found


def _is_meant(asked: Sequence[Word], lemma: Sequence[str], place: int, length: int) -> bool:
    return length > 1 or asked[place].quoted or (place > 0 and lemma[place - 1] in KINDS)


KINDS = ru.OUTLET_KINDS | kk.OUTLET_KINDS
