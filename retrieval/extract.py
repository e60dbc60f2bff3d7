"""Extract: the words to show, sliced from their article, with speaker, outlet, date and link."""

from __future__ import annotations

import datetime  # the field is called date
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.quotation import NOBODY, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.extract_id import extract_id
from retrieval.passages import Passage, itself, joined, over, span_of, without
from retrieval.stretches import OMISSION

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's words, or the outlet's report of them, among others: ``text`` is a slice of the extract's."""

    text: str
    kind: Kind
    speaker: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Extract:
    """``text`` is the slices of the article at ``spans`` joined by ``OMISSION``, nothing else.

    It is one voice's words, or, where ``kind`` is PASSAGE, a stretch of the article as it is printed: then ``speaker``
    and ``role`` are null, and ``within`` tells whose words stand in it, in text order.
    """

    text: str
    spans: tuple[Span, ...]
    article: str
    kind: Kind
    speaker: str | None
    role: str | None
    outlet: str | None
    author: str | None
    title: str | None
    date: datetime.date | None
    url: str | None
    asked: str | None
    score: float
    id: str = ""  # of these words of this text, see extract_id.py
    within: tuple[Voice, ...] = ()
    language: str = "ru"  # the article's, "ru" or "kk"

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All who are credited with words here, the outlet apart."""
        if self.kind in (Kind.PASSAGE, Kind.NARRATIVE):
            return self.within
        return (Voice(self.text, self.kind, self.speaker, self.role),)


def extract_of(rows: Sequence[Passage], score: float = 0.0) -> Extract:
    """The words of ``rows``, passages of one article in text order: one person's alone where no others are."""
    spans = joined([row.sentence for row in rows], rows[0].of.article.text)
    told = _told(spans, rows[0].of.quotations)
    spoken = _spoken(rows, spans, told, score)
    is_whole = spoken is not None and not _WORD.search(_beside(spoken.spans, spans, rows[0].of.article.text))
    return spoken if spoken and is_whole else _written(rows, spans, told, score)


def words_at(rows: Sequence[Passage], places: Sequence[Span]) -> Extract | None:
    """The direct speech that the ``places`` in ``rows`` have, without what stands around it; null where they are not
    one person's."""
    spans = [row.sentence for row in rows]
    return _spoken(rows, spans, _told(places, rows[0].of.quotations), 0.0)


def _told(spans: Sequence[Span], quotations: Sequence[Quotation]) -> list[Quotation]:
    return list(dict.fromkeys(each for found in over(spans, quotations, span_of) for each in found))


def _spoken(
    rows: Sequence[Passage], spans: Sequence[Span], told: Sequence[Quotation], score: float
) -> Extract | None:
    """One person's words without what stands around them; null where more than one are told of, or nobody."""
    said = [quotation for quotation in told if quotation.kind is not Kind.INDIRECT]
    voices = {(quotation.speaker if quotation.speaker.name else quotation.span, quotation.asked) for quotation in said}
    text = rows[0].of.article.text
    words = [_shared(span, quotation.span) for span, quotation in _pairs(spans, said)]
    if len(voices) != 1:
        return None
    return _made(rows[0], joined(words, text), said[0].kind, said[0].speaker, said[0].asked, score)


def _beside(words: Sequence[Span], spans: Sequence[Span], text: str) -> str:
    """What ``spans`` have that ``words`` have not."""
    return "".join(
        piece.of(text)
        for span, inside in zip(spans, over(spans, words, itself), strict=True)
        for piece in without(span, inside)
    )


def _written(rows: Sequence[Passage], spans: tuple[Span, ...], told: Sequence[Quotation], score: float) -> Extract:
    voices = {(row.kind, row.speaker) for row in rows}
    if len(voices) == 1 and (not told or rows[0].kind is Kind.INDIRECT):
        return _made(rows[0], spans, rows[0].kind, rows[0].speaker, None, score)
    text = rows[0].of.article.text
    within = tuple(
        Voice(_shared(span, quotation.span).of(text), quotation.kind, quotation.speaker.name, quotation.speaker.role)
        for span, quotation in _pairs(spans, told)
    )
    return _made(rows[0], spans, Kind.PASSAGE if within else Kind.NARRATIVE, NOBODY, None, score, within)


def _pairs(spans: Sequence[Span], told: Sequence[Quotation]) -> Iterator[tuple[Span, Quotation]]:
    return ((span, quotation) for span in spans for quotation in told if quotation.span.overlaps(span))


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.stop, other.stop))


def _made(
    row: Passage,
    spans: tuple[Span, ...],
    kind: Kind,
    speaker: Speaker,
    asked: Span | None,
    score: float,
    within: tuple[Voice, ...] = (),
) -> Extract:
    article = row.of.article
    return Extract(
        text=OMISSION.join(span.of(article.text) for span in spans),
        spans=spans,
        article=article.id,
        kind=kind,
        speaker=speaker.name,
        role=speaker.role,
        outlet=article.outlet,
        author=article.author,
        title=article.title,
        date=article.date,
        url=article.url,
        asked=asked.of(article.text) if asked else None,
        score=score,
        id=extract_id(article.text, spans),
        within=within,
        language=article.language,
    )
