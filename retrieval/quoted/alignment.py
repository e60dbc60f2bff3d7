"""Alignment: said words beside printed ones: the same run of words, the nearest, or runs from several places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from retrieval.quoted.edits import edits
from retrieval.quoted.printed import Row

_SLACK = 12  # printed words looked at beyond the length of what was said, on each side
_EDGE = 3  # steps to a sentence's end: fewer printed words than that, that nothing was said for, are a difference
_MOST_RUNS = 40  # of one quotation
SHORTEST_RUN = 4  # words in a row that are a quotation's and not the language's

Change = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """``said[at:at + length]`` stands in the row ``row`` as its words from ``place`` on."""

    at: int
    row: int
    place: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The printed words from ``start`` to ``stop`` that come nearest, the first and the last of them in common with
    what was said, of which ``before`` and ``behind`` are left; ``shared`` is the part that is in common, in order."""

    start: int
    stop: int
    before: int
    behind: int
    shared: float
    longest: int


def places_of(said: Sequence[str], printed: Sequence[str], start: int = 0) -> Iterator[int]:
    """Where ``said`` stands in ``printed``, word for word."""
    wanted = list(said)
    for place in range(start, len(printed) - len(said) + 1):
        if printed[place] == said[0] and printed[place : place + len(said)] == wanted:
            yield place


def nearest(said: Sequence[str], row: Row) -> Alignment | None:
    """The stretch of ``row`` around the longest run of words that it has in common with ``said``."""
    printed = row.plain
    row.matcher.set_seq1(said)
    longest = row.matcher.find_longest_match()
    if not longest.size:
        return None
    first = max(0, longest.b - longest.a - _SLACK)
    last = min(len(printed), longest.b + len(said) - longest.a + _SLACK)
    near = SequenceMatcher(None, said, printed[first:last], autojunk=False)
    blocks = [block for block in near.get_matching_blocks() if block.size]
    opening, close = blocks[0], blocks[-1]
    return Alignment(
        start=first + opening.b,
        stop=first + close.b + close.size,
        before=opening.a,
        behind=len(said) - close.a - close.size,
        shared=sum(block.size for block in blocks) / len(said),
        longest=longest.size,
    )


def stretch(found: Alignment, row: Row) -> tuple[int, int]:
    """With the printed words of the same sentence in the place of those that were said before and behind."""
    first = last = 0
    if found.before:
        first = next(
            (step for step in range(found.before + _EDGE) if row.ends_before(found.start - step)), found.before
        )
    if found.behind:
        last = next((step for step in range(found.behind + _EDGE) if row.ends_before(found.stop + step)), found.behind)
    return found.start - first, found.stop + last


def changes(said: Sequence[str], row: Row, start: int, stop: int) -> list[Change]:
    """The stretches (said from, to, printed from, to) that differ."""
    return [(a, b, start + c, start + d) for a, b, c, d in edits(said, row.plain[start:stop])]


def runs(said: Sequence[str], rows: Sequence[Row]) -> list[Run]:
    """The longest runs of ``said`` that stand in any of ``rows``, each of one voice, in the order they were said."""
    found: list[Run] = []
    left = [(0, len(said))]  # stretches of what was said that may have runs
    while left and len(found) < _MOST_RUNS:
        first, last = left.pop()
        longest = _longest(said[first:last], rows) if last - first >= SHORTEST_RUN else None
        if longest and longest.length >= SHORTEST_RUN:
            at, stop = first + longest.at, first + longest.at + longest.length
            found += _of_one_voice(replace(longest, at=at), rows[longest.row])
            left += [(stop, last), (first, at)]
    return sorted(found, key=lambda run: run.at)


def _longest(said: Sequence[str], rows: Sequence[Row]) -> Run | None:
    found = []
    for number, row in enumerate(rows):
        row.matcher.set_seq1(said)
        match = row.matcher.find_longest_match()
        found.append(Run(match.a, number, match.b, match.size))
    return max(found, key=lambda run: run.length, default=None)


def _of_one_voice(run: Run, row: Row) -> Iterator[Run]:
    """``run`` cut where another begins to speak."""
    start = run.place
    for place in range(run.place + 1, run.place + run.length + 1):
        if place == run.place + run.length or row.voices[place] != row.voices[place - 1]:
            yield Run(run.at + start - run.place, run.row, start, place - start)
            start = place
