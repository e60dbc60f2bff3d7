"""Leaves: cards -> what each message shows, within Telegram's limits; split between quotes wherever it can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.message.card import Card, part_of
from bot.message.piece import Piece, entities, length, total_length
from bot.phrases import Phrases

# https://core.telegram.org/bots/api#sendmessage, after entity parsing; the entities beyond are dropped in silence
LONGEST_MESSAGE = 4096
MOST_ENTITIES = 100
GAP = Piece("\n\n")
ROOM_FOR_MARK = 16  # "12/34"
ROOM_FOR_PART = 64  # "часть 12 из 34", and the mark
BORDERS = (re.compile(r"(?<=[.!?…])[»”\"]?\s|\n"), re.compile(r"\s"))


@dataclass(frozen=True, slots=True)
class Leaf:
    """``numbers`` tell which cards are on it, counted from 1."""

    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...]

    def with_next(self, leaf: Leaf) -> Leaf:
        return Leaf((*self.pieces, GAP, *leaf.pieces), (*self.numbers, *leaf.numbers))


def leaves_of(cards: Sequence[Card], phrases: Phrases, most: int, above: Sequence[Piece] = ()) -> list[Leaf]:
    """At most ``most`` cards on a leaf, as many as fit below what stands ``above``; numbered if there are several."""
    leaves: list[Leaf] = []
    for leaf in _alone(cards, phrases, above):
        if leaves and len(leaves[-1].numbers) < most and fits((*above, *leaves[-1].with_next(leaf).pieces)):
            leaves[-1] = leaves[-1].with_next(leaf)
        else:
            leaves.append(leaf)
    return leaves


def _alone(cards: Sequence[Card], phrases: Phrases, above: Sequence[Piece]) -> Iterator[Leaf]:
    """A leaf for each card, or for each part of one too long for a message."""
    for number, card in enumerate(cards, 1):
        for part in parts_of(card.numbered(number) if len(cards) > 1 else card, phrases, above):
            yield Leaf(part.pieces, (number,))


def fits(pieces: Sequence[Piece]) -> bool:
    return total_length(pieces) <= LONGEST_MESSAGE - ROOM_FOR_MARK and entities(pieces) <= MOST_ENTITIES


def parts_of(card: Card, phrases: Phrases, above: Sequence[Piece] = ()) -> list[Card]:
    """The card itself, or, where it is longer than a message below ``above``, its parts, each fully credited."""
    if fits((*above, *card.pieces)):
        return [card]
    frame = total_length((*above, *card.pieces)) - length(card.words)
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
