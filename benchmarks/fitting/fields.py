"""The fields' weights: climbed to on development questions, and told out of fold.

    python -m benchmarks.fitting.fields

One weight at a time is halved, doubled or moved by a third as long as that helps the sum of nDCG@10 and R@1 over all
sets; the weights in use are where it starts. What it prints is for a person to round and to write into
``retrieval/index/fields.py``. Folds are by question, on akorda_kk by article.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import shared
from benchmarks.fitting.logistic import FOLDS, fold
from benchmarks.retrieval import Searched, lines, ordered
from benchmarks.scoring.retrieval import ndcg
from benchmarks.tables import Cell, table

SETS = ("xquad_ru", "xquadr_ru_sent", "nerel_titles_ru", "akorda_kk", "kazqad_val_kk")
BY_ARTICLE = "akorda_kk"
CANDIDATES = 60
MOVES = (0.5, 0.7, 1.4, 2.0)
ROUNDS = 3

Weights = NDArray[np.float64]  # what each part of the score in use is multiplied by


@dataclass(frozen=True, slots=True)
class Ranked:
    """One question's candidates: ``parts`` of their scores, a row a field; which are right."""

    set: str
    fold: int
    parts: NDArray[np.float64]
    ids: tuple[str, ...]
    relevant: frozenset[str]

    def figures(self, weights: Weights) -> tuple[float, float]:
        """nDCG@10, and whether the first is right."""
        order = np.argsort(-(weights @ self.parts), kind="stable")[:10]
        hits = [self.ids[place] for place in order]
        return ndcg(hits, self.relevant), float(bool(hits) and hits[0] in self.relevant)


def ranked(name: str) -> Iterator[tuple[list[str], Ranked]]:
    """Each question of a set, with the names of its parts."""
    rows = ordered(lines(shared(f"retrieval/{name}/passages.jsonl.gz").path))
    searched = Searched.over(rows)
    articles = {row["id"]: row["doc"] for row in rows}
    for row in lines(shared(f"retrieval/{name}/questions.jsonl.gz").path):
        if row["relevant"]:
            found = searched.search(row["text"], plain=True)
            positions = [hit.position for hit in found.hits[:CANDIDATES]]
            parts = searched.index.field_scores(found.query, positions)
            group = articles[row["relevant"][0]] if name == BY_ARTICLE else row["id"]
            ids = tuple(searched.ids[position] for position in positions)
            scores, right = np.stack(list(parts.values())), frozenset(row["relevant"])
            yield list(parts), Ranked(name, fold(group), scores, ids, right)


def by_set(questions: Sequence[Ranked], weights: Weights) -> dict[str, tuple[float, float]]:
    found = {name: [each.figures(weights) for each in questions if each.set == name] for name in SETS}
    return {name: (mean(rows, 0), mean(rows, 1)) for name, rows in found.items() if rows}


def mean(rows: Sequence[tuple[float, float]], place: int) -> float:
    return sum(row[place] for row in rows) / len(rows)


def climbed(questions: Sequence[Ranked], parts: int) -> Weights:
    best = np.ones(parts)
    height = sum(map(sum, by_set(questions, best).values()))
    for _ in range(ROUNDS):
        for part in range(parts):
            for move in MOVES:
                other = best.copy()
                other[part] *= move
                reached = sum(map(sum, by_set(questions, other).values()))
                if reached > height + 1e-6:
                    best, height = other, reached
    return best


def out_of_fold(questions: Sequence[Ranked], parts: int) -> dict[str, tuple[float, float]]:
    """Each question by weights climbed to without its fold."""
    weights = [climbed([each for each in questions if each.fold != number], parts) for number in range(FOLDS)]
    found = {name: [each.figures(weights[each.fold]) for each in questions if each.set == name] for name in SETS}
    return {name: (mean(rows, 0), mean(rows, 1)) for name, rows in found.items() if rows}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting.fields", description="Climb the weights.")
    parser.parse_args(arguments)
    loaded = [each for name in SETS for each in ranked(name)]
    names, questions = loaded[0][0], [question for _, question in loaded]
    best = climbed(questions, len(names))
    views = {
        "in use": by_set(questions, np.ones(len(names))),
        "climbed": by_set(questions, best),
        "out of fold": out_of_fold(questions, len(names)),
    }
    rows: list[list[Cell]] = [[name, view, *figures[name]] for name in SETS for view, figures in views.items()]
    print(table(("set", "weights", "nDCG@10", "R@1"), rows))
    print(table(("part", "times"), [[name, float(times)] for name, times in zip(names, best, strict=True)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
