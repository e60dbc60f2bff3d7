"""Card: one extract as it is shown: credit, the interviewer's question, the words, the source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.message.credit import credit_of
from bot.message.piece import Piece, Style
from bot.message.source import BETWEEN, source_of
from bot.phrases import Phrases
from retrieval.extract import Extract

LONGEST_ASKED = 300


@dataclass(frozen=True, slots=True)
class Card:
    """``words`` are a slice of the extract's text, and nothing else is; a card without any has its ``above`` alone."""

    above: tuple[Piece, ...]
    words: str
    below: tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        if not self.words:
            return self.above
        return (*self.above, Piece("\n"), Piece(self.words, Style.QUOTE), Piece("\n"), *self.below)

    def numbered(self, number: int) -> Card:
        return replace(self, above=(Piece(f"{number}. "), *self.above))


def card_of(extract: Extract, phrases: Phrases) -> Card:
    above = (*credit_of(extract, phrases), *_asked(extract, phrases))
    return Card(above, extract.text, source_of(extract, phrases))


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
    return replace(card, words=words, below=(*card.below, mark))
