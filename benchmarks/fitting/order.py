"""The order of the first hits: what order.json gives on development questions, and what a fit to them would.

    python -m benchmarks.fitting.order

One model a language. Headlines (nerel_titles_ru) are no questions: they are measured, not fitted on. Folds are by
question, the same words in two sets being one, and on akorda_kk by article. The table tells each set's nDCG@10 and R@1
in the order of the fields' sum, in that of order.json, in the fitted model's out of fold, and out of fold without one
feature after another. Nothing is written: the weights are rounded by hand between these fits, whose passages are
paragraphs, and what people's questions over whole articles (``benchmarks.whole``) do best with.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.data import shared
from benchmarks.fitting.listwise import Matrix, fitted
from benchmarks.fitting.logistic import FOLDS, fold
from benchmarks.retrieval import Searched, lines, no_interviews, ordered
from benchmarks.scoring.retrieval import ndcg
from benchmarks.tables import Cell, table
from retrieval import order
from retrieval.order import FEATURES, REORDERED, candidates

FITTED_ON = {"ru": ("xquad_ru", "xquadr_ru_sent"), "kk": ("akorda_kk", "kazqad_val_kk")}
MEASURED = {"ru": (*FITTED_ON["ru"], "nerel_titles_ru"), "kk": FITTED_ON["kk"]}
JUDGED = {"reply": 0.4}  # no set has interviews: by the questions over the sample corpus
FITTED = tuple(name for name in FEATURES if name not in JUDGED)
USED = {language: tuple(name for name in order.weights()[language] if name in FITTED) for language in MEASURED}
BY_ARTICLE = "akorda_kk"
DEPTH = 10
RIDGE = 5.0
A_SET = 300.0  # every set counts like one of so many questions

Models = Mapping[int, Matrix]  # by the fold that they do not know


@dataclass(frozen=True, slots=True)
class Ranked:
    """One question's first hits, best first: ``features`` of those that are looked at, a row a hit, the share of the
    first score before them; which of ``ids`` are right."""

    set: str
    fold: int
    features: Matrix
    ids: tuple[str, ...]
    relevant: frozenset[str]

    @property
    def right(self) -> Matrix:
        flags = np.array([id in self.relevant for id in self.ids[: len(self.features)]], dtype=np.float64)
        shares: Matrix = flags / max(1.0, flags.sum())
        return shares

    @property
    def can_teach(self) -> bool:
        return 0 < sum(self.right > 0) < len(self.features)

    def figures(self, weights: Matrix) -> tuple[float, float]:
        """nDCG@10, and whether the first is right."""
        places = np.argsort(-(self.features @ weights), kind="stable")
        hits = [self.ids[place] for place in places] + list(self.ids[len(places) :])
        return ndcg(hits[:DEPTH], self.relevant), float(bool(hits) and hits[0] in self.relevant)


def ranked(name: str) -> Iterator[Ranked]:
    rows = ordered(lines(shared(f"retrieval/{name}/passages.jsonl.gz").path))
    searched = Searched.over(rows)
    articles = {row["id"]: row["doc"] for row in rows}
    for row in lines(shared(f"retrieval/{name}/questions.jsonl.gz").path):
        found = searched.search(row["text"], plain=True)
        if row["relevant"] and found.hits and (counted := found.hits[0].found):
            ids = tuple(searched.ids[hit.position] for hit in found.hits[: max(DEPTH, REORDERED)])
            first = candidates(found.hits[:REORDERED], counted, row["text"], found.query, searched.index, no_interviews)
            features = [
                [score / first.scores[0], *(feature(first, place) for feature in FEATURES.values())]
                for place, score in enumerate(first.scores)
            ]
            group = articles[row["relevant"][0]] if name == BY_ARTICLE else row["text"]
            yield Ranked(
                name, fold(group), np.array(features).reshape(-1, 1 + len(FEATURES)), ids, frozenset(row["relevant"])
            )


def model(questions: Sequence[Ranked], used: Sequence[int]) -> Matrix:
    """Weights of all columns, the first being 1, of those that are not among ``used`` 0."""
    sizes = {name: sum(each.set == name for each in questions) for name in {each.set for each in questions}}
    teaching = [each for each in questions if each.can_teach]
    found = fitted(
        [each.features[:, used] for each in teaching],
        [each.right for each in teaching],
        [A_SET / sizes[each.set] for each in teaching],
        RIDGE,
    )
    weights = np.zeros(1 + len(FEATURES))
    weights[list(used)] = found / found[0]
    return weights


def out_of_fold(questions: Sequence[Ranked], teachers: Sequence[str], used: Sequence[int]) -> Models:
    own = [each for each in questions if each.set in teachers]
    return {number: model([each for each in own if each.fold != number], used) for number in range(FOLDS)}


def by_set(questions: Sequence[Ranked], names: Sequence[str], models: Models) -> list[Cell]:
    """nDCG@10 and R@1 of each set, side by side."""
    cells: list[Cell] = []
    for name in names:
        found = [each.figures(models[each.fold]) for each in questions if each.set == name]
        cells += [float(figure) for figure in np.mean(found, axis=0)]
    return cells


def report(questions: Sequence[Ranked], language: str) -> str:
    names, teachers, used = MEASURED[language], FITTED_ON[language], columns(USED[language])
    views: dict[str, Models] = {
        "the sum alone": dict.fromkeys(range(FOLDS), np.eye(1 + len(FEATURES))[0]),
        "as written": dict.fromkeys(range(FOLDS), in_use(language)),
        "those used": out_of_fold(questions, teachers, used),
        "all features": out_of_fold(questions, teachers, columns(FITTED)),
    }
    for feature in USED[language]:
        rest = columns([each for each in USED[language] if each != feature])
        views[f"without {feature}"] = out_of_fold(questions, teachers, rest)
    head = [part for name in names for part in (name, "R@1")]
    rows = [[view, *by_set(questions, names, models)] for view, models in views.items()]
    return table((f"{language}, out of fold", *head), rows)


def columns(features: Sequence[str]) -> list[int]:
    """The first column, the sum's, and those of ``features``."""
    return [0, *(list(FEATURES).index(name) + 1 for name in features)]


def in_use(language: str) -> Matrix:
    return np.array([1.0, *(order.weights()[language].get(name, 0.0) for name in FEATURES)])


def told(weights: Matrix) -> dict[str, float]:
    found = {name: round(float(weight), 2) for name, weight in zip(FEATURES, weights[1:], strict=True) if weight}
    return {**found, **JUDGED}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting.order", description="Look at the order.")
    parser.parse_args(arguments)
    for language, names in MEASURED.items():
        questions = [each for name in names for each in ranked(name)]
        print(report(questions, language), end="\n\n", flush=True)
        own = [each for each in questions if each.set in FITTED_ON[language]]
        print(f"a fit to all: {json.dumps(told(model(own, columns(USED[language]))))}", end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
