"""Passage: a sentence of an article as it is printed, the unit that is found; and who speaks in it.

A question is answered by a run of passages that stand together (see ``stretches``). Whose words a passage holds tells
whom it is found by: those of the person who says most of it, else of the one whom it reports, else the outlet's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.paragraphs import paragraphs, sentences
from corpus.quotation import NOBODY, AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span

T = TypeVar("T")

LONGEST_CORE = 400  # characters of the passages that are found together, unless one is longer


@dataclass(frozen=True, slots=True)
class Passage:
    """``sentence`` stands in ``of.article``; ``asked`` is the interviewer's question before, where it is an answer."""

    of: AttributedArticle
    sentence: Span
    kind: Kind
    speaker: Speaker = NOBODY
    asked: Span | None = None

    @property
    def text(self) -> str:
        return self.sentence.of(self.of.article.text)


def passages(attributed: AttributedArticle) -> tuple[Passage, ...]:
    """The passages of an article, in text order, apart from each other."""
    printed = list(_printed(attributed))
    told = over(printed, attributed.quotations, span_of)
    return tuple(_passage(attributed, *each) for each in zip(printed, told, strict=True))


def reaches(given: Sequence[Passage]) -> tuple[int, ...]:
    """For each passage how many from it on, itself among them, are found together as one core: a core ends with an
    answer to an interviewer."""
    starts = [passage.sentence.start for passage in given]
    stops = [passage.sentence.stop for passage in given]
    found, stop = [], 0
    for place, start in enumerate(starts):
        stop = max(stop, place + 1)
        while stop < len(stops) and stops[stop] - start <= LONGEST_CORE and not _ends_answer(given, stop):
            stop += 1
        found.append(stop - place)
    return tuple(found)


def _ends_answer(given: Sequence[Passage], stop: int) -> bool:
    """Whether an interviewer's question, or anything else, follows an answer there."""
    last, following = given[stop - 1], given[stop]
    is_same = following.kind is Kind.INTERVIEW_ANSWER and following.asked == last.asked
    return last.kind is Kind.INTERVIEW_ANSWER and not is_same


def joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """``spans`` with those that only white space parts made one."""
    whole: list[Span] = []
    for span in spans:
        if whole and not text[whole[-1].stop : span.start].strip():
            whole[-1] = Span(whole[-1].start, span.stop)
        else:
            whole.append(span)
    return tuple(whole)


def over(spans: Sequence[Span], others: Sequence[T], place: Callable[[T], Span]) -> Iterator[tuple[T, ...]]:
    """For each of ``spans``, which ascend, those of ``others`` whose ``place`` shares a character with it, in text
    order. The cost grows linearly with both as long as ``others`` are apart."""
    waiting = sorted(others, key=place, reverse=True)
    near: list[T] = []
    for span in spans:
        near = [other for other in near if place(other).stop > span.start]
        while waiting and place(waiting[-1]).start < span.stop:
            near.append(waiting.pop())
        yield tuple(other for other in near if place(other).overlaps(span))


def without(whole: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    """What is left of ``whole`` between ``cuts``, which are in text order."""
    start = whole.start
    for cut in cuts:
        if cut.start > start:
            yield Span(start, cut.start)
        start = max(start, cut.stop)
    if start < whole.stop:
        yield Span(start, whole.stop)


def span_of(quotation: Quotation) -> Span:
    return quotation.span


def itself(span: Span) -> Span:
    return span


def _printed(attributed: AttributedArticle) -> Iterator[Span]:
    """The article's sentences, without what is no article text; a headline that is given to somebody is his words."""
    article, left_out = attributed.article, sorted(attributed.left_out)
    told = over(left_out, attributed.quotations, span_of)
    cuts = [cut for cut, quotations in zip(left_out, told, strict=True) if not quotations]
    lines = paragraphs(article.text)
    for line, cuts_here in zip(lines, over(lines, cuts, itself), strict=True):
        for piece in without(line, cuts_here):
            yield from sentences(article.text, piece, article.language)


def _passage(attributed: AttributedArticle, sentence: Span, told: Sequence[Quotation]) -> Passage:
    said = [quotation for quotation in told if quotation.kind is not Kind.INDIRECT]
    if said:
        most = max(said, key=lambda quotation: _shared(quotation.span, sentence))
        return Passage(attributed, sentence, most.kind, most.speaker, most.asked)
    reported = {quotation.speaker for quotation in told}
    if len(reported) == 1:
        return Passage(attributed, sentence, Kind.INDIRECT, reported.pop())
    return Passage(attributed, sentence, Kind.NARRATIVE)  # two reported at once are nobody's words


def _shared(one: Span, other: Span) -> int:
    return min(one.stop, other.stop) - max(one.start, other.start)
