"""Setting: a quoted stretch with the words around it, the way the rules look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cues import cue_after
from corpus.marks import DASHES, Quoted
from corpus.scene import Scene
from corpus.span import Span, trimmed

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
AFTER = re.compile(rf"(?P<mark>[,.!?…;]*)[\s\u00a0]*(?P<dash>[{DASHES}]?)[\s\u00a0]*")
# An attribution in the middle of one pair of marks: «…, – сказал X. – …»
INSERTED = re.compile(rf"[,!?…]\s*[{DASHES}]\s*(?P<clause>[^\n]{{3,250}}?)[.,:]\s*[{DASHES}]\s*")
SHORTEST = 4  # words: less is a scrap, not a quotation


@dataclass(frozen=True, slots=True)
class Setting:
    """``words`` are the quoted words; ``lead`` what precedes them in their sentence, ``after`` what follows."""

    quoted: Quoted
    words: Span
    paragraph: Span
    lead: Span
    after: Span
    mark: str  # punctuation between the closing mark and ``after``
    dashed: bool
    part: int = 0  # of a split quotation: 0 the first
    lead_open: bool = False  # the lead goes back to the quotation before


def words_in(text: str, span: Span) -> int:
    return sum(1 for _ in WORD.finditer(text, span.start, span.stop))


def settings_of(scene: Scene, quoted: Sequence[Quoted]) -> Iterator[Setting]:
    """Every quoted stretch that may be speech, in text order, split where an attribution is inserted."""
    speechlike = [one for one in quoted if may_be_speech(scene, one)]
    for at, one in enumerate(speechlike):
        paragraph = scene.paragraph_at(one.span.start)
        floor = max(paragraph.start, speechlike[at - 1].span.stop if at else 0)
        ending = scene.paragraph_at(max(one.inner.start, one.inner.stop - 1))
        following = speechlike[at + 1].span.start if at + 1 < len(speechlike) else ending.stop
        ceiling = min(following, ending.stop)
        yield from _pieces(scene, one, paragraph, floor, max(ceiling, one.span.stop))


def _pieces(scene: Scene, one: Quoted, paragraph: Span, floor: int, ceiling: int) -> Iterator[Setting]:
    lead = _lead(scene, one.span.start, floor)
    start = one.inner.start
    part = 0
    for found in INSERTED.finditer(scene.text, one.inner.start, one.inner.stop):
        clause = Span(found.start("clause"), found.end("clause"))
        if found.start() < start or cue_after(scene, clause, dashed=True) is None:
            continue
        yield Setting(one, Span(start, found.start()), paragraph, lead, clause, ",", True, part)
        start, lead, part = found.end(), clause, part + 1
    after, mark, dashed = _after(scene, one.span.stop, ceiling)
    yield Setting(one, Span(start, one.inner.stop), paragraph, lead, after, mark, dashed, part, lead.start == floor)


def _lead(scene: Scene, start: int, floor: int) -> Span:
    """From the start of the sentence, or from the quotation before, up to the mark."""
    sentence = scene.sentence_at(start)
    if sentence.start >= start:
        return Span(start, start)
    return Span(max(floor, sentence.start), start)


def _after(scene: Scene, stop: int, ceiling: int) -> tuple[Span, str, bool]:
    found = AFTER.match(scene.text, stop, ceiling)
    start = found.end() if found else stop
    if start >= ceiling:
        return Span(stop, stop), found["mark"] if found else "", False
    sentence = scene.sentence_at(start)
    end = min(ceiling, sentence.stop if sentence.stop > start else ceiling)
    return Span(start, end), found["mark"] if found else "", bool(found and found["dash"])


def may_be_speech(scene: Scene, one: Quoted) -> bool:
    """Whether the stretch is long enough, or stands where speech stands; a name or title in marks is neither."""
    inner = trimmed(one.inner, scene.text, " \u00a0\t\n")
    if not inner:
        return not one.opened
    return (words_in(scene.text, inner) >= SHORTEST and not is_title(scene, one)) or stands_as_speech(scene.text, one)


def stands_as_speech(text: str, one: Quoted) -> bool:
    """Even a word or two is speech between a colon or a line's start and an attribution's dash."""
    behind = text[one.span.stop : one.span.stop + 8]
    if text[one.inner.stop - 1 : one.inner.stop] in "!?," and re.match(rf"\s*[{DASHES}]\s*[^\W\d_]", behind):
        return True
    return re.match(rf"[,!?…]+\s*[{DASHES}]\s*[^\W\d_A-ZА-ЯЁ]", behind) is not None


def is_title(scene: Scene, one: Quoted) -> bool:
    """A capitalised stretch right after a word, and with no sentence's end: «закон «О водных ресурсах» принят»."""
    text = scene.text
    before = text[max(0, one.span.start - 2) : one.span.start]
    first = text[one.inner.start : one.inner.start + 1]
    glued = bool(before.strip()) and before[-1:] in " \u00a0" and (before[0].isalnum() or before[0] in "»\")")
    ends = text[max(one.inner.start, one.inner.stop - 1) : one.inner.stop] in ".!?…"
    followed = re.match(rf"[,.]?\s*[{DASHES}]\s", text[one.span.stop : one.span.stop + 4]) is not None
    return glued and first.isupper() and not ends and not followed and not _after_that(text, one.span.start)


def _after_that(text: str, start: int) -> bool:
    return re.search(r"\b(?:что|как|деп|былай)\s*$", text[max(0, start - 10) : start]) is not None

