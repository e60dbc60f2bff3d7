"""Messages: an Answer as Telegram's messages, as inline cards and as text for a terminal, from one structure."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from bot.message.card import card_of
from bot.message.credit import credit_of
from bot.message.html import html_of
from bot.message.pages import Page, pages_of, parts_of
from bot.message.piece import Piece
from bot.message.plain import plain_of
from bot.phrases import Phrases
from retrieval.answer import Answer
from retrieval.extract import Extract

LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class InlineCard:
    """One extract as an inline result: what its row shows, and the HTML that choosing it sends."""

    id: str
    title: str
    description: str
    html: str


def answer_messages(answer: Answer, phrases: Phrases) -> list[str]:
    """HTML messages, each within Telegram's limits; at least one."""
    return [html_of(page) for page in answer_pages(answer, phrases)]


def answer_text(answer: Answer, phrases: Phrases) -> str:
    return "\n\n".join(plain_of(page) for page in answer_pages(answer, phrases))


def answer_pages(answer: Answer, phrases: Phrases) -> list[Page]:
    if answer.found:
        return pages_of((card_of(extract, phrases) for extract in answer.extracts), phrases)
    return [(Piece(nothing_found(answer, phrases)),)]


def nothing_found(answer: Answer, phrases: Phrases) -> str:
    """The honest nothing, with what could be asked instead."""
    line = phrases.why_not.get(answer.why_not or "", phrases.why_not["no_match"])
    return "\n".join([line, phrases.suggestions + "; ".join(answer.suggestions)] if answer.suggestions else [line])


def inline_card(extract: Extract, phrases: Phrases) -> InlineCard:
    card = parts_of(card_of(extract, phrases), phrases)[0]
    return InlineCard(
        id=extract_id(extract),
        title=_heading(extract, phrases),
        description=_shortened(extract.text),
        html=html_of(card.pieces),
    )


def _heading(extract: Extract, phrases: Phrases) -> str:
    """The credit on one line."""
    return " ".join(plain_of(credit_of(extract, phrases)).split())


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_DESCRIPTION else line[: LONGEST_DESCRIPTION - 1] + "…"


def extract_id(extract: Extract) -> str:
    """The same words of the same article have the same id; 32 hexadecimal digits."""
    place = f"{extract.article}\0{extract.text}\0" + ",".join(f"{span.start}-{span.stop}" for span in extract.spans)
    return blake2b(place.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def notice(text: str) -> str:
    """A plain line of the bot's own as HTML."""
    return html_of([Piece(text)])
