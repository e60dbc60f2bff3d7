"""Card: one extract as it is shown: credit, the interviewer's question, the words, the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.message.credit import credit_of
from bot.message.piece import Piece, Style
from bot.message.source import BETWEEN, source_of
from bot.phrases import Phrases
from corpus.quotation import Kind
from retrieval.extract import Extract

LONGEST_ASKED = 300
IN_MARKS = (Kind.DIRECT, Kind.CONTINUED)  # between quotation marks
ENDED = re.compile(r"[.!?…][»”“\"’)]*$")


@dataclass(frozen=True, slots=True)
class Card:
    """``words`` are a slice of the extract's text, and nothing else is; a card without any has its ``above`` alone.
    ``opening`` stands before the card and its number."""

    above: tuple[Piece, ...]
    words: str
    below: tuple[Piece, ...]
    opening: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        if not self.words:
            return (*self.opening, *self.above)
        return (*self.opening, *self.above, Piece("\n"), Piece(self.words, Style.QUOTE), Piece("\n"), *self.below)

    def numbered(self, number: int) -> Card:
        return replace(self, above=(Piece(f"{number}. "), *self.above))


def cards_of(
    shown: Sequence[Extract | None], phrases: Phrases, asked_in: str = "", own: int | None = None
) -> list[Card]:
    """A card for each, null where the corpus no longer has the words. ``asked_in`` is the question's language, empty
    where there is none; behind the first ``own`` it is others who speak."""
    cards = [card_of(extract, phrases, asked_in) if extract else withdrawn(phrases) for extract in shown]
    if own is not None and own < len(cards):
        cards[own] = replace(cards[own], opening=(Piece(f"{phrases.others}\n\n"),))
    return cards


def card_of(extract: Extract, phrases: Phrases, asked_in: str = "") -> Card:
    above = (*credit_of(extract, phrases), *_asked(extract, phrases))
    return Card(above, extract.text, (*_closing(extract, phrases), *source_of(extract, phrases, asked_in)))


def _closing(extract: Extract, phrases: Phrases) -> tuple[Piece, ...]:
    """The mark that ends a quotation, below words that end with none: theirs stands outside it in print."""
    is_bare = extract.kind in IN_MARKS and not ENDED.search(extract.text)
    return (Piece(phrases.quoted.partition("{name}")[2] + " "),) if is_bare else ()


def withdrawn(phrases: Phrases) -> Card:
    """Stands in the place of words that the corpus no longer has."""
    return Card((Piece(phrases.withdrawn, Style.ITALIC),), "", ())


def _asked(extract: Extract, phrases: Phrases) -> tuple[Piece, ...]:
    """The interviewer's question on a line of its own, marked as one; whole or not at all."""
    if not extract.asked or len(extract.asked) > LONGEST_ASKED:
        return ()
    return (Piece("\n" + phrases.asked), Piece(" ".join(extract.asked.split()), Style.ITALIC))


def part_of(card: Card, words: str, number: int, count: int, phrases: Phrases) -> Card:
    """One part of a card too long for a message, with the whole credit, and saying which part it is."""
    mark = Piece(BETWEEN + phrases.part.format(number=number, count=count))
    opening = card.opening if number == 1 else ()
    return replace(card, words=words, below=(*card.below, mark), opening=opening)
