"""Quotation, Speaker, AttributedArticle: what the rooms after this one are given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Article
from corpus.span import Span


class Kind(StrEnum):
    """How words stand in an article; the values are those of the gold format and of the answer's JSON."""

    DIRECT = "direct"
    CONTINUED = "continued"
    INTERVIEW_ANSWER = "interview_answer"
    SIGNATURE = "signature"
    INDIRECT = "indirect"  # the outlet's report of somebody's words
    NARRATIVE = "narrative"  # the outlet's own words (of passages and extracts only)
    PASSAGE = "passage"  # somebody's words among the outlet's (of extracts only)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke. ``name`` is a person's fullest name in the article, in the nominative; ``role`` the post as the text
    gives it, or an organisation or unnamed source, which never stands in ``name``. Both null: somebody unnamed."""

    name: str | None = None
    role: str | None = None


NOBODY = Speaker()


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words somebody said: ``span`` without its marks, ``rule`` the name of the rule that found the speaker."""

    span: Span
    kind: Kind
    speaker: Speaker = NOBODY
    asked: Span | None = None  # the interviewer's question before an answer
    rule: str = ""


@dataclass(frozen=True, slots=True)
class AttributedArticle:
    """An article with everything that was found in it.

    ``left_out`` are the spans that are no article text (page furniture, headline, source line, byline, header),
    ``questions`` an interviewer's words. Both are never shown as anybody's words. All tuples are in text order and
    none of the spans of ``left_out`` or ``questions`` overlaps a quotation, except the headline given to a name
    (``Kind.SIGNATURE``), which is a quotation in a left-out span.
    """

    article: Article
    left_out: tuple[Span, ...] = ()
    questions: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    headline: Span | None = None
