"""Speed: the whole way of a question, from its words to the HTML of the message, and how it grows; on one thread.

    python -m benchmarks.speed [--passages 10000 100000]

The passages are made by machine: sixty words each of a Zipf vocabulary that is spelled like Russian, so that figures
compare between machines and versions, not with a corpus of people's words.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.tables import Cell, table
from bot.message import AnswerPage, Frame, answer_page, nothing_page
from bot.phrases import phrases_for
from corpus.article import Article
from corpus.quotation import AttributedArticle
from retrieval.searcher import Searcher, build_searcher

WORDS, SENTENCES, LENGTH, OF_ARTICLE = 60_000, 5, 12, 10  # vocabulary; a passage's sentences and their words; passages
QUESTIONS, ASKED = 300, (3, 8)
SIZES, WARMING = (10_000, 100_000), 20
COMMON, RARE = 50, 20_000  # ranks of the words that are asked about
HEAD = ("passages", "built, s", "answered", "p50, ms", "p99, ms")
FRAME = Frame("key", phrases_for("ru"), 3, "bot")
SYLLABLES = [one + other for one in "бвгджзйклмнпрстфхцчшщ" for other in "аеёиоуыэюя"]


def vocabulary(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(WORDS)]


def articles(count: int, words: Sequence[str]) -> Iterator[AttributedArticle]:
    """Articles of OF_ARTICLE paragraphs, ``count`` paragraphs in all, each of the length of a passage."""
    chance = np.random.default_rng(1)
    for number in range(count // OF_ARTICLE):
        drawn = (chance.zipf(1.2, OF_ARTICLE * SENTENCES * LENGTH) - 1) % len(words)
        text = [words[place] for place in drawn]
        lines = [" ".join(_sentence(text[at : at + LENGTH]) for at in range(start, start + SENTENCES * LENGTH, LENGTH))
                 for start in range(0, len(text), SENTENCES * LENGTH)]  # fmt: skip
        yield AttributedArticle(Article(f"{number}.txt", "\n\n".join(lines)))


def _sentence(words: Sequence[str]) -> str:
    return " ".join(words).capitalize() + "."


def asked(words: Sequence[str], passages: Sequence[Sequence[str]], chance: random.Random) -> list[str]:
    """Questions of words that are neither the commonest nor the rarest: every other one of words that stand together
    in one of ``passages``, so that it has an answer."""
    some = words[COMMON:RARE]
    known = frozenset(some)
    stood = [kept for each in passages if (kept := [word for word in each if word in known])]
    sources = (chance.choice(stood) if number % 2 else some for number in range(QUESTIONS))
    return [" ".join(chance.choices(source, k=chance.randint(*ASKED))) for source in sources]


def passages_of(made: Sequence[AttributedArticle], chance: random.Random) -> list[list[str]]:
    """The words of some passages, one of an article."""
    texts = (each.article.text.lower().replace(".", "") for each in chance.choices(made, k=QUESTIONS))
    return [chance.choice(text.split("\n\n")).split() for text in texts]


def milliseconds(searcher: Searcher, questions: Sequence[str]) -> list[float]:
    spent = []
    for question in questions:
        start = time.perf_counter()
        page(searcher, question)
        spent.append(1000 * (time.perf_counter() - start))
    return spent


def page(searcher: Searcher, question: str) -> AnswerPage:
    answer = searcher.answer(question)
    if answer.found:
        return answer_page(answer.extracts, 1, FRAME)
    return nothing_page(answer, (), searcher.coverage, FRAME.key, FRAME.phrases)


def row(size: int) -> list[Cell]:
    """What HEAD tells, over ``size`` passages."""
    chance = random.Random(1)
    words = vocabulary(chance)
    made = list(articles(size, words))
    start = time.perf_counter()
    searcher = build_searcher(made)
    built = time.perf_counter() - start
    questions = asked(words, passages_of(made, chance), chance)
    milliseconds(searcher, questions[:WARMING])
    p50, p99 = map(float, np.percentile(milliseconds(searcher, questions), (50, 99)))
    answered = sum(searcher.answer(question).found for question in questions) / len(questions)
    return [searcher.passages, built, answered, p50, p99]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Measure a question's time.")
    parser.add_argument("--passages", type=int, nargs="+", default=SIZES, metavar="N")
    given = parser.parse_args(arguments)
    print(table(HEAD, [row(size) for size in given.passages]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
