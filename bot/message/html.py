"""HTML: pieces -> Telegram's HTML. The one place that escapes, once."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bot.message.piece import Piece, Style

TAGS = {
    Style.PLAIN: "{text}",
    Style.BOLD: "<b>{text}</b>",
    Style.ITALIC: "<i>{text}</i>",
    Style.QUOTE: "<blockquote expandable>{text}</blockquote>",
    Style.LINK: '<a href="{url}">{text}</a>',
}


def html_of(pieces: Iterable[Piece]) -> str:
    return "".join(TAGS[piece.style].format(text=escape(piece.text), url=escape(piece.url)) for piece in pieces)
