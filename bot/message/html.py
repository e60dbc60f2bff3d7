"""HTML: pieces -> Telegram's HTML. The one place that escapes, once."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from bot.message.piece import Piece, Style

TAGS = {
    Style.PLAIN: "{text}",
    Style.BOLD: "<b>{text}</b>",
    Style.ITALIC: "<i>{text}</i>",
    Style.QUOTE: "<blockquote expandable>{text}</blockquote>",
    Style.AROUND: "{text}",
    Style.MARKED: "<b>{text}</b>",
    Style.STRUCK: "<s>{text}</s>",
    Style.LINK: '<a href="{url}">{text}</a>',
}


IN_CONTEXT = frozenset({Style.AROUND, Style.MARKED})


def html_of(pieces: Iterable[Piece]) -> str:
    """Neighbours in the styles of a context stand in one blockquote."""
    runs = groupby(pieces, key=lambda piece: piece.style in IN_CONTEXT)
    return "".join(_quote(_tagged(run)) if in_context else _tagged(run) for in_context, run in runs)


def _quote(html: str) -> str:
    return f"<blockquote>{html}</blockquote>"


def _tagged(pieces: Iterable[Piece]) -> str:
    return "".join(TAGS[piece.style].format(text=escape(piece.text), url=escape(piece.url)) for piece in pieces)
