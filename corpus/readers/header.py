"""Header: the YAML head of a Markdown article, which outranks what the text suggests."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from corpus.span import Span

LANGUAGES = ("ru", "kk")
_HEADER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)(?:(?<=\n)---[ \t]*(?:\n|\Z))", re.DOTALL)
_KEY = re.compile(r"(?P<key>[^\s:#][^:]*?)\s*:(?:\s|$)")


class HeaderError(ValueError):
    """A header that cannot be read; the message names the line and what to do."""


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

    Raises ``HeaderError`` for a header that is not closed, is no YAML mapping, has an unknown or repeated key or a
    value that does not fit its key.
    """
    if not re.match(r"---[ \t]*\n", text):
        return NO_HEADER
    match = _HEADER.match(text)
    if match is None:
        raise HeaderError("line 1: the header is not closed; end it with a line of three hyphens")
    fields = _mapping(match["yaml"])
    lines = _lines_of_keys(match["yaml"])
    values = {key: _value(key, value, lines.get(key, 1)) for key, value in fields.items()}
    return Header(Span(0, match.end()), **values)


def _mapping(source: str) -> dict[Any, Any]:
    try:
        fields = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError) as error:
        raise HeaderError(f"line {_line_of(error)}: the header is no YAML: {_problem(error)}") from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise HeaderError("line 2: the header holds no keys; write it as lines of “key: value”")
    return fields


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return 2 + (mark.line if mark else 0)


def _problem(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]


def _lines_of_keys(source: str) -> dict[str, int]:
    """The line of each key in the file; raises where a key stands twice."""
    lines: dict[str, int] = {}
    for number, line in enumerate(source.splitlines(), 2):
        match = _KEY.match(line)
        if match and lines.setdefault(match["key"], number) != number:
            raise HeaderError(f"line {number}: “{match['key']}” stands twice, first on line {lines[match['key']]}")
    return lines


def _value(key: Any, value: Any, line: int) -> Any:
    if key not in _READERS:
        raise HeaderError(f"line {line}: unknown key “{key}”; known are {', '.join(_READERS)}")
    if value is None or value == "":
        return None
    try:
        return _READERS[key](value)
    except ValueError as error:
        raise HeaderError(f"line {line}: “{key}” {error}") from error


def _words(value: Any) -> str:
    if isinstance(value, (dict, list)):
        raise ValueError("takes one line of text")
    return " ".join(str(value).split())


def _day(value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(f"takes a day as YYYY-MM-DD, not “{value}”") from None


def _language(value: Any) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"takes {' or '.join(LANGUAGES)}, not “{value}”")
    return str(value)


_READERS: dict[str, Callable[[Any], Any]] = {
    "title": _words,
    "outlet": _words,
    "author": _words,
    "date": _day,
    "url": _words,
    "language": _language,
}
