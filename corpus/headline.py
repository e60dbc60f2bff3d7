"""The headline of an article: a line that is repeated, or a first short line that is no sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.span import Span, trimmed

_LONGEST = 220  # characters
_HEAD = 8  # lines in which a page repeats its headline
_SOON = 4  # lines among which the first sentence follows a headline: behind captions and a standfirst
_LABEL = re.compile(r"[^:\n]{1,50}:")
_SENTENCE_END = re.compile(r"[.!?…][»\"”]?$")


def find_headline(text: str, lines: Sequence[Span], title: str | None) -> Span | None:
    """The headline among ``lines``, the article's lines without furniture; ``title`` is the header's, where given."""
    for rule in RULES:
        if (found := rule(text, lines, title)) is not None:
            return found
    return None


def named_by_header(text: str, lines: Sequence[Span], title: str | None) -> Span | None:
    """The line that says what the header says."""
    wanted = plain(title or "")
    return next((_bare(text, line) for line in lines[:_HEAD] if wanted and plain(line.of(text)) == wanted), None)


def marked_as_heading(text: str, lines: Sequence[Span], title: str | None) -> Span | None:
    """«# Порт готовят к весне» at the beginning."""
    return _bare(text, lines[0]) if lines and lines[0].of(text).startswith("# ") else None


def repeated(text: str, lines: Sequence[Span], title: str | None) -> Span | None:
    """A page says its headline in the menu and again above the article."""
    head = [plain(line.of(text)) for line in lines[:_HEAD]]
    for place, line in enumerate(lines[:_HEAD]):
        if head[place] in head[place + 1 :] and " " in head[place] and _is_short(text, line):
            return line
    return None


def first_line(text: str, lines: Sequence[Span], title: str | None) -> Span | None:
    """A first line without a final full stop over sentences that have one."""
    if title or not lines or not _is_short(text, lines[0]) or _is_turn(text, lines):
        return None
    return lines[0] if any(_SENTENCE_END.search(line.of(text)) for line in lines[1:_SOON]) else None


def _is_short(text: str, line: Span) -> bool:
    words = line.of(text)
    return len(line) <= _LONGEST and words[0] not in "—–-" and words[-1] not in ".:;,…"


def _is_turn(text: str, lines: Sequence[Span]) -> bool:
    """«КОРРЕСПОНДЕНТ: …?», when another line begins with the same label."""
    label = _LABEL.match(text, lines[0].start, lines[0].stop)
    ended = text[lines[0].stop - 1] in ".?!…"
    return label is not None and ended and any(text.startswith(label[0], line.start) for line in lines[1:])


RULES: tuple[Callable[[str, Sequence[Span], str | None], Span | None], ...] = (
    named_by_header,
    marked_as_heading,
    repeated,
    first_line,
)


def plain(words: str) -> str:
    """``words`` for comparison: without case, heading signs and the blanks between them."""
    return " ".join(words.casefold().lstrip("# ").split())


def _bare(text: str, line: Span) -> Span:
    return trimmed(line, text, "# ")
