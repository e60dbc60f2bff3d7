"""An attributed article as JSON and back, without its id and its text: those come from its file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span

_FIELDS = ("title", "outlet", "author", "url", "language")


def to_json(found: AttributedArticle) -> str:
    """``found`` as one JSON object; spans as pairs of offsets."""
    article = found.article
    return json.dumps(
        {
            "fields": {name: getattr(article, name) for name in _FIELDS},
            "date": article.date.isoformat() if article.date else None,
            "left_out": [_pair(span) for span in found.left_out],
            "questions": [_pair(span) for span in found.questions],
            "quotations": [_row(quotation) for quotation in found.quotations],
            "headline": _pair(found.headline),
        },
        ensure_ascii=False,
    )


def from_json(source: str, article: Article) -> AttributedArticle:
    """What ``to_json`` wrote, in ``article``. Raises ValueError, LookupError or TypeError for anything else."""
    kept = json.loads(source)
    day = date.fromisoformat(kept["date"]) if kept["date"] else None
    return AttributedArticle(
        article=replace(article, date=day, **{name: kept["fields"][name] for name in _FIELDS}),
        left_out=tuple(Span(*pair) for pair in kept["left_out"]),
        questions=tuple(Span(*pair) for pair in kept["questions"]),
        quotations=tuple(_quotation(row) for row in kept["quotations"]),
        headline=_span(kept["headline"]),
    )


def _row(quotation: Quotation) -> list[Any]:
    speaker = quotation.speaker
    asked = _pair(quotation.asked)
    return [_pair(quotation.span), quotation.kind.value, speaker.name, speaker.role, asked, quotation.rule]


def _quotation(row: list[Any]) -> Quotation:
    span, kind, name, role, asked, rule = row
    return Quotation(Span(*span), Kind(kind), Speaker(name, role), _span(asked), rule)


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.stop] if span is not None else None


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair is not None else None
