"""Source: the line under the words: outlet, date, linked title."""

from __future__ import annotations

import datetime

from bot.message.credit import clipped
from bot.message.piece import Piece, Style
from bot.phrases import Phrases
from corpus.quotation import Kind
from retrieval.extract import Extract

BETWEEN = " · "
LONGEST_URL = 2048
OUTLETS_OWN = (Kind.INDIRECT, Kind.NARRATIVE)  # these name their outlet above the words already


def source_of(extract: Extract, phrases: Phrases) -> tuple[Piece, ...]:
    parts = [*_outlet(extract, phrases), *_author(extract, phrases), Piece(date_in_words(extract.date, phrases))]
    parts += _title(extract, phrases)
    return tuple(piece for part in parts for piece in (Piece(BETWEEN), part))[1:]


def _outlet(extract: Extract, phrases: Phrases) -> list[Piece]:
    if not extract.outlet:
        return [Piece(phrases.no_outlet)]
    return [] if extract.kind in OUTLETS_OWN else [Piece(clipped(extract.outlet))]


def _author(extract: Extract, phrases: Phrases) -> list[Piece]:
    """The author of the outlet's own words; beside a speaker's words a second name would only mislead."""
    if extract.kind is not Kind.NARRATIVE or not extract.author:
        return []
    return [Piece(phrases.text_author.format(author=clipped(extract.author)))]


def date_in_words(date: datetime.date | None, phrases: Phrases) -> str:
    if date is None:
        return phrases.no_date
    return phrases.date.format(day=date.day, month=phrases.months[date.month - 1], year=date.year)


def _title(extract: Extract, phrases: Phrases) -> list[Piece]:
    title = clipped(extract.title or "")
    if _linkable(extract.url):
        return [Piece(title or phrases.link, Style.LINK, extract.url or "")]
    return [Piece(title)] if title else []


def _linkable(url: str | None) -> bool:
    return url is not None and url.startswith(("https://", "http://")) and len(url) <= LONGEST_URL
