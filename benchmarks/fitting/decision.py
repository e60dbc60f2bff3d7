"""The decision whether a hit answers: fitted on development questions, told out of fold, written to decision.json.

    python -m benchmarks.fitting.decision [--write]

Rows are first hits that are right, and first hits for questions that the set cannot answer. Thresholds are those
that keep the most and hold the share of leaks under LEAKS out of fold, by the language of the question; for the file
the weights are then fitted on all rows.
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
from benchmarks.tables import Cell, table
from retrieval import decision
from retrieval.decision import FEATURES, Decision
from retrieval.index import Evidence
from retrieval.language import language as language_of

SETS = ("xquad_ru", "xquadr_ru_sent", "kazqad_val_kk")
LEAKS = {"ru": 0.05, "kk": 0.12}
CHOSEN_ON = ("xquad_ru", "kazqad_val_kk")  # the sets with questions that they cannot answer
ALONE = ("bias", "covered_around", "strength")
AHEAD = (*ALONE, "lead")
STEPS = [round(step / 10, 1) for step in range(4, 40)]


@dataclass(frozen=True, slots=True)
class Case:
    """One question's first hit: what speaks for it, and whether it is right or the question has no answer."""

    set: str
    id: str
    language: str
    evidence: Evidence
    right: bool


Pair = tuple[Case, Decision]
Chosen = dict[str, tuple[float, float]]  # by language: ahead enough, alone enough


def cases(name: str) -> Iterator[Case]:
    folder = f"retrieval/{name}"
    searched = Searched.over(ordered(lines(shared(f"{folder}/passages.jsonl.gz").path)))
    for row in lines(shared(f"{folder}/questions.jsonl.gz").path):
        found = searched.search(row["text"])
        right = bool(found.hits) and searched.ids[found.hits[0].position] in row["relevant"]
        if found.hits and (right or row.get("unanswerable")):
            evidence = searched.index.evidence(found.query, found.hits, 0)
            yield Case(name, row["id"], language_of(row["text"]), evidence, right)


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


def with_thresholds(given: Decision, language: str, ahead: float, alone: float) -> Decision:
    return replace(
        given,
        ahead_enough={**given.ahead_enough, language: ahead},
        alone_enough={**given.alone_enough, language: alone},
    )


def thresholds(pairs: Sequence[Pair], language: str) -> tuple[float, float]:
    """Those that keep the most and let through no more than LEAKS, each row judged by the decision of its fold."""
    own = [(row, each) for row, each in pairs if row.language == language and row.set in CHOSEN_ON]
    best, found = -1.0, (STEPS[-1], STEPS[-1])
    for ahead in STEPS:
        for alone in STEPS:
            kept, leaked = shares(own, {language: (ahead, alone)})
            if kept is not None and leaked is not None and leaked <= LEAKS[language] and kept > best:
                best, found = kept, (ahead, alone)
    return found


def shares(pairs: Sequence[Pair], chosen: Chosen) -> tuple[float | None, float | None]:
    """Of right first hits those kept, and of questions without an answer those let through."""
    judged = [(row, with_thresholds(each, row.language, *chosen[row.language])) for row, each in pairs]
    shown = [(row.right, answers(row, each)) for row, each in judged]
    return mean([flag for right, flag in shown if right]), mean([flag for right, flag in shown if not right])


def out_of_fold(rows: Sequence[Case]) -> list[Pair]:
    """Each row with the decision made from the other folds."""
    folds = [made([row for row in rows if fold(row.id) != number]) for number in range(FOLDS)]
    return [(row, folds[fold(row.id)]) for row in rows]


def report(pairs: Sequence[Pair], chosen: Chosen) -> str:
    cells: list[list[Cell]] = []
    for name in SETS:
        own = [(row, each) for row, each in pairs if row.set == name]
        cells.append([name, len(own), *shares(own, chosen), area(own)])
    return table(("set, out of fold", "rows", "kept", "leaked", "AUROC"), cells)


def area(pairs: Sequence[Pair]) -> float | None:
    odds = [(row.right, decision.log_odds(each.ahead, row.evidence)) for row, each in pairs]
    right, wrong = [odd for flag, odd in odds if flag], [odd for flag, odd in odds if not flag]
    return roc_area(right, wrong) if wrong else None


def mean(flags: Sequence[bool]) -> float | None:
    return float(np.mean(flags)) if flags else None


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting.decision", description="Fit the decision.")
    parser.add_argument("--write", action="store_true", help=f"write {decision.FILE.name}")
    given = parser.parse_args(arguments)
    rows = [case for name in SETS for case in cases(name)]
    pairs = out_of_fold(rows)
    chosen = {language: thresholds(pairs, language) for language in LEAKS}
    chosen["en"] = chosen["ru"]  # no set is English
    print(report(pairs, chosen))
    whole = made(rows)
    for language, enough in chosen.items():
        whole = with_thresholds(whole, language, *enough)
    print(json.dumps(asdict(whole), indent=2), file=sys.stderr)
    if given.write:
        decision.FILE.write_text(json.dumps(asdict(whole), indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
