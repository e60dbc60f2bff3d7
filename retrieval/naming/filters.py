"""Filters: whose words, whose publication and which days a question asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class FilterKind(StrEnum):
    SPEAKER = "speaker"
    OUTLET = "outlet"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition as it is shown: ``value`` is a person's or an outlet's name as the corpus writes it, or as the
    operator's directory does, or a day in ISO 8601."""

    kind: FilterKind
    value: str


@dataclass(frozen=True, slots=True)
class Filters:
    """All conditions of one question. Of several speakers or outlets any will do; both days are taken in.
    ``undated_only`` lets articles pass that give no day, and is not told as a condition."""

    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    undated_only: bool = False

    def __bool__(self) -> bool:
        return bool(self.speakers or self.outlets or self.since or self.until or self.undated_only)

    def __iter__(self) -> Iterator[Filter]:
        yield from (Filter(FilterKind.SPEAKER, name) for name in self.speakers)
        yield from (Filter(FilterKind.OUTLET, name) for name in self.outlets)
        if self.since:
            yield Filter(FilterKind.SINCE, self.since.isoformat())
        if self.until:
            yield Filter(FilterKind.UNTIL, self.until.isoformat())

    def joined(self, other: Filters) -> Filters:
        """These, with what ``other`` has and these have not."""
        return Filters(
            self.speakers or other.speakers,
            self.outlets or other.outlets,
            self.since or other.since,
            self.until or other.until,
            self.undated_only or other.undated_only,
        )

    @property
    def dated(self) -> bool:
        return bool(self.since or self.until)

    @property
    def of_any_day(self) -> Filters:
        return replace(self, since=None, until=None)

    @property
    def of_no_day(self) -> Filters:
        return replace(self.of_any_day, undated_only=True)

    @property
    def unspoken(self) -> Filters:
        return replace(self, speakers=())


NO_FILTERS = Filters()
