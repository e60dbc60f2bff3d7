"""Markup: an article's text cut into pieces, each with what was found there and the rule that spoke.

For a person to check: how it is shown is left to others, and they need no spans for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from corpus.article import Article
from corpus.attribution import Study, study
from corpus.quotation import NOBODY, Kind, Quotation, Speaker
from corpus.span import Span


class Sort(StrEnum):
    """What a mark says of its words."""

    SPEECH = "speech"
    REPORT = "report"  # the outlet's words about what somebody said
    QUESTION = "question"
    NAME = "name"  # of somebody who speaks in the article
    OUTLET = "outlet"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Mark:
    """``rule`` is the one that spoke; ``speaker`` whose words they are, or who is named; ``words`` what is marked."""

    sort: Sort
    words: str
    rule: str = ""
    speaker: Speaker = NOBODY
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text under the same marks, the widest first. ``opens`` and ``ends`` are those of them that begin and
    end here, in the order of their signs."""

    words: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Markup:
    """The words of all ``pieces`` together are the text; ``marks`` are in text order."""

    article: Article
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]


Placed = tuple[Span, Mark]


def markup_of(article: Article) -> Markup:
    """``article`` with all that is found in it marked."""
    studied = study(article)
    placed = sorted(_placed(studied), key=lambda pair: (pair[0].start, -pair[0].stop))
    text = studied.found.article.text
    return Markup(studied.found.article, tuple(_pieces(text, placed)), tuple(mark for _, mark in placed))


def _placed(studied: Study) -> Iterator[Placed]:
    text, given = studied.found.article.text, studied.reading.given
    for left in studied.page.left_out:
        yield _mark(text, given(left.span), Sort.LEFT_OUT, left.rule)
    outlet = studied.page.outlet
    if outlet is not None:
        yield _mark(text, given(outlet.span), Sort.OUTLET, outlet.rule)
    for question in studied.found.questions:
        yield _mark(text, question, Sort.QUESTION, "interview turn")
    for quotation in studied.found.quotations:
        yield _said(text, quotation)
    yield from _names(studied)


def _mark(text: str, span: Span, sort: Sort, rule: str) -> Placed:
    return span, Mark(sort, span.of(text), rule)


def _said(text: str, quotation: Quotation) -> Placed:
    sort = Sort.REPORT if quotation.kind is Kind.INDIRECT else Sort.SPEECH
    words = quotation.span.of(text)
    return quotation.span, Mark(sort, words, quotation.rule, quotation.speaker, quotation.kind)


def _names(studied: Study) -> Iterator[Placed]:
    """Where those who speak are named."""
    speakers = {quotation.speaker.name for quotation in studied.found.quotations}
    people = studied.scene.cast.people if studied.scene else ()
    for person in people:
        for mention in person.mentions if person.name in speakers else ():
            span = studied.reading.given(mention.span)
            rule = "as written" if span.of(studied.found.article.text) == person.name else "one person"
            yield span, Mark(Sort.NAME, span.of(studied.found.article.text), rule, Speaker(person.name))


def _pieces(text: str, placed: list[Placed]) -> Iterator[Piece]:
    """The text cut wherever a mark begins or ends."""
    places = sorted({0, len(text), *(place for span, _ in placed for place in (span.start, span.stop))})
    waiting = iter(placed)
    following = next(waiting, None)
    under: list[Placed] = []
    for start, stop in pairwise(places):
        opening = []
        while following is not None and following[0].start == start:
            opening.append(following)
            following = next(waiting, None)
        under = [*under, *opening]
        yield Piece(text[start:stop], _of(under), _of(opening), _of(p for p in reversed(under) if p[0].stop == stop))
        under = [pair for pair in under if pair[0].stop > stop]


def _of(placed: Iterable[Placed]) -> tuple[Mark, ...]:
    return tuple(mark for _, mark in placed)
