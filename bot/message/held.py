"""Held: what an answer was held to, as a line above its extracts and a button that takes it away or brings it back;
and that the extracts are not what was asked for, where they are not."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from bot.message.buttons import Button, Row, Tap, What, label
from bot.message.credit import clipped
from bot.message.pages import GAP
from bot.message.piece import Piece, Style
from bot.message.source import BETWEEN
from bot.phrases import Phrases
from retrieval.naming import Filter, FilterKind

NAMES = (FilterKind.SPEAKER, FilterKind.OUTLET)
MOST_SHOWN = 6
OFF, ON = "✕", "✓"


def filter_line(filters: Sequence[Filter], phrases: Phrases) -> str:
    """«эксперт: Сергей Марков · с: 01.10.2023»."""
    return BETWEEN.join(_filter_text(each, phrases) for each in filters[:MOST_SHOWN])


def above(
    filters: Sequence[Filter],
    wider: bool,
    phrases: Phrases,
    relaxed: Sequence[Filter] = (),
    near: bool = False,
) -> tuple[Piece, ...]:
    """The lines over the extracts; ``wider`` where they were not held to the filters, ``near`` where they come near
    and may not answer."""
    line = filter_line(filters, phrases)
    if wider:
        return (Piece(phrases.unheld), Piece(line, Style.STRUCK), GAP) if line else ()
    instead = _instead(filters, relaxed, near, phrases)
    held = "" if near and of_people(filters) else line  # that sentence tells the people
    return tuple(piece for each in (Piece(held), Piece(instead, Style.BOLD)) if each.text for piece in (each, GAP))


def _instead(filters: Sequence[Filter], relaxed: Sequence[Filter], near: bool, phrases: Phrases) -> str:
    """That the words below are not those which were asked for; nothing where they are."""
    name = names_in((*filters, *relaxed) if near else relaxed)
    if near:
        return phrases.silent_nearest.format(name=name) if name else phrases.nearest
    return phrases.silent_but.format(name=name) if name else ""


def names_in(filters: Sequence[Filter]) -> str:
    """The people named, on one line."""
    return clipped(", ".join(each.value for each in filters if each.kind is FilterKind.SPEAKER))


def of_people(filters: Sequence[Filter]) -> bool:
    return all(each.kind is FilterKind.SPEAKER for each in filters)


def filter_row(filters: Sequence[Filter], key: str, wider: bool, phrases: Phrases) -> Row:
    """The button to the first page without the filters, or, from there, with them."""
    to = Tap(What.PAGE if wider else What.WIDER_PAGE, key, 1)
    return (Button(label(f"{ON if wider else OFF} {_short(filters, phrases)}"), to.data),)


def everybody_row(filters: Sequence[Filter], key: str, phrases: Phrases) -> Row:
    """Where nothing was found with what was named."""
    return (Button(phrases.everybody if of_people(filters) else phrases.everywhere, Tap(What.WIDER_PAGE, key, 1).data),)


def shown_day(day: datetime.date) -> str:
    return f"{day:%d.%m.%Y}"


def _filter_text(filter: Filter, phrases: Phrases) -> str:
    return f"{phrases.filters[filter.kind.value]}: {_value(filter)}"


def _value(filter: Filter) -> str:
    is_name = filter.kind in NAMES
    return clipped(filter.value) if is_name else shown_day(datetime.date.fromisoformat(filter.value))


def _short(filters: Sequence[Filter], phrases: Phrases) -> str:
    """One filter by itself, a stretch of days by its ends, several in a word."""
    if len(filters) == 1:
        return _filter_text(filters[0], phrases)
    if any(each.kind in NAMES for each in filters):
        return phrases.conditions
    return "–".join(_value(each) for each in filters)
