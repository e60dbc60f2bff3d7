"""Paragraphs and sentences of a text, as spans of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.languages.page import page_words
from corpus.sentence_rules import borders, ends_sentence
from corpus.span import Span, trimmed

# White space, and the zero-width characters that Python does not count as such.
BLANK = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + "\u200b\u2060\ufeff"
LONGEST = 1500  # characters of a sentence
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\w")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Runs of non-blank text between newlines, without the blanks at their ends, in text order."""
    return lines(text, Span(0, len(text)))


def lines(text: str, span: Span) -> tuple[Span, ...]:
    """The non-blank lines of ``text`` within ``span``, without the blanks at their ends."""
    found = (trimmed(Span(*match.span()), text, BLANK) for match in _LINE.finditer(text, span.start, span.stop))
    return tuple(line for line in found if line)


def sentences(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """Sentences of ``text`` within ``span``: in order, apart, together covering every non-blank character there.

    No sentence crosses a newline, and each has a letter or a digit in it, unless its whole line has none. One that
    goes on for more than ``LONGEST`` characters is cut at a blank. The rules stand in ``sentence_rules``. The cost
    grows linearly with the length.
    """
    return tuple(sentence for line in lines(text, span) for sentence in _of_line(text, line, language))


def _of_line(text: str, line: Span, language: str) -> Iterator[Span]:
    start = line.start
    for stop in _worded(text, line, _cut(text, line.start, _stops(text, line, language))):
        yield trimmed(Span(start, stop), text, BLANK)
        start = stop


def _stops(text: str, line: Span, language: str) -> Iterator[int]:
    start = line.start
    for border in borders(text, line, page_words(language)):
        if border.stop < line.stop and ends_sentence(border, text, start):
            yield border.stop
            start = border.stop
    yield line.stop


def _cut(text: str, start: int, stops: Iterable[int]) -> Iterator[int]:
    """``stops`` and more of them where a text has no full stop: the rules look at a sentence as a whole."""
    for stop in stops:
        while stop - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = blank + 1 if blank >= 0 else start + LONGEST
            yield start
        yield stop
        start = stop


def _worded(text: str, line: Span, stops: Iterable[int]) -> list[int]:
    """``stops`` without those that would part off a piece of marks alone: it stays with the sentence before it."""
    kept: list[int] = []
    start, bare = line.start, True  # bare: no sentence so far, or one of marks alone
    for stop in stops:
        worded = _WORD.search(text, start, stop) is not None
        if kept and (bare or not worded):
            kept[-1] = stop
        else:
            kept.append(stop)
        start, bare = stop, bare and not worded
    return kept
