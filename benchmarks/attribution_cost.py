"""Attribution's cost: articles of 2 KB a second, how the cost grows with length, and memory; on one core.

    python -m benchmarks.attribution_cost [--quick]

The texts are the sample corpus again and again, and texts made by machine in which every paragraph names somebody new.
KB are of UTF-8, so 2 KB of Cyrillic are about 1 100 characters. ``--quick`` leaves out the texts of 2 MB.
"""

from __future__ import annotations

import argparse
import math
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, cycle

from benchmarks.data import ours
from benchmarks.tables import table
from corpus.article import Article
from corpus.attribution import attribute
from corpus.language import guess_language
from corpus.library import read_library

KB = 1024
SIZES = (2 * KB, 200 * KB, 2000 * KB)
ARTICLES = 60  # of 2 KB: how many a second is measured on
MARKS = 10_000
FIRST = "Алексей Борис Виктор Григорий Дмитрий Егор Игорь Кирилл Леонид Максим Николай Олег Павел Роман Сергей Юрий"
STEMS = [one + other for one in ("Бор", "Вал", "Гор", "Дуб", "Зар", "Мур") for other in ("ан", "ел", "ин", "ок", "ут")]

Paragraphs = Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Measured:
    """``size`` in bytes, ``seconds`` of processor time."""

    size: int
    seconds: float


def sample(language: str) -> Iterator[str]:
    """The paragraphs of the sample corpus in one language, article by article, without end."""
    articles = [found.article for found in read_library(ours("corpus/articles").path).articles]
    texts = [article.text for article in articles if article.language == language]
    return (f"{line}\n\n" for text in cycle(texts) for line in text.split("\n") if line.strip())


def new_names() -> Iterator[str]:
    """Paragraphs of speech and reports, each of somebody whom no other paragraph names."""
    first = FIRST.split()
    for number in count():
        stem = STEMS[number % len(STEMS)] + STEMS[number // len(STEMS) % len(STEMS)].lower()
        yield (
            f"«Мы ждали этого восемь лет и дождались», – сказал инженер {first[number % len(first)]} {stem}ов. "
            f"Он добавил, что работы закончат в мае. По словам {stem}ова, денег хватит. "
            "«Лучше», – сказал эксперт.\n"
        )


def one_line() -> Iterator[str]:
    """The same as scraping leaves it that loses all line ends."""
    return (paragraph.replace("\n", " ") for paragraph in new_names())


TEXTS: dict[str, Paragraphs] = {
    "sample corpus, Russian": lambda: sample("ru"),
    "sample corpus, Kazakh": lambda: sample("kk"),
    "new names": new_names,
    "one line": one_line,
}
BROKEN = {
    "opened, never closed": "«Мы ждали ",
    "opened in every line": "«Мы ждали моста, дороги и весны\n",
    "straight": '"Мы ждали моста", дороги ',
    "marks alone": "«»\"„“",
    "dashes": "– Мост открыт, – сказал он. – Да.\n",
    "turns without speech": "мост, – ",
}  # fmt: skip


def text_of(paragraphs: Iterator[str], size: int) -> str:
    """Paragraphs up to ``size`` bytes, the last one cut."""
    taken, length = [], 0
    while length < size:
        taken.append(next(paragraphs))
        length += len(taken[-1].encode())
    return "".join(taken).encode()[:size].decode(errors="ignore")


def cost(text: str) -> Measured:
    article = Article("cost", text, language=guess_language(text))
    start = time.process_time()
    attribute(article)
    return Measured(len(text.encode()), time.process_time() - start)


def a_second(language: str) -> float:
    """How many articles of 2 KB, of the sample corpus, are attributed in a second of one core."""
    paragraphs = sample(language)
    texts = [text_of(paragraphs, 2 * KB) for _ in range(ARTICLES)]
    cost(texts[0])  # loads the models
    return len(texts) / sum(cost(text).seconds for text in texts)


def slope(measured: Sequence[Measured]) -> float:
    """The exponent with which the cost grows from the second size to the last: 1 is linear."""
    one, other = measured[-2], measured[-1]
    return math.log(other.seconds / one.seconds) / math.log(other.size / one.size)


def growth(name: str, paragraphs: Paragraphs, sizes: Sequence[int]) -> list[str | float]:
    """A row: milliseconds a KB at each size, and the slope."""
    measured = [cost(text_of(paragraphs(), size)) for size in sizes]
    return [name, *(f"{one.seconds * 1e3 / one.size * KB:.1f}" for one in measured), slope(measured)]


def broken(name: str, words: str) -> list[str]:
    """A row: what 10 000 marks cost, and twice as many."""
    marks = max(1, sum(not letter.isalnum() and not letter.isspace() for letter in words))
    measured = [cost(words * (times * MARKS // marks)) for times in (1, 2)]
    return [name, *(f"{one.seconds:.2f}" for one in measured), f"{slope(measured):.2f}"]


def peak() -> float:
    """The most memory of the process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(sizes: Sequence[int]) -> Iterator[str]:
    rates = [[f"articles of 2 KB a second, {language}", f"{a_second(language):.0f}"] for language in ("ru", "kk")]
    yield table(["on one core", "measured"], [*rates, ["peak memory, MB", f"{peak():.0f}"]])
    head = ["milliseconds a KB", *(f"{size // KB} KB" for size in sizes), "slope"]
    yield table(head, [growth(name, paragraphs, sizes) for name, paragraphs in TEXTS.items()])
    yield table([f"seconds for {MARKS} marks", "once", "twice", "slope"], [broken(*item) for item in BROKEN.items()])
    yield f"peak memory at the end: {peak():.0f} MB"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.attribution_cost", description="Attribution's cost.")
    parser.add_argument("--quick", action="store_true", help="without the texts of 2 MB")
    given = parser.parse_args(arguments)
    for part in report(SIZES[:-1] if given.quick else SIZES):
        print(part, end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
