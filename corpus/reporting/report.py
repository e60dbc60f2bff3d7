"""Report: a clause in which the outlet tells, in its own words, what somebody said."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.cues.source import How, Source
from corpus.span import Span

HUMAN = frozenset({How.NAME, How.PRONOUN, How.ROLE, How.UNNAMED})


@dataclass(frozen=True, slots=True)
class Report:
    """``span`` is the reported clause, ``place`` where its cue stands."""

    span: Span
    source: Source
    place: int
    rule: str
