"""Whose: whom print credits a quotation to, and how that stands to whoever is said to have said it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PrintedAs(StrEnum):
    """What printed words are; the first two are somebody's words."""

    SPEECH = "speech"
    REPORT = "report"
    NARRATION = "narration"
    HEADLINE = "headline"
    QUESTION = "question"
    CAPTION = "caption"
    PAGE = "page"  # a menu, a link, an advertisement, an article's header


IN_THE_TEXT = (PrintedAs.SPEECH, PrintedAs.REPORT, PrintedAs.NARRATION)


class Credit(StrEnum):
    """How the person said to have said the words stands to whom they are credited to in print."""

    HIS = "his"
    PARTLY = "partly"
    UNSETTLED = "unsettled"  # the name in print may be his or a namesake's
    UNNAMED = "unnamed"  # somebody's, and print does not tell whose
    NOBODYS = "nobodys"  # the outlet's, a headline, a question
    ANOTHERS = "anothers"


@dataclass(frozen=True, slots=True)
class Whose:
    """``speakers`` are the names that print credits the words to; ``alleged`` is who is said to have said them, without
    whom ``credit`` is null."""

    printed_as: PrintedAs
    speakers: tuple[str, ...] = ()
    alleged: str | None = None
    credit: Credit | None = None
