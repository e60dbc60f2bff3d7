"""Contents: what an answer shows, as it is kept: references to words and never a question's text."""

from __future__ import annotations

import json
from dataclasses import dataclass

from retrieval.naming import Filter, FilterKind
from retrieval.verify import Difference, Verdict

COLUMNS = ("language", "extracts", "filters", "wider", "verdict", "differences")


@dataclass(frozen=True, slots=True)
class Contents:
    """``language`` is the frame's; ``extracts`` are ids, ``wider`` those without ``filters``. Of a quotation that was
    checked also the ``verdict`` and the ``differences``."""

    language: str
    extracts: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    wider: tuple[str, ...] = ()
    verdict: Verdict | None = None
    differences: tuple[Difference, ...] = ()


def row_of(contents: Contents) -> tuple[str, ...]:
    """In the order of ``COLUMNS``."""
    return (
        contents.language,
        " ".join(contents.extracts),
        json.dumps([[each.kind.value, each.value] for each in contents.filters], ensure_ascii=False),
        " ".join(contents.wider),
        contents.verdict.value if contents.verdict else "",
        json.dumps(contents.differences, ensure_ascii=False),
    )


def contents_of(row: tuple[str, ...]) -> Contents:
    language, extracts, filters, wider, verdict, differences = row
    return Contents(
        language,
        tuple(extracts.split()),
        tuple(Filter(FilterKind(kind), value) for kind, value in json.loads(filters)),
        tuple(wider.split()),
        Verdict(verdict) if verdict else None,
        tuple((said, written) for said, written in json.loads(differences)),
    )
