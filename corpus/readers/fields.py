"""Fields: the lines of a header, each a key and a text, read from YAML's events.

Nothing is constructed, nothing nests and nothing refers to anything, so that the cost is linear in the header's length
and no value can be more than the words that stand there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_TEXT_TAGS = (None, "tag:yaml.org,2002:str")
_NULLS = ("", "~", "null", "Null", "NULL")
_FIRST_LINE = 2  # of a header's YAML in its file


class HeaderError(ValueError):
    """A header that cannot be read; the message names the line and what to do."""


@dataclass(frozen=True, slots=True)
class Field:
    """``value`` is null where none is given; ``line`` counts in the file."""

    key: str
    value: str | None
    line: int


def fields_of(source: str) -> list[Field]:
    """The fields of ``source``, the lines between a header's hyphens, in their order. Raises ``HeaderError``."""
    try:
        return list(_fields(yaml.parse(source, Loader=yaml.SafeLoader)))
    except HeaderError:
        raise
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise HeaderError(f"line {_line_of(error)}: the header is no YAML: {_problem(error)}") from error


def _fields(events: Iterator[yaml.Event]) -> Iterator[Field]:
    if not _opens_mapping(events):
        return
    lines: dict[str, int] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = _FIRST_LINE + (event.start_mark.line if event.start_mark else 0)
        key = _text(event, "a key", line) or ""
        if key in lines:
            raise HeaderError(f"line {line}: “{key}” stands twice, first on line {lines[key]}")
        lines[key] = line
        yield Field(key, _text(next(events), f"“{key}”", line), line)
    if any(isinstance(event, yaml.DocumentStartEvent) for event in events):
        raise HeaderError("line 2: the header is no YAML: it holds several documents")


def _opens_mapping(events: Iterator[yaml.Event]) -> bool:
    """False where there is nothing at all."""
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            return True
        if isinstance(event, yaml.NodeEvent):
            raise HeaderError("line 2: the header holds no keys; write it as lines of “key: value”")
    return False


def _text(event: yaml.Event, what: str, line: int) -> str | None:
    if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag not in _TEXT_TAGS:
        raise HeaderError(f"line {line}: {what} takes one line of text; put it in quotation marks")
    is_plain, _ = event.implicit
    return None if is_plain and event.value in _NULLS else _whole(event.value, what, line)


def _whole(value: str, what: str, line: int) -> str:
    """``value`` with a character that is written as JSON does, by its two halves, as the one that it is."""
    try:
        text = value.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise HeaderError(f"line {line}: {what} has half a character; write the character itself") from None
    if "\0" in text:
        raise HeaderError(f"line {line}: {what} has a null character; leave it out")
    return text


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return _FIRST_LINE + (mark.line if mark else 0)


def _problem(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
