"""Alleged: whether a text is nothing but somebody's alleged words, long enough to be looked up word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping

FEWEST_WORDS = 9
CLOSING: Mapping[str, str] = {"«": "»", "“": "”", "„": "“”", '"': '"'}
AFTER = ".,!?… "  # may stand behind the closing mark
_LABEL = re.compile(r"^(?:[^\s:«“„\"]+\s+){0,5}[^\s:«“„\"]+:\s*(?=[«“„\"])")


def is_quotation(text: str) -> bool:
    """Whether one pair of marks holds the whole text, but for whose it is: «…», «Имя Фамилия: «…»», not «…» и «…»."""
    whole = _LABEL.sub("", text.strip().rstrip(AFTER))
    closing = CLOSING.get(whole[:1], "")
    long_enough = len(whole.split()) >= FEWEST_WORDS
    return long_enough and whole[-1] in closing and _closes_last(whole, closing)


def _closes_last(whole: str, closing: str) -> bool:
    """Whether the mark that opens the text is closed by its last character and by none before."""
    opening, depth = whole[0], 0
    for place, char in enumerate(whole):
        if char in closing and (place or opening not in closing):
            depth -= 1
        elif char == opening:
            depth += 1
        if not depth:
            return place == len(whole) - 1
    return False
