"""Abbreviations: «НДС» beside «налог на добавленную стоимость»; each is found by the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.folding import folded
from retrieval.languages.abbreviations import ABBREVIATIONS

_HEAD = 3  # letters that tell most words from those that a full name begins with


@dataclass(frozen=True, slots=True)
class Full:
    """An abbreviation, and how the words begin that it stands for."""

    short: str
    beginnings: tuple[str, ...]

    def stands_at(self, place: int, forms: Sequence[str]) -> bool:
        if not folded(forms[place]).startswith(self.beginnings[0]):
            return False
        there = [folded(form) for form in forms[place : place + len(self.beginnings)]]
        return len(there) == len(self.beginnings) and all(map(str.startswith, there, self.beginnings))


def abbreviated(forms: list[str]) -> list[str]:
    """``forms`` of words with a topic, with each full name's abbreviation behind it."""
    made: list[str] = []
    last = 0
    for place, full in _full_names(forms):
        after = place + len(full.beginnings)
        made += [*forms[last:after], full.short]
        last = after
    return [*made, *forms[last:]] if made else forms


def short_for(forms: Sequence[str]) -> Mapping[str, str]:
    """For each of ``forms`` that is of a full name, the abbreviation."""
    return {
        form: full.short for place, full in _full_names(forms) for form in forms[place : place + len(full.beginnings)]
    }


def _full_names(forms: Sequence[str]) -> Iterator[tuple[int, Full]]:
    for place in [place for place, form in enumerate(forms) if form[:_HEAD] in _BY_HEAD]:
        found = next((full for full in _BY_HEAD[forms[place][:_HEAD]] if full.stands_at(place, forms)), None)
        if found:
            yield place, found


def _by_head() -> dict[str, list[Full]]:
    """By the first letters of the first word, folded and not."""
    found: dict[str, list[Full]] = defaultdict(list)
    for line in ABBREVIATIONS.split("\n"):
        if line:
            short, beginnings = line.split(": ")
            full = Full(short, tuple(folded(beginnings).split()))
            for head in {beginnings[:_HEAD], folded(beginnings[:_HEAD])}:
                found[head.strip()].append(full)
    return dict(found)


_BY_HEAD: Mapping[str, Sequence[Full]] = _by_head()
