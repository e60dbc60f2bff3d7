"""Fields' speed: how long the search of a question takes by all fields, order and decision included, as it grows.

    python -m benchmarks.fields_speed [--passages 10000 100000 1000000]

As ``benchmarks.speed``, but the passages are made as numbers of word forms, without texts, so that there may be a
million: sixty words each of a Zipf vocabulary, a headline of six, ten to an article. CPU time of one thread.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence

import numpy as np

from benchmarks.retrieval import no_interviews
from benchmarks.speed import QUESTIONS, asked, vocabulary
from benchmarks.tables import Cell, table
from retrieval.index import Index
from retrieval.index.building import index_of
from retrieval.index.documents import Documents, gram_lengths
from retrieval.index.lexicon import Lexicon, no_lexicon
from retrieval.index.ragged import Ragged
from retrieval.meanings import meanings
from retrieval.question import question
from retrieval.search import search
from retrieval.terms import forms
from retrieval.word_forms import WordForms

LENGTH, HEADLINE, OF_ARTICLE = 60, 6, 10  # words; passages
SIZES = (10_000, 100_000, 1_000_000)
WARMING = 20  # questions
HEAD = ("passages", "built, s", "p50, ms", "p99, ms")


def made(size: int, lexicon: Lexicon) -> Documents:
    chance = np.random.default_rng(1)
    own, reaches = drawn(size, LENGTH, len(lexicon), chance), np.ones(size, dtype=np.uint8)
    return Documents(
        own=own,
        about=drawn(size, HEADLINE, len(lexicon), chance),
        articles=np.arange(0, size + 1, OF_ARTICLE, dtype=np.int64),
        priors=np.ones(size),
        reaches=reaches,
        gram_lengths=gram_lengths(own, reaches, lexicon),
    )


def drawn(rows: int, length: int, words: int, chance: np.random.Generator) -> Ragged:
    values = ((chance.zipf(1.2, rows * length) - 1) % words).astype(np.int32)
    return Ragged(values, np.arange(rows + 1, dtype=np.int64) * length)


def passages_of(documents: Documents, lexicon: Lexicon, chance: random.Random) -> list[list[str]]:
    """The words of some documents."""
    rows = chance.choices(range(len(documents)), k=QUESTIONS)
    return [[lexicon.forms[number] for number in documents.own[row]] for row in rows]


def milliseconds(index: Index, questions: Sequence[str], lemmas: WordForms) -> list[float]:
    known, spent = meanings(), []
    for text in questions:
        start = time.thread_time()
        search(question(text, lemmas), index, known, asked_of=no_interviews)
        spent.append(1000 * (time.thread_time() - start))
    return spent[WARMING:]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fields_speed", description="Measure all fields.")
    parser.add_argument("--passages", type=int, nargs="+", default=SIZES, metavar="N")
    given = parser.parse_args(arguments)
    words, lemmas = vocabulary(random.Random(1)), WordForms()
    lexicon = no_lexicon().learned(list(dict.fromkeys(form for word in words for form in forms(word))), lemmas)
    rows: list[list[Cell]] = []
    for size in given.passages:
        print(f"{size} passages are made and indexed …", file=sys.stderr)
        start = time.perf_counter()
        index = index_of(lexicon, made(size, lexicon))
        built = time.perf_counter() - start
        chance = random.Random(2)
        questions = asked(words, passages_of(index.documents, lexicon, chance), chance)
        p50, p99 = map(float, np.percentile(milliseconds(index, questions, lemmas), (50, 99)))
        rows.append([size, built, p50, p99])
    print(table(HEAD, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
