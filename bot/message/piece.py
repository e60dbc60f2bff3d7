"""Piece: a stretch of a message in one style, and how long Telegram counts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto


class Style(Enum):
    PLAIN = auto()
    BOLD = auto()
    ITALIC = auto()
    QUOTE = auto()  # an expandable blockquote
    AROUND = auto()  # within a blockquote, together with the pieces next to it in one of these two styles; not folded,
    # for the words marked in it stand too deep to be seen then
    MARKED = auto()
    STRUCK = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` is unescaped; ``url`` is given with ``Style.LINK`` alone."""

    text: str
    style: Style = Style.PLAIN
    url: str = ""


def length(text: str) -> int:
    """In UTF-16 code units, as Telegram counts a message."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def total_length(pieces: Iterable[Piece]) -> int:
    return sum(length(piece.text) for piece in pieces)


def entities(pieces: Iterable[Piece]) -> int:
    return sum(piece.style is not Style.PLAIN for piece in pieces)
