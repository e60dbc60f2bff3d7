"""Alignment: said words beside printed ones: the same run of words, the nearest, or runs from several places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

_SLACK = 12  # printed words looked at beyond the length of what was said, on each side
SHORTEST_RUN = 4  # words in a row that are a quotation's and not the language's


@dataclass(frozen=True, slots=True)
class Run:
    """``said[at:at + length]`` stands in the article ``article`` as its words from ``place`` on."""

    at: int
    article: int
    place: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The printed words from ``start`` to ``stop`` that come nearest; ``shared`` is the part of the said words that
    they have, in order; ``changes`` are stretches (said from, to, printed from, to) that differ."""

    start: int
    stop: int
    shared: float
    longest: int
    changes: tuple[tuple[int, int, int, int], ...]


def place_of(said: Sequence[str], printed: Sequence[str], start: int = 0) -> int | None:
    """Where ``said`` stands in ``printed``, word for word."""
    for place in range(start, len(printed) - len(said) + 1):
        if printed[place] == said[0] and list(printed[place : place + len(said)]) == list(said):
            return place
    return None


def nearest(said: Sequence[str], printed: Sequence[str]) -> Alignment | None:
    """The stretch of ``printed`` around the longest run of words that it has in common with ``said``."""
    longest = SequenceMatcher(None, said, printed, autojunk=False).find_longest_match()
    if not longest.size:
        return None
    first = max(0, longest.b - longest.a - _SLACK)
    last = min(len(printed), longest.b + len(said) - longest.a + _SLACK)
    blocks = [block for block in _blocks(said, printed[first:last]) if block.size]
    start, stop = first + blocks[0].b - blocks[0].a, first + blocks[-1].b + blocks[-1].size
    start, stop = max(first, start), min(last, stop + len(said) - blocks[-1].a - blocks[-1].size)
    changes = SequenceMatcher(None, said, printed[start:stop], autojunk=False).get_opcodes()
    return Alignment(
        start,
        stop,
        sum(block.size for block in blocks) / len(said),
        longest.size,
        tuple((a, b, start + c, start + d) for kind, a, b, c, d in changes if kind != "equal"),
    )


def _blocks(said: Sequence[str], printed: Sequence[str]) -> list[Match]:
    return list(SequenceMatcher(None, said, printed, autojunk=False).get_matching_blocks())


def runs(said: Sequence[str], articles: Sequence[Sequence[str]]) -> list[Run]:
    """The longest runs of ``said`` that stand in any of ``articles``, in the order they were said."""
    return sorted(_runs(said, 0, articles), key=lambda run: run.at)


def _runs(said: Sequence[str], offset: int, articles: Sequence[Sequence[str]]) -> Iterator[Run]:
    if len(said) < SHORTEST_RUN:
        return
    found = [
        (SequenceMatcher(None, said, printed, autojunk=False).find_longest_match(), article)
        for article, printed in enumerate(articles)
    ]
    best, article = max(found, key=lambda each: each[0].size, default=(None, 0))
    if best is None or best.size < SHORTEST_RUN:
        return
    yield Run(offset + best.a, article, best.b, best.size)
    yield from _runs(said[: best.a], offset, articles)
    yield from _runs(said[best.a + best.size :], offset + best.a + best.size, articles)
