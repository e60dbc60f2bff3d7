"""The page around an article that scraping flattened to one line: found inside the line, at its two ends."""

from __future__ import annotations

import re

from corpus.bylines import inline_byline
from corpus.dates import date_head
from corpus.furniture import APPEAL, LANGUAGE_NAMES, TAGS, LeftOut
from corpus.paragraphs import BLANK
from corpus.span import Span, trimmed

_SENTENCE_END = re.compile(r"[.!?…»\"”]\s+(?=\S)")
_SWITCHER = re.compile(rf"(?:(?:{LANGUAGE_NAMES})[\s|/]*){{3,}}", re.IGNORECASE)
_TAIL = 1500  # characters in which the page after a flattened article is looked for


def flattened_headline(text: str, line: Span, dateline: Span) -> Span | None:
    """The words of ``line``, which is the whole article without its clock, in front of its dateline."""
    return trimmed(Span(line.start, dateline.start), text, BLANK) or None if line.contains(dateline) else None


def flattened_ends(text: str, line: Span) -> tuple[LeftOut, ...]:
    """The clock that begins ``line`` and the page that follows its last sentence."""
    dated, tail = date_head(text, line), _tail_of(text, line)
    found = (dated and LeftOut(dated.span, "date_alone"), tail and LeftOut(tail, "flattened_tail"))
    return tuple(left for left in found if left)


def _tail_of(text: str, line: Span) -> Span | None:
    signed = inline_byline(text, line)
    starts = [signed.span.start] if signed else []
    starts += [end for end in _sentence_ends(text, line) if _is_page(text, end)][:1]
    return Span(min(starts), line.stop) if starts else None


def _sentence_ends(text: str, line: Span) -> list[int]:
    return [match.end() for match in _SENTENCE_END.finditer(text, max(line.start, line.stop - _TAIL), line.stop)]


def _is_page(text: str, start: int) -> bool:
    return any(pattern.match(text, start) for pattern in (TAGS, APPEAL, _SWITCHER))
