"""Plain text: pieces -> what a terminal shows."""

from __future__ import annotations

from collections.abc import Iterable

from bot.message.piece import Piece, Style

MARGIN = "  │ "


def plain_of(pieces: Iterable[Piece]) -> str:
    return "".join(map(_plain, pieces))


def _plain(piece: Piece) -> str:
    if piece.style is Style.QUOTE:
        return "\n".join(MARGIN + line for line in piece.text.split("\n"))
    return f"{piece.text} ({piece.url})" if piece.style is Style.LINK else piece.text
