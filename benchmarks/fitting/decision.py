"""The decision whether a hit answers: fitted on development questions, told out of fold, written to decision.json.

    python -m benchmarks.fitting.decision [--write]

Rows are first hits that are right, and first hits for questions that the set cannot answer. Thresholds are the lowest
that hold the share of leaks under LEAKS out of fold, by the language of the question; for the file the weights are then
fitted on all rows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np

from benchmarks.data import shared
from benchmarks.fitting.logistic import FOLDS, Matrix, fitted, fold, roc_area
from benchmarks.retrieval import Searched, lines, ordered
from benchmarks.tables import table
from retrieval import decision
from retrieval.decision import FEATURES, Decision
from retrieval.index import Evidence

SETS = {"xquad_ru": "ru", "xquadr_ru_sent": "ru", "kazqad_val_kk": "kk"}
LEAKS = {"ru": 0.048, "kk": 0.115}
ALONE = ("bias", "covered_about", "covered_around", "covered_article", "least", "strength")
AHEAD = (*ALONE, "lead")
STEPS = np.arange(-2.0, 5.0, 0.05)


@dataclass(frozen=True, slots=True)
class Case:
    """One question's first hit: what speaks for it, and whether it is right or the question has no answer."""

    set: str
    id: str
    language: str
    evidence: Evidence
    right: bool


def cases(name: str, language: str) -> Iterator[Case]:
    folder = f"retrieval/{name}"
    searched = Searched.over(ordered(lines(shared(f"{folder}/passages.jsonl.gz").path)))
    for row in lines(shared(f"{folder}/questions.jsonl.gz").path):
        found = searched.search(row["text"])
        right = bool(found.hits) and searched.ids[found.hits[0].position] in row["relevant"]
        if found.hits and (right or row.get("unanswerable")):
            evidence = searched.index.evidence(found.query, found.hits, 0)
            yield Case(name, row["id"], language, evidence, right)


def matrix(rows: Sequence[Case], names: Sequence[str]) -> Matrix:
    return np.array([[FEATURES[name](row.evidence) for name in names] for row in rows])


def weights(rows: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Each language counts alike, and right hits as much as questions without an answer."""
    sizes: dict[tuple[str, bool], int] = {}
    for row in rows:
        sizes[row.language, row.right] = sizes.get((row.language, row.right), 0) + 1
    counts = [100 / sizes[row.language, row.right] for row in rows]
    found = fitted(matrix(rows, names), [row.right for row in rows], counts)
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True)}


def made(rows: Sequence[Case]) -> Decision:
    """The weights from ``rows``, nothing being enough yet."""
    never = dict.fromkeys(("ru", "en", "kk"), 99.0)
    return Decision(weights(rows, AHEAD), weights(rows, ALONE), never, never)


def answers(row: Case, made: Decision) -> bool:
    return decision.why_not(row.evidence, row.language, made=made) is None


def with_threshold(given: Decision, language: str, enough: float) -> Decision:
    """Both sides of the decision as sure as each other."""
    one = {**given.ahead_enough, language: enough}
    return replace(given, ahead_enough=one, alone_enough={**given.alone_enough, language: enough})


def threshold(pairs: Sequence[tuple[Case, Decision]], language: str) -> float:
    """The lowest that lets through no more than LEAKS of the unanswerable, each row by the decision of its fold."""
    wrong = [(row, each) for row, each in pairs if row.language == language and not row.right]
    for enough in STEPS:
        leaked = [answers(row, with_threshold(each, language, enough)) for row, each in wrong]
        if np.mean(leaked) <= LEAKS[language]:
            return round(float(enough), 2)
    return float(STEPS[-1])


def out_of_fold(rows: Sequence[Case]) -> list[tuple[Case, Decision]]:
    """Each row with the decision made from the other folds."""
    folds = [made([row for row in rows if fold(row.id) != number]) for number in range(FOLDS)]
    return [(row, folds[fold(row.id)]) for row in rows]


def report(pairs: Sequence[tuple[Case, Decision]], thresholds: dict[str, float]) -> str:
    cells = []
    for name, language in SETS.items():
        own = [(row, with_threshold(each, language, thresholds[language])) for row, each in pairs if row.set == name]
        kept = [answers(row, each) for row, each in own if row.right]
        leaked = [answers(row, each) for row, each in own if not row.right]
        odds = {right: [decision.log_odds(each.ahead, row.evidence) for row, each in own if row.right is right] for right in (True, False)}
        area = roc_area(odds[True], odds[False]) if leaked else None
        cells.append([name, len(own), mean(kept), mean(leaked), area])
    return table(("set, out of fold", "rows", "kept", "leaked", "AUROC"), cells)


def mean(flags: Sequence[bool]) -> float | None:
    return float(np.mean(flags)) if flags else None


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting.decision", description="Fit the decision.")
    parser.add_argument("--write", action="store_true", help=f"write {decision.FILE.name}")
    given = parser.parse_args(arguments)
    rows = [case for name, language in SETS.items() for case in cases(name, language)]
    pairs = out_of_fold(rows)
    thresholds = {language: threshold(pairs, language) for language in LEAKS}
    print(report(pairs, thresholds))
    whole = made(rows)
    for language in ("ru", "kk", "en"):
        whole = with_threshold(whole, language, thresholds.get(language, thresholds["ru"]))
    print(json.dumps(asdict(whole), indent=2), file=sys.stderr)
    if given.write:
        decision.FILE.write_text(json.dumps(asdict(whole), indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
