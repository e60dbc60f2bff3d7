"""The author of an article: the name on its byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.languages.page import ALL_PAGE_WORDS
from corpus.span import Span

_LABELS = "|".join(label for words in ALL_PAGE_WORDS for label in words.AUTHOR_LABELS)
_NAME_PART = r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ][\w’'-]+|[A-ZА-ЯЁӘҒҚҢӨҰҮІҺ]\.)"
NAME = rf"{_NAME_PART}(?:[ \u00a0]?{_NAME_PART}){{1,3}}"
_SHORT_NAME = rf"{NAME}?"  # no longer than what follows it asks for
_LABEL = re.compile(rf"(?:{_LABELS})\s*(?P<mark>[:—–-]?)\s*", re.IGNORECASE)
_LABELLED_NAME = re.compile(rf"(?P<name>{NAME})\s*(?P<more>[,;/|(].*)?\.?")
_NAME_LINE = re.compile(rf"{NAME}\.?")
# In text flattened to one line the byline stands behind the last sentence.
_INLINE = re.compile(
    rf"(?<=[.!?…»\"]\s)(?:Автор|Авторы|Мәтін|Текст):\s+(?P<name>{_SHORT_NAME})(?=\s*$|\s+[^:.!?]{{1,30}}:|\s+\W)"
)
_LONGEST_BODY = 5  # words that may stand for an author: «Автор: отдел новостей»
_LONGEST = 120  # characters of a line that is a byline


@dataclass(frozen=True, slots=True)
class Byline:
    """``name`` as written, null where the line names no person («Автор: редакция»); ``span`` of the whole line."""

    name: str | None
    span: Span


def byline(text: str, line: Span, following: Span | None = None) -> Byline | None:
    """The byline that ``line`` is; ``following`` is the line after it, where a bare label may leave its name."""
    label = _LABEL.match(text, line.start, line.stop) if len(line) <= _LONGEST else None
    if label is None:
        return None
    if label.end() == line.stop:
        return _two_line(text, line, following)
    named = _LABELLED_NAME.fullmatch(text, label.end(), line.stop)
    if named and (label["mark"] or not named["more"]):
        return Byline(named["name"], line)
    rest = text[label.end() : line.stop]
    return Byline(None, line) if label["mark"] == ":" and not _is_sentence(rest) else None


def _is_sentence(words: str) -> bool:
    """«Корреспондент: Когда начнут?» is a turn of an interview, «Автор: редакция» a byline."""
    return words[-1] in ".?!…" or len(words.split()) > _LONGEST_BODY


def inline_byline(text: str, line: Span) -> Byline | None:
    """The byline in the last words of a line that is a whole flattened article."""
    match = _INLINE.search(text, max(line.start, line.stop - 600), line.stop)
    return Byline(match["name"], Span(*match.span())) if match else None


def closing_byline(text: str, lines: Sequence[Span]) -> Byline | None:
    """A name alone as the last of an article's ``lines``, when it does not stand under a quotation."""
    if len(lines) < 3 or lines[-2].of(text)[-1] not in ".!?…" or lines[-2].of(text)[0] in "—–-":
        return None
    match = _NAME_LINE.fullmatch(text, lines[-1].start, lines[-1].stop)
    return Byline(match[0].rstrip("."), lines[-1]) if match else None


def _two_line(text: str, line: Span, following: Span | None) -> Byline | None:
    if following and _NAME_LINE.fullmatch(text, following.start, following.stop):
        return Byline(following.of(text).rstrip("."), Span(line.start, following.stop))
    return None
