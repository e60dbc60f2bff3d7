"""Contents: what an answer shows, as it is kept: references to words and never a question's text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from retrieval.naming import Filter, FilterKind
from retrieval.quoted.whose import Credit, PrintedAs, Whose
from retrieval.verify import Difference, Verdict

COLUMNS = (
    "language",
    "extracts",
    "filters",
    "wider",
    "verdict",
    "differences",
    "whose",
    "near",
    "own",
    "relaxed",
    "asked_in",
)


@dataclass(frozen=True, slots=True)
class Contents:
    """``language`` is the frame's; ``extracts`` are ids, ``wider`` those without ``filters``. Of a quotation that was
    checked also the ``verdict``, the ``differences`` and ``whose`` they are. ``near`` where the extracts come near and
    may not answer; ``own`` and ``relaxed`` as in ``retrieval.answer.Answer``; ``asked_in`` is the question's language.
    """

    language: str
    extracts: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    wider: tuple[str, ...] = ()
    verdict: Verdict | None = None
    differences: tuple[Difference, ...] = ()
    whose: Whose | None = None
    near: bool = False
    own: int | None = None
    relaxed: tuple[Filter, ...] = ()
    asked_in: str = ""


def row_of(contents: Contents) -> tuple[object, ...]:
    """In the order of ``COLUMNS``."""
    return (
        contents.language,
        " ".join(contents.extracts),
        _row_of_filters(contents.filters),
        " ".join(contents.wider),
        contents.verdict.value if contents.verdict else "",
        json.dumps(contents.differences, ensure_ascii=False),
        _row_of_whose(contents.whose) if contents.whose else "",
        contents.near,
        contents.own,
        _row_of_filters(contents.relaxed),
        contents.asked_in,
    )


def contents_of(row: tuple[Any, ...]) -> Contents:
    language, extracts, filters, wider, verdict, differences, whose, near, own, relaxed, asked_in = row
    return Contents(
        language,
        tuple(extracts.split()),
        _filters_of(filters),
        tuple(wider.split()),
        Verdict(verdict) if verdict else None,
        tuple((said, written) for said, written in json.loads(differences)),
        _whose_of(whose) if whose else None,
        bool(near),
        own,
        _filters_of(relaxed),
        asked_in,
    )


def _row_of_filters(filters: Iterable[Filter]) -> str:
    return json.dumps([[each.kind.value, each.value] for each in filters], ensure_ascii=False)


def _filters_of(row: str) -> tuple[Filter, ...]:
    return tuple(Filter(FilterKind(kind), value) for kind, value in json.loads(row))


def _row_of_whose(whose: Whose) -> str:
    return json.dumps([whose.printed_as, whose.speakers, whose.alleged, whose.credit], ensure_ascii=False)


def _whose_of(row: str) -> Whose:
    printed_as, speakers, alleged, credit = json.loads(row)
    return Whose(PrintedAs(printed_as), tuple(speakers), alleged, Credit(credit) if credit else None)
