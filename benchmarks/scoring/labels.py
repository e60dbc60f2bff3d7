"""Document, Prediction: an article with a careful reader's labels, and what was found in it, as the scorers take them.

Both are read from rows of the gold format of the attribution data: {"id", "lang", "text", "outlet", "outlet_alt",
"outlet_how", "quotes", "not_speech", "ignore"}, of which a prediction needs only {"id", "outlet", "quotes"}.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.quotation import Kind
from corpus.span import Span, trimmed

# White space, marks and punctuation at either end of a quotation are nobody's words.
EDGE = " \t\r\n\u00a0" + ".,;:!?…|" + "–—-" + "«»\"“”„‟'‘’"
NO_HOW = "none"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, labelled or found; ``span`` without its edges. The last three fields only a label has."""

    span: Span
    kind: Kind
    speaker: str | None = None
    role: str | None = None
    cue: str = "none"
    other_names: tuple[str, ...] = ()
    start_uncertain: bool = False

    @property
    def reported(self) -> bool:
        return self.kind is Kind.INDIRECT


@dataclass(frozen=True, slots=True)
class Document:
    """``outlets`` are all readings that count as right, none where the text names no outlet."""

    id: str
    language: str
    text: str
    outlets: tuple[str, ...] = ()
    outlet_how: str = NO_HOW
    quotes: tuple[Quote, ...] = ()
    not_speech: tuple[Span, ...] = ()
    ignored: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Prediction:
    outlet: str | None = None
    quotes: tuple[Quote, ...] = ()


def document(row: Row) -> Document:
    """Raises ValueError, naming the document, on a span outside its text."""
    readings = (row.get("outlet"), *(row.get("outlet_alt") or ())) if row.get("outlet") else ()
    return Document(
        id=row["id"],
        language=row["lang"],
        text=row["text"],
        outlets=tuple(reading for reading in readings if reading),
        outlet_how=row.get("outlet_how") or NO_HOW,
        quotes=_quotes(row, row["text"]),
        not_speech=_spans(row.get("not_speech")),
        ignored=_spans(row.get("ignore")),
    )


def prediction(row: Row, text: str) -> Prediction:
    """Raises ValueError, naming the document, on a span outside ``text``."""
    return Prediction(row.get("outlet"), _quotes(row, text))


def _quotes(row: Row, text: str) -> tuple[Quote, ...]:
    quotes = (_quote(quote, text, row["id"]) for quote in row.get("quotes") or ())
    return tuple(quote for quote in quotes if len(quote.span))


def _quote(row: Row, text: str, id: str) -> Quote:
    if not 0 <= row["start"] < row["end"] <= len(text):
        raise ValueError(f"{id}: no such span: {row['start']}–{row['end']}")
    return Quote(
        span=trimmed(Span(row["start"], row["end"]), text, EDGE),
        kind=Kind(row.get("kind") or Kind.DIRECT),
        speaker=row.get("speaker"),
        role=row.get("role"),
        cue=row.get("cue") or "none",
        other_names=tuple(row.get("speaker_alt") or ()),
        start_uncertain=bool(row.get("start_uncertain")),
    )


def _spans(pairs: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, stop) for start, stop in pairs or ())
