"""Header: the YAML head of a Markdown article, which outranks what the text suggests."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corpus.readers.fields import Field, HeaderError, fields_of
from corpus.span import Span

LANGUAGES = ("ru", "kk")
MOST_CHARACTERS = 64 * 1024  # a header has six lines; a longer one is none
_OPENING = re.compile(r"---[ \t]*\n")
_HEADER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)(?:(?<=\n)---[ \t]*(?:\n|\Z))", re.DOTALL)
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]\s*[0-9].*)?")  # a time of day may follow


@dataclass(frozen=True, slots=True)
class Header:
    """The fields that a header gives, null where it does not; ``span`` from the first to the last ``---``."""

    span: Span
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    language: str | None = None


NO_HEADER = Header(Span(0, 0))


def header_of(text: str) -> Header:
    """The header with which ``text`` begins; ``NO_HEADER`` where it begins with none.

    Raises ``HeaderError`` for a header that is not closed, is no YAML mapping of texts, has an unknown or repeated key
    or a value that does not fit its key.
    """
    if not _OPENING.match(text):
        return NO_HEADER
    match = _HEADER.match(text)
    if match is None:
        raise HeaderError("line 1: the header is not closed; end it with a line of three hyphens")
    if match.end() > MOST_CHARACTERS:
        raise HeaderError(f"line 1: the header has more than {MOST_CHARACTERS // 1024} KB; close it where it ends")
    values = {field.key: _value(field) for field in fields_of(match["yaml"])}
    return Header(Span(0, match.end()), **values)


def header_span(text: str) -> Span:
    """Where the header of ``text`` stands, whatever is in it; empty where it begins with none."""
    match = _HEADER.match(text)
    return Span(0, match.end() if match else 0)


def _value(field: Field) -> Any:
    if field.key not in _READERS:
        raise HeaderError(f"line {field.line}: unknown key “{field.key}”; known are {', '.join(_READERS)}")
    if not field.value:
        return None
    try:
        return _READERS[field.key](field.value)
    except ValueError as error:
        raise HeaderError(f"line {field.line}: “{field.key}” {error}") from error


def _words(value: str) -> str:
    return " ".join(value.split())


def _day(value: str) -> datetime.date:
    match = _DAY.fullmatch(value.strip())
    try:
        return datetime.date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise ValueError(f"takes a day as YYYY-MM-DD, not “{value}”") from None


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"takes {' or '.join(LANGUAGES)}, not “{value}”")
    return value


_READERS: dict[str, Callable[[str], Any]] = {
    "title": _words,
    "outlet": _words,
    "author": _words,
    "date": _day,
    "url": _words,
    "language": _language,
}
