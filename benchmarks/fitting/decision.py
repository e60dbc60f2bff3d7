"""The decision whether a hit answers: what tells best, and what the constants in retrieval/decision.py keep.

    python -m benchmarks.fitting.decision [--thresholds]

Told are the AUROC of each figure that speaks for a first hit (``benchmarks.fitting.evidence``), by what was searched;
that of logistic fits of several figures, out of fold, an article's questions being in one; and which answerable
questions are kept and which unanswerable ones let through, as answers and as near. ``--thresholds`` tells the latter
for other values of ENOUGH and RISE. Nothing is written: the constants are rounded by hand.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product

import numpy as np

from benchmarks.fitting.evidence import Case, cases
from benchmarks.fitting.logistic import FOLDS, Matrix, fitted, roc_area
from benchmarks.scoring.ratios import mean
from benchmarks.tables import Cell, table
from retrieval.decision import ENOUGH, RISE, Grounds, is_stated, why_not

FIGURES: dict[str, Callable[[Grounds], float]] = {
    "worth": lambda on: on.worth,
    "score": lambda on: on.evidence.score,
    "strength": lambda on: on.evidence.strength,
    "missing": lambda on: -on.evidence.missing,
    "lead": lambda on: on.evidence.lead,
    "clear": lambda on: on.evidence.clear,
    "covered": lambda on: on.evidence.covered,
    "covered_about": lambda on: on.evidence.covered_about,
    "covered_around": lambda on: on.evidence.covered_around,
    "covered_article": lambda on: on.evidence.covered_article,
    "least": lambda on: on.evidence.least,
    "matched": lambda on: on.evidence.matched,
    "proper": lambda on: on.evidence.proper,
}
FITS = (
    ("worth", "missing"),
    ("worth", "covered_around", "lead"),
    ("worth", "strength", "missing", "lead", "clear"),
    ("worth", "strength", "missing", "lead", "clear", "covered_around", "least", "proper"),
)
ENOUGHS = [round(ENOUGH + step / 20, 2) for step in range(-4, 5)]
RISES = (0.0, 0.05, 0.1, 0.15, 0.2)

Parts = Mapping[str, Sequence[int]]  # places of cases by what was searched


def worths(found: Sequence[Case]) -> dict[str, Matrix]:
    """By figure or fit, one a case."""
    single = {name: np.array([of(case.grounds) for case in found], dtype=np.float64) for name, of in FIGURES.items()}
    size = np.array([case.grounds.growth for case in found])
    several = {f"fit of {len(names)}": out_of_fold([single[name] for name in names] + [size], found) for names in FITS}
    return {**single, **several}


def out_of_fold(columns: Sequence[Matrix], found: Sequence[Case]) -> Matrix:
    """Each case by weights fitted without its fold, sizes and answerable and other questions counting alike."""
    features = np.column_stack([np.ones(len(found)), *(column / (column.std() or 1.0) for column in columns)])
    folds, right = np.array([case.fold for case in found]), np.array([case.answerable for case in found])
    sizes = Counter((case.corpus, case.answerable) for case in found)
    counts = np.array([100 / sizes[case.corpus, case.answerable] for case in found])
    odds = np.zeros(len(found))
    for number in range(FOLDS):
        known, held = folds != number, folds == number
        odds[held] = features[held] @ fitted(features[known], list(right[known]), list(counts[known]))
    return odds


def areas(found: Sequence[Case], parts: Parts) -> str:
    rows: list[list[Cell]] = [
        [name, *(area(figures, found, places) for places in parts.values())] for name, figures in worths(found).items()
    ]
    return table(("AUROC", *parts), rows)


def area(figures: Matrix, found: Sequence[Case], places: Sequence[int]) -> float:
    right = [float(figures[place]) for place in places if found[place].answerable]
    return roc_area(right, [float(figures[place]) for place in places if not found[place].answerable])


def shares(found: Sequence[Case], parts: Parts) -> str:
    """At the constants that are written."""
    head = ("searched", "passages", "answerable", "answered", "near", "unanswerable", "answered", "near")
    return table(head, [[name, *_told([found[place] for place in places])] for name, places in parts.items()])


def _told(own: Sequence[Case]) -> list[Cell]:
    cells: list[Cell] = [int(np.mean([case.grounds.size for case in own]))]
    for answerable in (True, False):
        reasons = [why_not(case.grounds) for case in own if case.answerable is answerable]
        cells += [len(reasons), mean([each is None for each in reasons])]
        cells.append(mean([each == "weak_match" for each in reasons]))
    return cells


def thresholds(found: Sequence[Case], parts: Parts) -> str:
    """Of answerable questions those answered / of others those let through."""
    rows: list[list[Cell]] = [
        [
            f"{enough:.2f} + {rise:.2f}",
            *(_shown([found[place] for place in places], enough, rise) for places in parts.values()),
        ]
        for enough, rise in product(ENOUGHS, RISES)
    ]
    return table(("ENOUGH + RISE", *parts), rows)


def _shown(own: Sequence[Case], enough: float, rise: float) -> str:
    kept, let = (
        mean([answers(case.grounds, enough, rise) for case in own if case.answerable is answerable]) or 0.0
        for answerable in (True, False)
    )
    return f"{kept:.2f} / {let:.2f}"


def answers(on: Grounds, enough: float, rise: float) -> bool:
    """The rule of ``retrieval.decision.why_not`` with other constants, nobody being held to."""
    has_words = on.evidence.matched or on.evidence.covered_about or on.evidence.proper
    is_worth = on.worth >= enough + rise * on.growth
    return bool(has_words) and on.evidence.named and (is_worth or is_stated(on.evidence))


def by_corpus(found: Sequence[Case]) -> Parts:
    names = dict.fromkeys(case.corpus for case in found)
    return {name: [place for place, case in enumerate(found) if case.corpus == name] for name in names}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting.decision", description="Look at the decision.")
    parser.add_argument("--thresholds", action="store_true", help="tell what other values of ENOUGH and RISE keep")
    given = parser.parse_args(arguments)
    found = list(cases())
    parts = by_corpus(found)
    print(areas(found, parts), shares(found, parts), sep="\n\n")
    if given.thresholds:
        print(f"\nwritten: {ENOUGH:.2f} + {RISE:.2f}", thresholds(found, parts), sep="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
