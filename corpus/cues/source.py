"""Cue, Source: whom an attribution names, before anybody is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.cast import Person
from corpus.span import Span


class How(StrEnum):
    """How an attribution names its source."""

    NAME = "name"
    ROLE = "role"  # «политолог», «глава ведомства»
    PRONOUN = "pronoun"
    UNNAMED = "unnamed"  # «собеседник издания», «источник»
    BODY = "body"  # a ministry, a press service, a paper
    GROUP = "group"  # «эксперты», «жители»
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """``words`` is the noun phrase as the text has it, ``lemmas`` its words to compare posts by."""

    how: How
    span: Span
    person: Person | None = None
    words: str = ""
    lemmas: frozenset[str] = frozenset()
    head: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """``verb`` is where the word of speech stands, ``rule`` the name of the rule that read it."""

    span: Span
    verb: Span
    source: Source | None
    rule: str
