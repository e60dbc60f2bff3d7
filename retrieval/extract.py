"""Extract: the words to show, sliced from their article, with speaker, outlet, date and link."""

from __future__ import annotations

import datetime  # the field is called date
from dataclasses import dataclass

from corpus.quotation import Kind
from corpus.span import Span
from retrieval.chosen import OMISSION, Wanted, chosen
from retrieval.extract_id import extract_id
from retrieval.passages import Passage, joined
from retrieval.terms import Lemmas


@dataclass(frozen=True, slots=True)
class Extract:
    """One voice's words. ``text`` is the slices of the article at ``spans`` joined by ``OMISSION``, nothing else."""

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


def extract(passage: Passage, wanted: Wanted, lemmas: Lemmas, score: float) -> Extract:
    """The sentences of ``passage`` that answer."""
    return extract_at(passage, joined(chosen(passage, wanted, lemmas), passage.of.article.text), score)


def extract_at(passage: Passage, spans: tuple[Span, ...], score: float = 0.0) -> Extract:
    """The words at ``spans``, which are whole sentences of ``passage``."""
    article = passage.of.article
    return Extract(
        text=OMISSION.join(span.of(article.text) for span in spans),
        spans=spans,
        article=article.id,
        kind=passage.kind,
        speaker=passage.speaker.name,
        role=passage.speaker.role,
        outlet=article.outlet,
        author=article.author,
        title=article.title,
        date=article.date,
        url=article.url,
        asked=passage.asked.of(article.text) if passage.asked else None,
        score=score,
        id=extract_id(article.text, spans),
    )
