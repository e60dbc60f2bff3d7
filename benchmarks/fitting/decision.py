"""The decision whether a hit answers: fitted on development questions, told out of fold, written to decision.json.

    python -m benchmarks.fitting.decision [--write]

Rows are first hits that are right, and first hits for questions that the set cannot answer. Each set is searched whole
and again in PARTS of its articles: a question whose article is in another part has no answer in this one, and the
decision learns how much a smaller corpus has by chance. Thresholds are those that keep the most and hold the share of
leaks under LEAKS out of fold in the whole sets, by the language of the question, and STRICTER those that hold it in the
parts; for the file the weights are then fitted on all rows. Each language has a fit of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import shared
from benchmarks.fitting.logistic import FOLDS, Matrix, fitted, fold, number_of, roc_area
from benchmarks.retrieval import Row, Searched, lines, ordered
from benchmarks.tables import Cell, table
from retrieval import decision
from retrieval.decision import FEATURES, Decision, Grounds
from retrieval.language import language as language_of

SETS = {"ru": ("xquad_ru", "xquadr_ru_sent"), "kk": ("kazqad_val_kk",)}
LEAKS = {"ru": 0.05, "kk": 0.11}
CHOSEN_ON = {"ru": "xquad_ru", "kk": "kazqad_val_kk"}  # the sets with questions that they cannot answer
PARTS = (1, 4, 16)
OTHERS = 2  # parts that a question without an answer there is asked of
SPARE = 0.9  # of LEAKS in the parts, whose questions without an answer are easier ones
ALONE = ("bias", "strength", "score", "missing")
AHEAD = (*ALONE, "lead", "clear")
STEPS = [round(step / 20, 2) for step in range(-20, 80)]
STRICTER = [round(step / 10, 1) for step in range(11)]
NEVER = 99.0

Flags = NDArray[np.bool_]
Enough = tuple[float, float, float]  # thresholds of both sides, and what is added to them for e times as many passages


@dataclass(frozen=True, slots=True)
class Case:
    """One question's first hit: what speaks for it, and whether it is right or the question has no answer."""

    set: str
    parts: int  # of the set that was searched
    text: str
    language: str
    grounds: Grounds
    right: bool


Pair = tuple[Case, Decision]


def cases(name: str) -> Iterator[Case]:
    """Of the set as a whole, then of its parts."""
    passages = ordered(lines(shared(f"retrieval/{name}/passages.jsonl.gz").path))
    questions = list(lines(shared(f"retrieval/{name}/questions.jsonl.gz").path))
    for parts in PARTS:
        for part in range(parts):
            rows = [row for row in passages if number_of(row["doc"]) % parts == part]
            here = frozenset(row["id"] for row in rows)
            asked = [row for row in questions if is_asked(row, here, parts, part)]
            yield from cases_over(rows, here, asked, name, parts)


def is_asked(question: Row, here: Set[str], parts: int, part: int) -> bool:
    """Those that the part answers; of the others so many that each is asked of OTHERS parts."""
    if parts == 1 or not here.isdisjoint(question["relevant"]):
        return True
    return (number_of(question["id"]) - part) % parts < OTHERS


def cases_over(
    passages: Sequence[Row], here: Set[str], questions: Sequence[Row], name: str, parts: int
) -> Iterator[Case]:
    searched = Searched.over(passages)
    for row in questions:
        found = searched.search(row["text"])
        right = bool(found.hits) and searched.ids[found.hits[0].position] in row["relevant"]
        if found.hits and (right or here.isdisjoint(row["relevant"])):
            on = Grounds(searched.index.evidence(found.query, found.hits, found.judged), searched.index.size)
            yield Case(name, parts, row["text"], language_of(row["text"]), on, right)


def matrix(rows: Sequence[Case], names: Sequence[str]) -> Matrix:
    return np.array([[FEATURES[name](row.grounds) for name in names] for row in rows])


