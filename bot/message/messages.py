"""Messages: inline cards, notices, and text for a terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.message.answer_page import permalink
from bot.message.buttons import Button, Row
from bot.message.card import card_of, cards_of
from bot.message.credit import credit_of
from bot.message.held import above
from bot.message.html import html_of
from bot.message.nothing import nothing_text
from bot.message.pages import leaves_of, parts_of
from bot.message.piece import Piece
from bot.message.plain import plain_of
from bot.message.source import linkable, to_the_words
from bot.phrases import Phrases
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.extract import Extract

NO_COVERAGE = Coverage(0)
LONGEST_DESCRIPTION = 200
LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class InlineCard:
    """One extract as an inline result: what its row shows, and the HTML and buttons that choosing it sends."""

    id: str
    title: str
    description: str
    html: str
    row: Row


def answer_text(answer: Answer, phrases: Phrases, covered: Coverage = NO_COVERAGE) -> str:
    """The whole answer for a terminal, or what comes near one; ``covered`` is what the corpus has instead."""
    shown = answer.extracts or answer.nearest
    if not shown:
        return nothing_text(answer, answer.suggestions, covered, phrases)
    over = above(answer.filters, False, phrases, answer.relaxed, near=not answer.found)
    leaves = leaves_of(cards_of(shown, phrases, answer.language, answer.own), phrases, len(shown))
    return plain_of(over) + "\n\n".join(plain_of(leaf.pieces) for leaf in leaves)


def inline_cards(answer: Answer, phrases: Phrases, bot: str) -> list[InlineCard]:
    """Each extract once; what only comes near says so in its title."""
    cards = [inline_card(extract, phrases, bot, answer.language) for extract in answer.extracts or answer.nearest]
    if not answer.found:
        cards = [replace(card, title=phrases.near_title.format(title=card.title)) for card in cards]
    return list({card.id: card for card in cards}.values())


def inline_card(extract: Extract, phrases: Phrases, bot: str, asked_in: str = "") -> InlineCard:
    card = parts_of(card_of(extract, phrases, asked_in), phrases)[0]
    return InlineCard(
        id=extract.id[:LONGEST_ID],
        title=_heading(extract, phrases),
        description=_shortened(extract.text),
        html=html_of(card.pieces),
        row=_inline_row(extract, phrases, bot),
    )


def _inline_row(extract: Extract, phrases: Phrases, bot: str) -> Row:
    """Addresses alone: a card in a chat that the bot is not in needs nothing kept for it."""
    source = to_the_words(extract.url, extract.text) if linkable(extract.url) else None
    buttons = ((phrases.source, source), (phrases.inline_open, permalink(extract, bot)))
    return tuple(Button(text, url=url) for text, url in buttons if url)


def _heading(extract: Extract, phrases: Phrases) -> str:
    """The credit on one line."""
    return " ".join(plain_of(credit_of(extract, phrases)).split())


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_DESCRIPTION else line[: LONGEST_DESCRIPTION - 1] + "…"


def notice(text: str) -> str:
    """A plain line of the bot's own as HTML."""
    return html_of([Piece(text)])
