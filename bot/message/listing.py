"""Listing: a heading and its lines, as many as a message holds."""

from __future__ import annotations

from collections.abc import Sequence

from bot.message.pages import LONGEST_MESSAGE
from bot.message.piece import length
from bot.phrases import Phrases

ROOM_FOR_REST = 64  # "… и ещё 1234"


def listing(heading: str, lines: Sequence[str], phrases: Phrases, room: int = LONGEST_MESSAGE) -> str:
    """Plain text of at most ``room`` UTF-16 units; how many lines are left out is said."""
    shown = [heading]
    for line in lines:
        if length("\n".join([*shown, line])) > room - ROOM_FOR_REST:
            break
        shown.append(line)
    left_out = len(lines) - (len(shown) - 1)
    return "\n".join([*shown, phrases.and_more.format(count=left_out)] if left_out else shown)