def weights(rows: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Each size counts alike, and right hits as much as questions without an answer."""
    sizes = Counter((row.parts, row.right) for row in rows)
    counts = [100 / sizes[row.parts, row.right] for row in rows]
    found = fitted(matrix(rows, names), [row.right for row in rows], counts)
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True)}


def made(rows: Sequence[Case]) -> Decision:
    """The weights from ``rows``, nothing being enough yet."""
    return with_all(Decision(by_language(rows, AHEAD), by_language(rows, ALONE), {}, {}, {}), NEVER)


def by_language(rows: Sequence[Case], names: Sequence[str]) -> dict[str, dict[str, float]]:
    """English is treated as Russian: no set is English."""
    found = {each: weights([row for row in rows if row.language == each], names) for each in LEAKS}
    return {**found, "en": found["ru"]}


def with_all(given: Decision, enough: float) -> Decision:
    all_alike = dict.fromkeys(("ru", "en", "kk"), enough)
    return replace(given, ahead_enough=all_alike, alone_enough=all_alike, stricter=dict.fromkeys(all_alike, 0.0))


def out_of_fold(rows: Sequence[Case]) -> list[Pair]:
    """Each row with the decision made from the other folds."""
    folds = [made([row for row in rows if fold(row.text) != number]) for number in range(FOLDS)]
    return [(row, folds[fold(row.text)]) for row in rows]


def answers(row: Case, made: Decision) -> bool:
    return decision.why_not(row.grounds, row.language, made=made) is None


@dataclass(frozen=True, slots=True)
class Judged:
    """Rows of one language as columns: what is shown whatever the thresholds, what may be shown by them, and the odds
    that they are compared with."""

    rows: Sequence[Case]
    right: Flags
    always: Flags
    perhaps: Flags
    ahead: Matrix
    alone: Matrix
    sizes: Matrix  # logarithms

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Judged:
        return cls(
            [row for row, _ in pairs],
            np.array([row.right for row, _ in pairs]),
            np.array([answers(row, each) for row, each in pairs]),
            np.array([answers(row, with_all(each, -NEVER)) for row, each in pairs]),
            np.array([decision.log_odds(each.ahead[row.language], row.grounds) for row, each in pairs]),
            np.array([decision.log_odds(each.alone[row.language], row.grounds) for row, each in pairs]),
            np.array([decision.log_size(row.grounds.size) for row, _ in pairs]),
        )

    def shown(self, enough: Enough) -> Flags:
        ahead, alone, stricter = enough
        sure = (self.ahead >= ahead + stricter * self.sizes) | (self.alone >= alone + stricter * self.sizes)
        flags: Flags = self.always | self.perhaps & sure
        return flags

    def of_set(self, name: str, parts: int) -> Flags:
        return np.array([(row.set, row.parts) == (name, parts) for row in self.rows])


def by_questions_language(pairs: Sequence[Pair]) -> dict[str, Judged]:
    return {language: Judged.of([pair for pair in pairs if pair[0].language == language]) for language in LEAKS}


def shares(judged: Judged, enough: Enough, own: Flags) -> tuple[float, float]:
    """Of the right first hits among ``own`` those kept, and of questions without an answer those let through."""
    shown = judged.shown(enough)
    return mean(shown[own & judged.right]), mean(shown[own & ~judged.right])


def thresholds(judged: Judged, written: Judged, language: str, stricter: float) -> tuple[float, Enough]:
    """Those that keep the most and hold LEAKS in the whole set, out of fold and as ``written``; what they keep."""
    own = judged.of_set(CHOSEN_ON[language], 1)
    best, found = 0.0, (NEVER, NEVER, stricter)
    for ahead, alone in product(STEPS, STEPS):
        enough = (ahead, alone, stricter)
        kept, leaked = shares(judged, enough, own)
        if leaked <= LEAKS[language] and kept > best and shares(written, enough, own)[1] <= LEAKS[language]:
            best, found = kept, enough
    return best, found


def strictest(judged: Judged, written: Judged, language: str) -> Enough:
    """Thresholds with the steepest rise by size that holds LEAKS in the parts of the language's set."""
    found = None
    for stricter in STRICTER:
        chosen = thresholds(judged, written, language, stricter)[1]
        parts = (judged.of_set(CHOSEN_ON[language], number) for number in PARTS[1:])
        holds = all(shares(judged, chosen, own)[1] <= SPARE * LEAKS[language] for own in parts)
        if found and not holds:
            break
        found = chosen
    assert found
    return found


def report(judged: Mapping[str, Judged], chosen: Mapping[str, Enough]) -> str:
    cells: list[list[Cell]] = []
    for language, rows in judged.items():
        for name, parts in product(SETS[language], PARTS):
            own = rows.of_set(name, parts)
            right, wrong = rows.ahead[own & rows.right], rows.ahead[own & ~rows.right]
            area = roc_area(list(right), list(wrong)) if len(wrong) else None
            cells.append([f"{name} 1/{parts}", int(own.sum()), *shares(rows, chosen[language], own), area])
    return table(("set, out of fold", "rows", "kept", "leaked", "AUROC"), cells)


def mean(flags: Flags) -> float:
    return float(np.mean(flags)) if len(flags) else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fitting.decision", description="Fit the decision.")
    parser.add_argument("--write", action="store_true", help=f"write {decision.FILE.name}")
    given = parser.parse_args(arguments)
    rows = [case for names in SETS.values() for name in names for case in cases(name)]
    fitted_on_all = made(rows)
    judged = by_questions_language(out_of_fold(rows))
    written = by_questions_language([(row, fitted_on_all) for row in rows])
    chosen = {language: strictest(judged[language], written[language], language) for language in LEAKS}
    print(report(judged, chosen))
    found = asdict(with_enough(fitted_on_all, {**chosen, "en": chosen["ru"]}))  # no set is English
    print(json.dumps(found, indent=2), file=sys.stderr)
    if given.write:
        decision.FILE.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


def with_enough(given: Decision, chosen: Mapping[str, Enough]) -> Decision:
    return replace(
        given,
        ahead_enough={language: ahead for language, (ahead, _, _) in chosen.items()},
        alone_enough={language: alone for language, (_, alone, _) in chosen.items()},
        stricter={language: stricter for language, (_, _, stricter) in chosen.items()},
    )


if __name__ == "__main__":
    sys.exit(main())
