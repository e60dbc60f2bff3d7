"""Pages: cards -> messages within Telegram's limits, split between quotes, never inside one where it can be helped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bot.message.card import Card, part_of
from bot.message.piece import Piece, entities, length, total_length
from bot.phrases import Phrases

Page = tuple[Piece, ...]

# https://core.telegram.org/bots/api#sendmessage, after entity parsing; the entities beyond are dropped in silence
LONGEST_MESSAGE = 4096
MOST_ENTITIES = 100
GAP = Piece("\n\n")
ROOM_FOR_PART = 64  # "часть 12 из 34"
BORDERS = (re.compile(r"(?<=[.!?…])[»”\"]?\s|\n"), re.compile(r"\s"))


def pages_of(cards: Iterable[Card], phrases: Phrases) -> list[Page]:
    pages: list[Page] = []
    for part in chain.from_iterable(parts_of(card, phrases) for card in cards):
        if pages and fits((*pages[-1], GAP, *part.pieces)):
            pages[-1] = (*pages[-1], GAP, *part.pieces)
        else:
            pages.append(part.pieces)
    return pages


def fits(page: Page) -> bool:
    return total_length(page) <= LONGEST_MESSAGE and entities(page) <= MOST_ENTITIES


def parts_of(card: Card, phrases: Phrases) -> list[Card]:
    """The card itself, or, where it alone is longer than a message, its parts, each fully credited."""
    if fits(card.pieces):
        return [card]
    frame = total_length(card.pieces) - length(card.words)
    slices = list(cut(card.words, LONGEST_MESSAGE - frame - ROOM_FOR_PART))
    return [part_of(card, words, number, len(slices), phrases) for number, words in enumerate(slices, 1)]


def cut(text: str, room: int) -> Iterator[str]:
    """Slices of ``text`` of at most ``room`` UTF-16 units, at sentence borders, else at spaces, else where it must."""
    start = 0
    while length(text[start:]) > room:
        stop = start + _border(text[start : start + _within(text, start, room)])
        yield text[start:stop].strip()
        start = stop
    yield text[start:].strip()


def _within(text: str, start: int, room: int) -> int:
    """How many characters of ``text`` from ``start`` fit; at least one, and never half a surrogate pair."""
    return max(1, len(text[start : start + room].encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")))


def _border(window: str) -> int:
    """Where the window's last sentence ends, else its last word, unless that throws most of it away."""
    for border in BORDERS:
        ends = [match.end() for match in border.finditer(window)]
        if ends and ends[-1] > len(window) // 2:
            return ends[-1]
    return len(window)
