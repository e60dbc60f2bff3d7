"""Source: the line under the words: outlet, date, linked title."""

from __future__ import annotations

import datetime
from urllib.parse import quote, urlsplit

from bot.message.credit import clipped
from bot.message.piece import Piece, Style
from bot.phrases import Phrases
from corpus.quotation import Kind
from retrieval.extract import Extract
from retrieval.stretches import OMISSION

BETWEEN = " · "
LONGEST_URL = 2048
FRAGMENT_WORDS = 6
OUTLETS_OWN = (Kind.INDIRECT, Kind.NARRATIVE, Kind.PASSAGE)  # these name their outlet above the words already


def source_of(extract: Extract, phrases: Phrases, asked_in: str = "") -> tuple[Piece, ...]:
    """``asked_in``: the question's language, empty where there is none; words in another one are marked."""
    parts = [*_outlet(extract, phrases), *_author(extract, phrases), Piece(date_in_words(extract.date, phrases))]
    parts += [Piece(phrases.in_language[extract.language])] if asked_in not in ("", extract.language) else []
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
    if linkable(extract.url):
        return [Piece(title or phrases.link, Style.LINK, extract.url or "")]
    return [Piece(title)] if title else []


def to_the_words(url: str | None, words: str) -> str:
    """The address with a text fragment, so that a browser opens it at the words and marks them.

    https://wicg.github.io/scroll-to-text-fragment/: the first and the last words, each within one line.
    """
    line = words.split(OMISSION)[0].split("\n")[0].split()
    ends = [line] if len(line) <= 2 * FRAGMENT_WORDS else [line[:FRAGMENT_WORDS], line[-FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    address = url or ""
    whole = f"{address}{'' if '#' in address else '#'}:~:text={fragment}"
    return whole if len(whole) <= LONGEST_URL else address


def linkable(url: str | None) -> bool:
    """Whether Telegram takes the address: one it does not would cost the whole message."""
    if url is None or len(url) > LONGEST_URL or any(char.isspace() for char in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and parts.port != 0
    except ValueError:
        return False
