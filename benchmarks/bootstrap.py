"""Paired bootstrap: is one run of a set worse than another, or is the difference chance?

    python -m benchmarks.bootstrap QUESTIONS BEFORE.jsonl AFTER.jsonl

The runs are those of ``benchmarks.retrieval`` over the same questions. For nDCG@10, MRR@10 and whether the first hit is
right it tells both means, the mean difference and the middle 95 % of the means of SAMPLES draws of as many questions
with replacement (Efron and Tibshirani, 1993; for retrieval Sakai, SIGIR 2006). A loss is where all of these are below
zero. Exit code: 0 none, 1 a loss, 2 bad input.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.retrieval import Row, lines
from benchmarks.scoring.retrieval import Outcome, ndcg, reciprocal_rank, score
from benchmarks.tables import Cell, table

SAMPLES, SEED = 10_000, 1
MIDDLE = (2.5, 97.5)  # percent
AT_ONCE = 500  # draws, so that a large set takes little memory
RUNS = ("before", "after")
HEAD = ("difference", "from", "to", "verdict")

Figures = NDArray[np.float64]  # one a question


FIGURES: dict[str, Callable[[Outcome], float]] = {
    "nDCG@10": lambda outcome: ndcg(outcome.hits, outcome.relevant),
    "MRR@10": lambda outcome: reciprocal_rank(outcome.hits, outcome.relevant),
    "R@1": lambda outcome: float(outcome.right_first),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """``least`` and ``most`` are the ends of the interval in which the mean difference lies."""

    before: float
    after: float
    least: float
    most: float

    @property
    def difference(self) -> float:
        return self.after - self.before

    @property
    def verdict(self) -> str:
        return "loss" if self.most < 0 else "gain" if self.least > 0 else "no difference"


def compared(before: Figures, after: Figures) -> Comparison:
    """Raises ValueError where they are not of the same questions, or of none."""
    if len(before) != len(after) or not len(before):
        raise ValueError(f"{len(before)} questions before and {len(after)} after: there is nothing to compare")
    least, most = np.percentile(_means(after - before), MIDDLE)
    return Comparison(float(before.mean()), float(after.mean()), float(least), float(most))


def _means(differences: Figures) -> Figures:
    """The means of SAMPLES draws; always the same for the same differences."""
    chance = np.random.default_rng(SEED)
    draws = (chance.integers(0, len(differences), (AT_ONCE, len(differences))) for _ in range(SAMPLES // AT_ONCE))
    return np.concatenate([differences[drawn].mean(axis=1) for drawn in draws])


def comparisons(questions: Sequence[Row], before: Sequence[Row], after: Sequence[Row]) -> dict[str, Comparison]:
    """By figure."""
    one, other = score(questions, before).outcomes, score(questions, after).outcomes
    return {
        name: compared(np.array([figure(each) for each in one]), np.array([figure(each) for each in other]))
        for name, figure in FIGURES.items()
    }


def run_of(path: Path) -> list[Row]:
    """Raises ValueError naming the file and line of what is no row of a run."""
    found: list[Row] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            found.append({"id": row["id"], "found": row["found"], "hits": row["hits"]})
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise ValueError(f"{path}:{number}: not a row of a run; make it with benchmarks.retrieval") from error
    return found


def report(found: dict[str, Comparison], runs: tuple[str, str] = RUNS) -> str:
    """``runs`` are what the two are called."""
    rows: list[list[Cell]] = [
        [name, each.before, each.after, each.difference, each.least, each.most, each.verdict]
        for name, each in found.items()
    ]
    return table(("figure", *runs, *HEAD), rows)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bootstrap", description="Compare two runs.")
    for name in ("questions", "before", "after"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args(arguments)
    try:
        found = comparisons(list(lines(given.questions)), run_of(given.before), run_of(given.after))
    except (OSError, ValueError) as error:
        print(f"benchmarks.bootstrap: {error}", file=sys.stderr)
        return 2
    print(report(found))
    return int(any(each.verdict == "loss" for each in found.values()))


if __name__ == "__main__":
    sys.exit(main())
