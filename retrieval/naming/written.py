"""Filters as somebody writes them out: «эксперт: Марков», «издание: «Степь»», «с: 2023-10-01», «по: 31.12.2024»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from retrieval.languages import kk, ru
from retrieval.naming.catalogue import Catalogue
from retrieval.naming.dates import days
from retrieval.naming.filters import Filters
from retrieval.naming.people import by_name
from retrieval.naming.person import Person
from retrieval.terms import Lemmas
from retrieval.words import words

_LABELS = {label: kind for table in (ru.FILTER_LABELS, kk.FILTER_LABELS) for label, kind in table.items()}
_LABEL = re.compile(rf"\b(?P<label>{'|'.join(_LABELS)})\s*:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"[«\"“„](?P<inside>[^»\"”“]+)[»\"”“]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}|\d{1,2}\s+\w+\s+\d{4}|\w+\s+\d{4}")
_NAME = re.compile(r"(?:\w\. ?)*\w+(?:[ .-]\w+){0,2}")


def written(text: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, str]:
    """The filters written in ``text``, and the text without them. A name that the corpus has not lets nothing pass."""
    filters, rest = Filters(), text
    while match := _LABEL.search(rest):
        kind, after = _LABELS[match["label"].lower()], rest[match.end() :]
        found, length = _READERS[kind](after, catalogue, lemmas, today)
        filters = filters.joined(found)
        rest = f"{rest[: match.start()]} {after[length:]}"
    return filters, rest


def _speaker(after: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, int]:
    name, length = _value(after)
    if _QUOTED.match(after):
        people = [person for each in name.split(";") for person in _called(each, catalogue)]
        return Filters(speakers=tuple(person.name for person in people) or (name.strip(),)), length
    named = by_name(words(name), catalogue.people)
    if not named:
        return Filters(speakers=(name.strip(),)), length
    return Filters(speakers=tuple(person.name for person in named[0].people)), named[0].words[-1].stop


def _called(name: str, catalogue: Catalogue) -> Sequence[Person]:
    """The one whose own name it is, or all whom it may mean."""
    if person := catalogue.people.called(name):
        return (person,)
    return next((named.people for named in by_name(words(name), catalogue.people)), ())


def _outlet(after: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, int]:
    name, length = _value(after)
    typed = words(name)
    asked = [lemmas.lemma(word.form) for word in typed]
    for outlet, own in catalogue.outlets.beginning(asked[:1], lemmas):
        if asked[: len(own)] == own:
            return Filters(outlets=(outlet.name,)), length if _QUOTED.match(after) else typed[len(own) - 1].stop
    return Filters(outlets=(name.strip(),)), length


def _since(after: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, int]:
    found, length = _day(after, today)
    return Filters(since=found[0]), length


def _until(after: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, int]:
    found, length = _day(after, today)
    return Filters(until=found[1]), length


def _day(after: str, today: date) -> tuple[tuple[date | None, date | None], int]:
    match = _DAY.match(after)
    if not match:
        return (None, None), 0
    value = match.group()
    found = days(value if not value.isdigit() else f"{value} год", today)
    return (found.since, found.until) if found else (None, None), match.end()


def _value(after: str) -> tuple[str, int]:
    """What follows a label: the words in marks, or up to three words."""
    if quoted := _QUOTED.match(after):
        return quoted["inside"], quoted.end()
    name = _NAME.match(after)
    return (name.group(), name.end()) if name else ("", 0)


_READERS = {"speaker": _speaker, "outlet": _outlet, "since": _since, "until": _until}
