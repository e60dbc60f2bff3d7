"""Attribution record: an attributed article in the gold format: who said what, offsets in the text as given."""

from __future__ import annotations

from bot.jsonl import Record
from corpus.quotation import AttributedArticle, Quotation


def attribution_record(id: str | int, attributed: AttributedArticle) -> Record:
    article = attributed.article
    return {
        "id": id,
        "lang": article.language,
        "outlet": article.outlet,
        "author": article.author,
        "title": article.title,
        "quotes": [quotation_record(quotation, article.text) for quotation in attributed.quotations],
    }


def quotation_record(quotation: Quotation, text: str) -> Record:
    return {
        "start": quotation.span.start,
        "end": quotation.span.stop,
        "text": quotation.span.of(text),
        "speaker": quotation.speaker.name,
        "role": quotation.speaker.role,
        "kind": quotation.kind.value,
    }
