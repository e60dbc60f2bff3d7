"""Examples: questions to tap, for somebody who does not know yet what to ask."""

from __future__ import annotations

from bot.message.buttons import Button, Row, Tap, What
from bot.message.piece import Piece
from bot.phrases import Phrases


def example_rows(phrases: Phrases) -> tuple[Row, ...]:
    """A button for each, which asks it."""
    return tuple(
        (Button(example, Tap(What.EXAMPLE, "", number).data),) for number, example in enumerate(phrases.examples, 1)
    )


def example_lines(phrases: Phrases) -> tuple[Piece, ...]:
    """The same where there are no buttons."""
    return tuple(Piece(f"\n• {example}") for example in phrases.examples)
