"""Outlet: who published an article, as its text names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.span import Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """``name`` in the nominative, without marks; ``rule`` the rule that spoke; ``span`` where the name stands."""

    name: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Printed:
    """A text and its lines, furniture and all, but not a header: what the rules look at."""

    text: str
    lines: Sequence[Span]


_CANDIDATES = 100  # matches of one pattern that are weighed, so that the cost stays linear in the length of a text


def matches(pattern: re.Pattern[str], page: Printed, end: int | None = None) -> Iterator[re.Match[str]]:
    """The first matches of ``pattern`` in the text, or in its first ``end`` characters."""
    return islice(pattern.finditer(page.text, 0, len(page.text) if end is None else end), _CANDIDATES)
