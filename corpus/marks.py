"""Quoted: what stands between quotation marks, in whatever shape the marks came through scraping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.span import Span

OPENING = "«„‹"
CLOSING = "»›"
EITHER = "\"“”‟″"
MARKS = OPENING + CLOSING + EITHER
BEFORE_OPENING = " \t\n\u00a0([{—–-/:" + OPENING + EITHER
AFTER_CLOSING = " \t\n\u00a0)]},.;:!?…—–-/" + CLOSING + EITHER
PARTNERS = {"»": "«", "›": "‹"}
DASHES = "-–—―−"
MARK = re.compile(f"[{MARKS}]")
DEEPEST = 12  # pairs inside each other: more are marks that were never closed
LONGEST_QUOTATION = 12  # paragraphs that one pair of marks may span


@dataclass(frozen=True, slots=True)
class Quoted:
    """``span`` with its marks, ``inner`` without them; a missing mark leaves the two ends equal."""

    span: Span
    inner: Span
    opened: bool = True
    closed: bool = True


@dataclass(slots=True)
class _Open:
    at: int
    mark: str


Ending = Callable[[Span], "int | None"]


def quoted_in(text: str, paragraphs: Sequence[Span], ending: Ending = lambda words: None) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of ``paragraphs``, in text order.

    Marks are paired within a paragraph. One left open ends where ``ending`` finds an attribution in its words; else it
    runs on only where a later paragraph closes it; else it ends with its own paragraph, so a broken mark costs a
    paragraph at most.
    """
    rows = [_merged(text, list(_in_paragraph(text, paragraph))) for paragraph in paragraphs]
    return tuple(_joined(text, paragraphs, [_ended(row, ending) for row in rows]))


def _ended(row: list[Quoted], ending: Ending) -> list[Quoted]:
    """A mark left open whose words an attribution ends: as good as closed there."""
    if not row or row[-1].closed:
        return row
    stop = ending(row[-1].inner)
    if stop is None:
        return row
    return [*row[:-1], Quoted(Span(row[-1].span.start, stop), Span(row[-1].inner.start, stop))]


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quoted]:
    """Outermost pairs, then a mark that has no partner."""
    stack: list[_Open] = []
    for found in MARK.finditer(text, paragraph.start, paragraph.stop):
        at, mark = found.start(), found.group()
        if _opens(text, paragraph, at, stack):
            stack += [_Open(at, mark)] if len(stack) < DEEPEST else []
        elif stack:
            first = _partner(stack, mark)
            opened = stack[first]
            del stack[first:]
            if not stack or _ends_speech(text, paragraph, at):
                outer = stack[0] if stack else opened
                stack.clear()
                yield _pair(outer.at, at, nested=outer is not opened)
        else:
            yield Quoted(Span(at, at + 1), Span(at, at), opened=False)
    if stack:
        yield Quoted(Span(stack[0].at, paragraph.stop), Span(stack[0].at + 1, paragraph.stop), closed=False)


def _merged(text: str, row: list[Quoted]) -> list[Quoted]:
    """«…: "Прогресс" прибыл вовремя"»: after a colon one mark opened both the speech and the name that begins it."""
    for at in range(len(row) - 1):
        first, last = row[at], row[at + 1]
        led = text[max(0, first.span.start - 3) : first.span.start].rstrip(" \u00a0").endswith(":")
        small = text[first.span.stop : first.span.stop + 2].strip()[:1].islower()
        if led and small and first.closed and not last.opened:
            whole = Quoted(Span(first.span.start, last.span.stop), Span(first.inner.start, last.inner.start))
            return [*row[:at], whole, *row[at + 2 :]]
    return row


def _pair(start: int, stop: int, nested: bool = False) -> Quoted:
    """A nested closing mark that also closes the outer pair («Клуб «Заря») is part of the words."""
    return Quoted(Span(start, stop + 1), Span(start + 1, stop + 1 if nested else stop))


def _opens(text: str, paragraph: Span, at: int, stack: list[_Open]) -> bool:
    mark = text[at]
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    if mark == "“" and any(opened.mark == "„" for opened in stack):
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.stop else " "
    may_open = before in BEFORE_OPENING and after not in AFTER_CLOSING.replace('"', "").replace("“", "")
    may_close = before not in " \t\u00a0(" and after in AFTER_CLOSING
    if may_open != may_close:
        return may_open
    return not any(opened.mark in EITHER for opened in stack)


def _partner(stack: list[_Open], mark: str) -> int:
    """The place on the stack of the mark that ``mark`` closes: its own kind if there is one, else the innermost."""
    wanted = PARTNERS.get(mark)
    for place in range(len(stack) - 1, -1, -1):
        kind = stack[place].mark
        if kind == wanted or (wanted is None and kind in EITHER + "„"):
            return place
    return len(stack) - 1


def _ends_speech(text: str, paragraph: Span, at: int) -> bool:
    """Whether «, –» follows the mark: then it closes every pair that is open."""
    rest = text[at + 1 : min(at + 6, paragraph.stop)]
    return rest[:1] == "," and rest[1:].lstrip(" \u00a0")[:1] in tuple(DASHES)


def _joined(text: str, paragraphs: Sequence[Span], rows: list[list[Quoted]]) -> Iterator[Quoted]:
    """Rows of paragraphs, with a quotation that runs over several of them made one."""
    row = 0
    while row < len(rows):
        tail = rows[row][-1] if rows[row] and not rows[row][-1].closed else None
        last = _closing_row(text, paragraphs, rows, row) if tail else None
        yield from (quoted for quoted in rows[row] if quoted is not tail)
        if tail and last is not None:
            closing = rows[last][0]
            yield Quoted(Span(tail.span.start, closing.span.stop), Span(tail.inner.start, _inner_stop(closing)))
            rows[last] = rows[last][1:]
            row = last
        else:
            if tail:
                yield tail
            row += 1


def _inner_stop(closing: Quoted) -> int:
    return closing.inner.stop


def _closing_row(text: str, paragraphs: Sequence[Span], rows: list[list[Quoted]], row: int) -> int | None:
    """The paragraph that closes what ``row`` left open: each one between opens with a mark, or none of them has any.

    The end of the former is a pair of its own, which only words that open a paragraph or follow a colon can go on to.
    """
    again = _opens_speech(text, paragraphs[row], rows[row][-1])
    for last in range(row + 1, min(row + 1 + LONGEST_QUOTATION, len(rows))):
        found = rows[last]
        again = again and bool(found)
        if found and not found[0].opened:
            return last
        reopens = bool(found) and found[0].span.start == paragraphs[last].start
        if again and reopens and found[0].closed and len(found) == 1 and _to_the_end(text, paragraphs[last], found[0]):
            return last
        if reopens and not found[-1].closed:
            continue
        if any(not quoted.closed for quoted in found):
            return None
    return None


def _opens_speech(text: str, paragraph: Span, quoted: Quoted) -> bool:
    lead = text[paragraph.start : quoted.span.start].rstrip(" \u00a0")
    return not lead.strip(DASHES) or lead.endswith(":")


def _to_the_end(text: str, paragraph: Span, quoted: Quoted) -> bool:
    """Whether the pair is the whole paragraph, or is followed by an attribution."""
    rest = text[quoted.span.stop : paragraph.stop].lstrip(",.!?… \u00a0")
    return not rest or rest[0] in DASHES
