"""Days that a question names: «в октябре 2023», «летом 2025 года», «с 2022 по 2024 год», «за последний месяц»."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.folding import folded
from retrieval.languages import kk, ru

_MONTHS = {folded(stem): number for table in (ru.MONTHS, kk.MONTHS) for stem, number in table.items()}
_SEASONS = {folded(stem): months for table in (ru.SEASONS, kk.SEASONS) for stem, months in table.items()}


def _any(stems: dict[str, object]) -> str:
    return "|".join(sorted(stems, key=len, reverse=True))


_MONTH = rf"(?:{_any(dict(_MONTHS))})[а-я]{{0,4}}"
_SEASON = rf"(?:{_any(dict(_SEASONS))})[а-я]{{0,3}}"
_YEAR = r"(?:19|20)\d\d"
_YEAR_WORD = r"(?:\s*-?\s*(?:год[а-я]{0,2}|г\.?|жыл[а-я]{0,4}|ж\.?)(?![а-я]))?"
_IN = r"(?:\b(?:в|во|за|на)\s+)?"
_UNITS = {
    "год": 365, "лет": 365, "жыл": 365, "месяц": 31, "ай": 31, "недел": 7, "апта": 7, "сут": 1, "ден": 1, "кун": 1,
}  # fmt: skip
_UNIT = rf"(?P<unit>{_any(dict(_UNITS))})[а-я]{{0,4}}"

Read = Callable[[re.Match[str], date], tuple[date, date]]


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends in it (None: open), and where in the question it is named."""

    since: date | None
    until: date | None
    start: int
    stop: int


def days(text: str, today: date) -> Days | None:
    """The first stretch of days in ``text``, by the rules in their order."""
    plain = folded(text.lower())
    for pattern, read in RULES:
        for match in re.finditer(pattern, plain):
            try:
                since, until = read(match, today)
            except ValueError:  # 31 февраля
                continue
            return Days(since, until, match.start(), match.end())
    return _half_open(plain)


def _between_years(match: re.Match[str], today: date) -> tuple[date, date]:
    return date(int(match["first"]), 1, 1), date(int(match["last"]), 12, 31)


def _iso(match: re.Match[str], today: date) -> tuple[date, date]:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    return day, day


def _day(match: re.Match[str], today: date) -> tuple[date, date]:
    day = date(int(match["year"]), _month(match["month"]), int(match["day"]))
    return day, day


def _month_of_year(match: re.Match[str], today: date) -> tuple[date, date]:
    return _whole_month(int(match["year"]), _month(match["month"]))


def _season_of_year(match: re.Match[str], today: date) -> tuple[date, date]:
    first, last = next(months for stem, months in _SEASONS.items() if match["season"].startswith(stem))
    year = int(match["year"])
    return _whole_month(year - (first > last), first)[0], _whole_month(year, last)[1]


def _year(match: re.Match[str], today: date) -> tuple[date, date]:
    return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)


def _last(match: re.Match[str], today: date) -> tuple[date, date]:
    count = int(match["count"] or 1)
    return today - timedelta(days=_UNITS[match["unit"]] * count), today


def _this_month(match: re.Match[str], today: date) -> tuple[date, date]:
    """A month without a year is the last one that has begun."""
    month = _month(match["month"])
    return _whole_month(today.year - (month > today.month), month)


RULES: tuple[tuple[str, Read], ...] = (
    (rf"\b(?:с|со|между)\s+(?P<first>{_YEAR})\s*(?:по|до|и)\s*(?P<last>{_YEAR}){_YEAR_WORD}", _between_years),
    (rf"\b(?P<first>{_YEAR})\s*[-–—]\s*(?P<last>{_YEAR}){_YEAR_WORD}", _between_years),
    (rf"\b(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso),
    (rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})\b", _iso),
    (rf"{_IN}\b(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>{_YEAR}){_YEAR_WORD}", _day),
    (rf"\b(?P<year>{_YEAR})\s*(?:жыл[а-я]*|ж\.)\s*(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})", _day),
    (rf"{_IN}\b(?P<month>{_MONTH})\s+(?P<year>{_YEAR}){_YEAR_WORD}", _month_of_year),
    (rf"\b(?P<year>{_YEAR})\s*(?:жыл[а-я]*|ж\.)\s*(?P<month>{_MONTH})(?:\s+айы[а-я]*)?", _month_of_year),
    (rf"\b(?P<season>{_SEASON})\s+(?P<year>{_YEAR}){_YEAR_WORD}", _season_of_year),
    (rf"\bза\s+последн[а-я]+\s+(?:(?P<count>\d+)\s+)?{_UNIT}", _last),
    (rf"\bсонгы\s+(?:(?P<count>\d+)\s+|бир\s+)?{_UNIT}", _last),
    (rf"{_IN}(?<!после )(?<!до )\b(?P<year>{_YEAR})(?=\s*-?\s*(?:год|г\b|жыл|ж\b)){_YEAR_WORD}", _year),
    (rf"\b(?:в|во)\s+(?P<year>{_YEAR})\b", _year),
    (rf"\b(?:в|во|за)\s+(?P<month>{_MONTH})(?!\w)", _this_month),
    (rf"\b(?P<month>{_MONTH})\s+айы[а-я]*", _this_month),
)

_OPEN = re.compile(rf"\b(?P<side>после|до|с|по)\s+(?P<year>{_YEAR}){_YEAR_WORD}")


def _half_open(plain: str) -> Days | None:
    match = _OPEN.search(plain)
    if not match:
        return None
    year = int(match["year"])
    since, until = {
        "после": (date(year + 1, 1, 1), None),
        "с": (date(year, 1, 1), None),
        "до": (None, date(year - 1, 12, 31)),
        "по": (None, date(year, 12, 31)),
    }[match["side"]]
    return Days(since, until, match.start(), match.end())


def _month(word: str) -> int:
    return int(word) if word.isdigit() else next(n for stem, n in _MONTHS.items() if word.startswith(stem))


def _whole_month(year: int, month: int) -> tuple[date, date]:
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)
