"""A corpus of any size for measurements: articles of about two kilobytes, varied from those of the sample corpus.

Each has a header, paragraphs of one language drawn from the sample, some of their words exchanged for made-up ones of a
Zipf vocabulary, and the words of a speaker of its own, so that attribution, names and filters have all their work.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from benchmarks.data import ours

BYTES = 2048
_WORDS, _EXCHANGED = 60_000, 0.12  # the made-up vocabulary; the share of longer words that it takes the place of
_LONGER = re.compile(r"\b[а-яёәғқңөұүіһ]{6,}\b")
_SYLLABLES = [one + other for one in "бвгджзклмнпрстфхцчш" for other in "аеиоуы"]
_FIRST = "Асан Иван Марат Пётр Данияр Олег Ерлан Сергей Тимур Юрий".split()
_POSTS = ("экономист", "директор музея", "инженер", "эколог", "министр энергетики", "агроном", "учитель")
_SAID = ("сказал", "сообщил", "рассказал", "отметил", "пояснил")
_DAY = date(2030, 1, 1)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes article ``number`` the same each time; ``edition`` tells a later version of it."""

    seed: int = 1

    def article(self, number: int, edition: int = 0) -> str:
        chance = random.Random(f"{self.seed} {number} {edition}")
        paragraphs = _paragraphs()["kk" if number % 5 == 0 else "ru"]
        text = [_header(number, chance)]
        size = len(text[0].encode())
        while size < BYTES - 350:
            paragraph = _varied(chance.choice(paragraphs), chance)
            text.append(paragraph)
            size += len(paragraph.encode()) + 2
        return "\n\n".join([*text, _said(chance)]) + "\n"


def write_corpus(folder: Path, count: int) -> None:
    """Articles in subfolders of a hundred."""
    made = Maker()
    for number in range(count):
        path = path_of(folder, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.article(number), encoding="utf-8")


def path_of(folder: Path, number: int) -> Path:
    return folder / f"{number // 100:04}" / f"{number:06}.md"


def questions(count: int, seed: int = 1) -> list[str]:
    """Of the words of the articles, some of them naming a speaker."""
    chance = random.Random(seed)
    return [_question(chance) for _ in range(count)]


def _question(chance: random.Random) -> str:
    words = _LONGER.findall(" ".join(chance.choices(_paragraphs()["ru"], k=4)))
    asked = [*chance.sample(words, 3), _word(chance)]
    return f"Что {_name(chance)} говорит о {' '.join(asked[:2])}?" if chance.random() < 0.2 else " ".join(asked) + "?"


def _header(number: int, chance: random.Random) -> str:
    day = _DAY + timedelta(days=chance.randrange(1500))
    title = " ".join([_word(chance).capitalize(), _word(chance), _word(chance)])
    return f"---\ntitle: {title}\noutlet: Вестник {_word(chance).capitalize()}\ndate: {day.isoformat()}\n---\n"


def _said(chance: random.Random) -> str:
    words = _varied(chance.choice(_sentences()), chance).rstrip(".!?… ")
    return f"«{words}», – {chance.choice(_SAID)} {chance.choice(_POSTS)} {_name(chance)}."


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {_word(chance).capitalize()}{chance.choice(('ов', 'ин', 'баев'))}"


def _varied(text: str, chance: random.Random) -> str:
    return _LONGER.sub(lambda word: _word(chance) if chance.random() < _EXCHANGED else word.group(), text)


def _word(chance: random.Random) -> str:
    words, weights = _vocabulary()
    return chance.choices(words, cum_weights=weights)[0]


@cache
def _vocabulary() -> tuple[Sequence[str], Sequence[float]]:
    chance = random.Random(0)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5))) for _ in range(_WORDS)]
    return words, list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))


@cache
def _paragraphs() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"ru": [], "kk": []}
    for path in sorted(ours("corpus/articles").path.glob("??-*.*")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found[path.name[:2]] += [line for line in lines if 150 < len(line) < 700]
    return found


@cache
def _sentences() -> list[str]:
    texts = " ".join(_paragraphs()["ru"])
    return re.findall(r"[А-Я][^.!?«»–—:]{40,140}\.", texts)
