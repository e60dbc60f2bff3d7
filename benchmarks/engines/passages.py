"""Passages: what all engines are given, as numbers of words.

Where they are made by machine, words are drawn by Zipf's law from a vocabulary of 300,000, sixty to a passage.
Questions have three to eight different words, drawn alike, but for the commonest, which stand for stop words. Each
passage has a speaker, an outlet and a day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WORDS, LENGTH, COMMONEST = 300_000, 60, 20
ASKED = (3, 8)  # words of a question, at least and at most
SPEAKERS, OUTLETS, DAYS = 200, 30, 3650
SYLLABLES = [one + other for one in "бвгджзйклмнпрстфхцчшщ" for other in "аеёиоуыэюя"]

Numbers = NDArray[np.int32]
Question = tuple[list[str], int]  # words, and the speaker for those that filter


@dataclass(frozen=True, eq=False, slots=True)
class Passages:
    """Passage n has the words ``values[starts[n]:starts[n + 1]]``; the other three have an entry a passage."""

    words: Sequence[str]
    values: Numbers
    starts: NDArray[np.int64]
    speakers: Numbers
    outlets: Numbers
    days: Numbers

    def __len__(self) -> int:
        return len(self.speakers)

    def numbers(self) -> Iterator[Numbers]:
        return (self.values[start:stop] for start, stop in zip(self.starts, self.starts[1:], strict=False))

    def texts(self) -> Iterator[list[str]]:
        for numbers in self.numbers():
            yield [self.words[number] for number in numbers.tolist()]


def made(size: int, seed: int = 1) -> Passages:
    chance = np.random.default_rng(seed)
    values = _zipf(WORDS, 0, size * LENGTH, chance)
    starts = np.arange(size + 1, dtype=np.int64) * LENGTH
    return credited([_spelled(number) for number in range(WORDS)], values, starts, chance)


def made_questions(passages: Passages, count: int, seed: int = 2) -> list[Question]:
    chance = np.random.default_rng(seed)
    there = np.zeros(len(passages.words), dtype=np.bool_)
    there[passages.values] = True
    questions: list[Question] = []
    while len(questions) < count:
        drawn = dict.fromkeys(_zipf(len(there), COMMONEST, 4 * ASKED[1], chance).tolist())
        asked = [passages.words[number] for number in drawn if there[number]][: chance.integers(ASKED[0], ASKED[1] + 1)]
        if len(asked) >= ASKED[0]:
            questions.append((asked, int(chance.integers(SPEAKERS))))
    return questions


def save_passages(passages: Passages, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.json").write_text(json.dumps(passages.words, ensure_ascii=False), encoding="utf-8")
    for name in ("values", "starts", "speakers", "outlets", "days"):
        np.save(folder / f"{name}.npy", getattr(passages, name), allow_pickle=False)


def open_passages(folder: Path) -> Passages:
    arrays = (np.load(folder / f"{name}.npy") for name in ("values", "starts", "speakers", "outlets", "days"))
    return Passages(json.loads((folder / "words.json").read_text(encoding="utf-8")), *arrays)


def _zipf(words: int, first: int, count: int, chance: np.random.Generator) -> Numbers:
    """Words' numbers, each as likely as its rank's reciprocal, without the ``first`` ones."""
    shares = np.cumsum(1 / np.arange(first + 1, words + 1))
    drawn = np.searchsorted(shares, chance.random(count) * shares[-1], "right") + first
    numbers: Numbers = np.minimum(drawn, words - 1).astype(np.int32)
    return numbers


def _spelled(number: int) -> str:
    """A word of its own for each number."""
    rest, last = divmod(number, len(SYLLABLES))
    return (_spelled(rest - 1) if rest else "") + SYLLABLES[last]


def credited(
    words: Sequence[str], values: Numbers, starts: NDArray[np.int64], chance: np.random.Generator
) -> Passages:
    size = len(starts) - 1
    credits = (chance.integers(0, many, size, dtype=np.int32) for many in (SPEAKERS, OUTLETS, DAYS))
    return Passages(words, values, starts, *credits)
