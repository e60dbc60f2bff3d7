"""Edits: the differences of two texts word by word, as a person would mark them: the fewest, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

Change = tuple[int, int, int, int]
Step = tuple[int, int, int, int]  # of said, of printed: from, to; at most one word of each

_ANOTHER, _AKIN, _ALONE = 1.5, 0.3, 1.0  # the price of a word for another, of its other form, of one left out or added
_LEAST_AKIN = 0.6  # of the letters
_MOST_PAIRS = 10_000  # of words, each compared with each


def edits(said: Sequence[str], printed: Sequence[str]) -> list[Change]:
    """Stretches (said from, to, printed from, to) that differ, in order."""
    blocks = SequenceMatcher(None, said, printed, autojunk=False).get_opcodes()
    return [
        (a + first, a + last, c + start, c + stop)
        for kind, a, b, c, d in blocks
        if kind != "equal"
        for first, last, start, stop in _within(said[a:b], printed[c:d])
    ]


def _within(said: Sequence[str], printed: Sequence[str]) -> Iterator[Change]:
    """Of two stretches that have no word in common."""
    if len(said) * len(printed) > _MOST_PAIRS:
        yield 0, len(said), 0, len(printed)
        return
    for part in _apart(_steps(said, printed), said, printed):
        yield part[0][0], part[-1][1], part[0][2], part[-1][3]


def _steps(said: Sequence[str], printed: Sequence[str]) -> list[Step]:
    """The cheapest way from one text to the other."""
    prices = _prices(said, printed)
    steps: list[Step] = []
    a, b = len(said), len(printed)
    while a or b:
        price = prices[a][b]
        if a and b and price == prices[a - 1][b - 1] + _price(said[a - 1], printed[b - 1]):
            a, b = a - 1, b - 1
            steps.append((a, a + 1, b, b + 1))
        elif b and price == prices[a][b - 1] + _ALONE:
            b -= 1
            steps.append((a, a, b, b + 1))
        else:
            a -= 1
            steps.append((a, a + 1, b, b))
    return steps[::-1]


def _prices(said: Sequence[str], printed: Sequence[str]) -> list[list[float]]:
    rows = [[_ALONE * b for b in range(len(printed) + 1)]]
    for a, word in enumerate(said, 1):
        row, above = [_ALONE * a], rows[-1]
        for b, other in enumerate(printed, 1):
            changed = above[b - 1] + _price(word, other)
            row.append(min(changed, row[-1] + _ALONE, above[b] + _ALONE))
        rows.append(row)
    return rows


@lru_cache(maxsize=1 << 14)
def _price(word: str, other: str) -> float:
    if word == other:
        return 0.0
    return _AKIN if _are_akin(word, other) else _ANOTHER


def _are_akin(word: str, other: str) -> bool:
    """Whether two words may be forms of one: they begin alike and have most letters in common."""
    if word[:1] != other[:1] or not word[:1].isalpha():
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _LEAST_AKIN


def _apart(steps: list[Step], said: Sequence[str], printed: Sequence[str]) -> Iterator[list[Step]]:
    """What is added or left out behind another form of a word is a difference of its own."""
    part: list[Step] = []
    for step in steps:
        if part and _is_akin(part[-1], said, printed) and not _is_pair(step):
            yield part
            part = []
        part.append(step)
    if part:
        yield part


def _is_pair(step: Step) -> bool:
    return step[0] < step[1] and step[2] < step[3]


def _is_akin(step: Step, said: Sequence[str], printed: Sequence[str]) -> bool:
    return _is_pair(step) and _price(said[step[0]], printed[step[2]]) == _AKIN
