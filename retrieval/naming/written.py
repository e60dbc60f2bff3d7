"""Filters as somebody writes them out: «эксперт: Марков», «издание: «Степь»», «с: 2023-10-01», «по: 31.12.2024»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from retrieval.languages import kk, ru
from retrieval.naming.catalogue import Catalogue
from retrieval.naming.dates import Days, days
from retrieval.naming.filters import NO_FILTERS, Filters
from retrieval.naming.people import by_name
from retrieval.naming.person import Person
from retrieval.terms import Lemmas
from retrieval.words import words

_LABELS = {label: kind for table in (ru.FILTER_LABELS, kk.FILTER_LABELS) for label, kind in table.items()}
_LABEL = re.compile(rf"\b(?P<label>{'|'.join(_LABELS)})\s*:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"[«\"“„](?P<inside>[^»\"”“]+)[»\"”“]")
_YEAR = r"\d{4}(?![\d.-]*\d)(?:\s+(?:год[а-я]*|жыл[а-я]*))?"
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+[^\W\d]+\s+\d{4}|[^\W\d]+\s+\d{4}"
    rf"|\d{{4}}\s+жыл\w*(?:\s+\d{{1,2}})?\s+(?P<month>[^\W\d]+)|{_YEAR}|[^\s,;]+"
)
_NAME = re.compile(r"(?:\w\. ?)*\w+(?:[ .-]\w+){0,2}")


@dataclass(frozen=True, slots=True)
class Written:
    """The ``filters`` and the text without them; ``refused`` is what is written for a day and is none. A name that the
    corpus has not lets nothing pass."""

    filters: Filters
    rest: str
    refused: str | None = None


def written(text: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> Written:
    out = Written(NO_FILTERS, text)
    while match := _LABEL.search(out.rest):
        kind, after = _LABELS[match["label"].lower()], out.rest[match.end() :]
        found, length = _READERS[kind](after, catalogue, lemmas, today)
        is_refused = not found and kind in ("since", "until")
        out = Written(
            out.filters.joined(found),
            f"{out.rest[: match.start()]} {after[length:]}",
            out.refused or (after[:length].strip() if is_refused else None),
        )
    return out


def _speaker(after: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, int]:
    name, length = _value(after)
    if _QUOTED.match(after):
        people = [person for each in name.split(";") for person in _called(each, catalogue)]
        return Filters(speakers=tuple(person.name for person in people) or (name.strip(),)), length
    named = by_name(words(name), catalogue.people)
    if not named:
        length = _unknown(name)
        return Filters(speakers=(name[:length].strip(),)), length
    return Filters(speakers=tuple(person.name for person in named[0].people)), named[0].words[-1].stop


def _unknown(name: str) -> int:
    """How much of what follows the label is a name that nobody has: the words with a capital, or the first."""
    typed = words(name)
    capitals = list(takewhile(lambda word: word.capital, typed)) or list(typed[:1])
    return capitals[-1].stop if capitals else len(name)


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
    return Filters(since=found.since if found else None), length


def _until(after: str, catalogue: Catalogue, lemmas: Lemmas, today: date) -> tuple[Filters, int]:
    found, length = _day(after, today)
    return Filters(until=found.until if found else None), length


def _day(after: str, today: date) -> tuple[Days | None, int]:
    """The day, month or year that stands behind a label, all of it; null where it is none."""
    match = _DAY.match(after)
    if not match:
        return None, 0
    value = match.group()
    for asked in (value, f"{value} год", f"в {value}"):
        found = days(asked, today)
        if found and found.start == 0 and found.stop >= len(value):
            return found, match.end()
    return None, match.end()


def _value(after: str) -> tuple[str, int]:
    """What follows a label: the words in marks, or up to three words."""
    if quoted := _QUOTED.match(after):
        return quoted["inside"], quoted.end()
    name = _NAME.match(after)
    return (name.group(), name.end()) if name else ("", 0)


_READERS = {"speaker": _speaker, "outlet": _outlet, "since": _since, "until": _until}
