"""Turning: whether printed words are cut off from what turns them: «не», «если», a condition before or behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

from retrieval.languages import kk, ru
from retrieval.quoted.printed import Row

Phrases = frozenset[tuple[str, ...]]
_CLOSING = 3  # words behind a cut among which the verb stands that closes a Kazakh clause
_PARTS = ",;:—–"
_CLOSES = re.compile(rf"{kk.TURNING_CLOSES}|{kk.NEGATIVE_VERB}|{kk.CONDITIONAL_VERB}")
_CONDITIONAL = re.compile(kk.CONDITIONAL_VERB)


@dataclass(frozen=True, slots=True)
class _Turning:
    """One language's words that turn others."""

    before: Phrases
    behind: Phrases
    clauses: Phrases
    conditions: frozenset[str]
    conclusions: frozenset[str]
    verb_last: bool


def _phrases(table: str) -> Phrases:
    return frozenset(tuple(line.split()) for line in table.split("\n") if line.strip())


def _turning(data: ModuleType) -> _Turning:
    return _Turning(
        before=_phrases(data.TURNING_BEFORE),
        behind=_phrases(data.TURNING_BEHIND),
        clauses=_phrases(data.TURNING_CLAUSES),
        conditions=data.CONDITIONS,
        conclusions=data.CONCLUSIONS,
        verb_last=data is kk,
    )


_TURNING: Mapping[str, _Turning] = {"ru": _turning(ru), "kk": _turning(kk)}


def left_out(row: Row, start: int, stop: int) -> list[str]:
    """What turns the words from ``start`` to before ``stop`` and stands beside them in their sentence, as printed."""
    tables = _TURNING.get(row.of.article.language, _TURNING["ru"])
    return [words for words in (_before(row, start, tables), _behind(row, stop, tables)) if words]


def _before(row: Row, start: int, tables: _Turning) -> str:
    head = start
    while not row.ends_before(head):
        head -= 1
    if head == start:
        return ""
    for length in (2, 1):
        if start - length >= head and tuple(row.plain[start - length : start]) in tables.before:
            return row.slice(start - length, start)
    return _condition(row, head, start, tables)


def _condition(row: Row, head: int, start: int, tables: _Turning) -> str:
    """«Если привезут балки, (откроем мост)», «балка келсе, (көпір ашамыз)»."""
    if "," not in row.between(start):
        return ""
    if tables.verb_last:
        closing = row.plain[start - 1]
        states = _CONDITIONAL.fullmatch(closing) and closing not in kk.NO_CONDITIONS
        return row.slice(head, start) if states else ""
    opening = next(
        (place for place in range(head, min(head + 2, start)) if row.plain[place] in tables.conditions), None
    )
    if opening is None:
        return ""
    is_next = not any("," in row.between(place) for place in range(opening + 1, start))
    return row.slice(opening, start) if is_next or row.plain[start] in tables.conclusions else ""


def _behind(row: Row, stop: int, tables: _Turning) -> str:
    if row.ends_before(stop):
        return ""
    gap = row.between(stop)
    if any(mark in ":;" for mark in gap):
        return ""
    parted = any(mark in _PARTS for mark in gap)
    for length in (3, 2, 1):
        following = tuple(row.plain[stop : stop + length])
        if parted and following in tables.clauses:
            return row.slice(stop, _end_of_clause(row, stop + length))
        if not parted and following in tables.behind:
            return row.slice(stop, stop + length)
    return _closing(row, stop) if tables.verb_last and (not parted or _is_dash(gap)) else ""


def _closing(row: Row, stop: int) -> str:
    """What is left of a Kazakh clause, where it closes with a negation or a condition."""
    end = _end_of_clause(row, stop)
    last = row.plain[end - 1]
    turns = end - stop <= _CLOSING and _CLOSES.fullmatch(last) and last not in kk.NO_CONDITIONS
    return row.slice(stop, end) if turns else ""


def _is_dash(gap: str) -> bool:
    return gap.strip() in ("-", "–", "—")


def _end_of_clause(row: Row, place: int) -> int:
    """Of that in which the word at ``place`` stands, if any stands there."""
    end = place if row.ends_before(place) else place + 1
    while not row.ends_before(end) and not any(mark in _PARTS for mark in row.between(end)):
        end += 1
    return end
