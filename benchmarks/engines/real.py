"""Real: passages and questions of evaluation sets, lemmatized, the passages repeated with changes up to any number."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.engines.passages import SPEAKERS, Numbers, Passages, Question, credited
from retrieval.terms import terms, topical_forms
from retrieval.word_forms import WordForms

CHANGED = 0.15  # of the words of a passage that is there again


def real_passages(folder: Path, size: int, seed: int = 1) -> Passages:
    """The passages of all sets below ``folder``, and again with some words exchanged until there are ``size``."""
    words, rows = _numbered(_lemmas([row["text"] for row in _rows(folder, "passages")]))
    chance = np.random.default_rng(seed)
    every = np.concatenate(rows)
    order = np.concatenate([chance.permutation(len(rows)) for _ in range(1 + size // len(rows))])[:size]
    values = np.concatenate([rows[place] for place in order])
    starts = np.concatenate(([0], np.cumsum([len(rows[place]) for place in order])))
    again = np.flatnonzero(chance.random(len(values)) < CHANGED)
    again = again[again >= starts[min(size, len(rows))]]
    values[again] = chance.choice(every, len(again))
    return credited(words, values, starts, chance)


def real_questions(folder: Path, count: int, seed: int = 2) -> list[Question]:
    chance = np.random.default_rng(seed)
    asked = _lemmas([row["text"] for row in _rows(folder, "questions")])
    return [(asked[place], int(chance.integers(SPEAKERS))) for place in chance.permutation(len(asked))[:count]]


def _rows(folder: Path, kind: str) -> Iterator[dict[str, str]]:
    paths = sorted(folder.glob(f"*/{kind}.jsonl.gz"))
    if not paths:
        raise FileNotFoundError(f"{folder} has no set with {kind}.jsonl.gz")
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _lemmas(texts: Sequence[str]) -> list[list[str]]:
    known = WordForms()
    for text in texts:
        known.learn(topical_forms(text))
    rows = (list(terms(text, known).words) for text in texts)
    return [row for row in rows if row]


def _numbered(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[Numbers]]:
    numbers: dict[str, int] = {}
    numbered = [np.array([numbers.setdefault(word, len(numbers)) for word in row], dtype=np.int32) for row in rows]
    return list(numbers), numbered
