"""The date that an article gives itself: a line, a head or a dateline with a year, never a date in the prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.languages.page import ALL_PAGE_WORDS
from corpus.span import Span

_MONTHS = {name: number for words in ALL_PAGE_WORDS for name, number in words.MONTHS.items()}


def _any_of(*names: str) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_WEEKDAY = _any_of(*(day for words in ALL_PAGE_WORDS for day in words.WEEKDAYS))
_LABEL = _any_of(*(label for words in ALL_PAGE_WORDS for label in words.DATE_LABELS))
_MONTH = _any_of(*_MONTHS)
_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?:\s*мск)?"
_YEAR_WORD = r"(?:\s*(?:г\.?|года|ж\.?|жыл[а-яіғ]*)(?!\w))?"

DATE = (
    r"(?:(?P<d1>\d{1,2})[./-](?P<m1>\d{1,2})[./-](?P<y1>(?:19|20)\d\d)"
    r"|(?P<y2>(?:19|20)\d\d)-(?P<m2>\d{2})-(?P<d2>\d{2})"
    rf"|(?P<d3>\d{{1,2}})\s+(?P<m3>{_MONTH})(?!\w)\.?,?\s+(?P<y3>(?:19|20)\d\d){_YEAR_WORD}"
    rf"|(?P<y4>(?:19|20)\d\d)\s+(?:жылғы|жылы|жыл|ж\.)\s+(?P<d4>\d{{1,2}})\s+(?P<m4>{_MONTH})(?!\w))(?!\d)"
)
_GAP = r"[\s,|/•·–—-]*(?:в\s+)?"
_DATE_LINE = re.compile(
    rf"(?:(?:{_LABEL})\s*:?\s*)?(?:(?:{_WEEKDAY})\.?,?\s+)?(?:{_TIME}{_GAP})?{DATE}(?:{_GAP}{_TIME})?", re.IGNORECASE
)
# A line flattened by scraping keeps the clock behind its date: nothing else there tells a date line from prose.
_DATE_HEAD = re.compile(rf"{DATE}{_GAP}{_TIME}(?=\s)", re.IGNORECASE)
_LONGEST = 80  # characters of a line that is a date and no more


@dataclass(frozen=True, slots=True)
class Dated:
    """The day that an article gives itself, and where."""

    day: date
    span: Span


def date_line(text: str, line: Span) -> Dated | None:
    """The date of a line that holds a date, perhaps with label, weekday and clock, and nothing more."""
    if len(line) > _LONGEST:
        return None
    return _dated(_DATE_LINE.fullmatch(text, line.start, line.stop))


def date_head(text: str, line: Span) -> Dated | None:
    """The date and clock with which a line begins."""
    return _dated(_DATE_HEAD.match(text, line.start, line.stop))


def _dated(match: re.Match[str] | None) -> Dated | None:
    if match is None:
        return None
    form = next(n for n in "1234" if match[f"d{n}"])
    month = match[f"m{form}"].lower()
    day = _day(int(match[f"y{form}"]), _MONTHS.get(month) or int(month), int(match[f"d{form}"]))
    return Dated(day, Span(*match.span())) if day else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31.02.2031 is no day
        return None
