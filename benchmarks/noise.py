"""Noisy views of the development questions: how much of the clean figure each spelling keeps.

    python -m benchmarks.noise [SET…]

The views are made by machine and always the same: one typo, two typos, no Kazakh letters, transliterated, typed with
the wrong layout, decomposed (NFD). The figure is the share of questions with a right passage among the first ten.
"""

from __future__ import annotations

import argparse
import random
import sys
import unicodedata
from collections.abc import Callable, Sequence

from benchmarks.data import shared
from benchmarks.retrieval import Row, Searched, answered, lines, ordered
from benchmarks.scoring.retrieval import score
from benchmarks.tables import Cell, table
from retrieval.folding import folded
from retrieval.languages import keyboards

SETS = ("xquad_ru", "xquadr_ru_sent", "akorda_kk", "kazqad_val_kk")
DEPTH = 10
SHORTEST = 5  # letters of a word that gets a typo
LETTERS = "абвгдежзийклмнопрстуфхцчшщыэюя"
LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", (
    "a", "b", "v", "g", "d", "e", "yo", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
    "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
), strict=True))  # fmt: skip
KAZAKH_LATIN = {
    **LATIN, "ә": "ä", "ғ": "ğ", "қ": "q", "ң": "ñ", "ө": "ö", "ұ": "ū", "ү": "ü", "һ": "h", "і": "ı", "ж": "j",
}  # fmt: skip

View = Callable[[str, random.Random], str]


def typos(count: int) -> View:
    """``count`` words, each with one letter left out, doubled, exchanged with the next or replaced."""

    def view(text: str, chance: random.Random) -> str:
        words = text.split(" ")
        long = [place for place, word in enumerate(words) if sum(map(str.isalpha, word)) >= SHORTEST]
        for place in chance.sample(long, min(count, len(long))):
            words[place] = mistyped(words[place], chance)
        return " ".join(words)

    return view


def mistyped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(LETTERS)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + letter + word[at + 1 :],
        )
    )


def without_kazakh_letters(text: str, chance: random.Random) -> str:
    return folded(text.lower())


def transliterated(text: str, chance: random.Random) -> str:
    table = KAZAKH_LATIN if folded(text.lower()) != text.lower().replace("ё", "е") else LATIN
    return "".join(table.get(letter, letter) for letter in text.lower())


def wrong_layout(text: str, chance: random.Random) -> str:
    keys = str.maketrans(keyboards.RUSSIAN + keyboards.KAZAKH, keyboards.LATIN + keyboards.DIGITS)
    return text.lower().translate(keys)


def decomposed(text: str, chance: random.Random) -> str:
    return unicodedata.normalize("NFD", text)


VIEWS: dict[str, View] = {
    "clean": lambda text, chance: text,
    "one typo": typos(1),
    "two typos": typos(2),
    "no Kazakh letters": without_kazakh_letters,
    "transliterated": transliterated,
    "wrong layout": wrong_layout,
    "NFD": decomposed,
}


def measured(name: str) -> list[list[Cell]]:
    """A row a view: the share of questions right within DEPTH, and that as a part of the clean share."""
    folder = f"retrieval/{name}"
    searched = Searched.over(ordered(lines(shared(f"{folder}/passages.jsonl.gz").path)))
    questions = [row for row in lines(shared(f"{folder}/questions.jsonl.gz").path) if row["relevant"]]
    found = {view: right(questions, searched, VIEWS[view]) for view in VIEWS}
    return [[name, view, share, share / found["clean"]] for view, share in found.items()]


def right(questions: Sequence[Row], searched: Searched, view: View) -> float:
    seen = [{**row, "text": view(row["text"], random.Random(row["id"]))} for row in questions]
    return score(questions, [answered(row, searched) for row in seen]).recall(DEPTH) or 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.noise", description="Measure noisy spellings.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    given = parser.parse_args(arguments)
    if unknown := set(given.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(SETS)}")
    rows = [row for name in given.sets or SETS for row in measured(name)]
    print(table(("set", "view", "right in ten", "of clean"), rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
