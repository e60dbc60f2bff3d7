"""Outlets that a question names: «что писал журнал «Степь»», «в «Степи»», «Каспийская линия о нефти»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.languages import kk, ru
from retrieval.terms import Lemmas
from retrieval.words import Word, words


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    name: str
    words: tuple[Word, ...]


class OutletNames(tuple[str, ...]):
    """The outlets of a corpus, found by the first lemma of their names."""

    def beginning(self, first: Iterable[str], lemmas: Lemmas) -> list[tuple[str, list[str]]]:
        """The names whose first own lemma is one of these, with all their own lemmas, in the order of the names."""
        names = self._by_first(lemmas)
        return [(name, own) for _, name, own in sorted(each for lemma in set(first) for each in names.get(lemma, ()))]

    def _by_first(self, lemmas: Lemmas) -> dict[str, list[tuple[int, str, list[str]]]]:
        """Made once, when it is first asked for: lemmas are the same whoever tells them."""
        if "_names" not in self.__dict__:
            found: dict[str, list[tuple[int, str, list[str]]]] = {}
            for place, name in enumerate(self):
                own = proper(name, lemmas)
                found.setdefault(own[0] if own else "", []).append((place, name, own))
            self._names = found
        return self._names


def by_outlet(asked: Sequence[Word], outlets: OutletNames, lemmas: Lemmas) -> NamedOutlet | None:
    """The first outlet whose name stands in the question: in marks, behind «журнал» or «газета», or of two words."""
    lemma = [lemmas.lemma(word.form) for word in asked]
    for name, own in outlets.beginning(lemma, lemmas):
        for place in range(len(asked) - len(own) + 1):
            if lemma[place : place + len(own)] == own and _is_meant(asked, lemma, place, len(own)):
                start = place - 1 if place and lemma[place - 1] in KINDS else place
                return NamedOutlet(name, tuple(asked[start : place + len(own)]))
    return None


def proper(name: str, lemmas: Lemmas) -> list[str]:
    """The lemmas of an outlet's own name, without what kind of outlet it is."""
    found = [lemmas.lemma(word.form) for word in words(name)]
    return [word for word in found if word not in KINDS] or found


def _is_meant(asked: Sequence[Word], lemma: Sequence[str], place: int, length: int) -> bool:
    return length > 1 or asked[place].quoted or (place > 0 and lemma[place - 1] in KINDS)


KINDS = ru.OUTLET_KINDS | kk.OUTLET_KINDS
