"""Whole report: people's own questions over whole articles, answered as ``ask`` does, beside plain search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.bootstrap import compared
from benchmarks.bootstrap import report as bootstrap_table
from benchmarks.data import Data
from benchmarks.plain import PlainSearch
from benchmarks.scoring.questions import SHOWN, Counts, Credit, Outcome, by_part, questions_of
from benchmarks.suites.losses import Step, lost_at
from benchmarks.suites.suite import Report, known
from benchmarks.tables import Cell, table
from bot.answer_record import answer_record
from corpus.library import read_library
from retrieval.kept.keeper import PASSAGES
from retrieval.searcher import open_searcher

HEAD = ("asked", "first", "three", "sure", "said", "credited", "misnamed", "unanswerable", "silent", "quiet")
OF_ALL = ("first", "three", "sure", "credited", "not_misnamed", "silent")
OF_LANGUAGES = ("first", "three")
OF_NOTHING = ("silent", "quiet")
NOTHING = "nothing_c"  # the kind of questions that are far from everything here
OF_PLAIN = ("first", "three")

Lost = Sequence[tuple[Outcome, Step]]


def whole_report(articles: Data, questions: Data) -> Report:
    """Raises CorpusError or ValueError on what cannot be read."""
    asked = questions_of(questions.path)
    with TemporaryDirectory() as state:
        library = read_library(articles.path, Path(state), supplement=PASSAGES)
        searcher, rival = open_searcher(library), PlainSearch(each.article for each in library.articles)
        ours = [Outcome(each, answer_record(searcher.answer(each.text, SHOWN))) for each in asked]
        plain = [Outcome(each, rival.answer(each.text, SHOWN)) for each in asked]
        lost = [(outcome, step) for outcome in ours if (step := lost_at(outcome, searcher))]
    return Report(
        figures=figures(by_part(ours), by_part(plain)),
        tables=tables(ours, plain, lost),
        mistakes=mistakes(ours, lost),
        rows=[{"id": outcome.asked.id, "answer": outcome.answer} for outcome in ours],
        of=sizes(by_part(ours), by_part(plain)),
    )


def figures(ours: dict[str, Counts], plain: dict[str, Counts]) -> dict[str, float]:
    return known({name: share for name, (share, _) in shares(ours, plain).items()})


def sizes(ours: dict[str, Counts], plain: dict[str, Counts]) -> dict[str, int]:
    return {name: of for name, (_, of) in shares(ours, plain).items() if of}


def shares(ours: dict[str, Counts], plain: dict[str, Counts]) -> dict[str, tuple[float | None, int]]:
    """Each figure that is held, and what it is a share of."""
    wanted = [("", ours, "all", OF_ALL), ("", ours, NOTHING, OF_NOTHING), ("plain.", plain, "all", OF_PLAIN)]
    wanted += [("", ours, part, OF_LANGUAGES) for part in ("ru", "kk")]
    return {
        f"{whose}{part}.{name}": counted[part].shares[name]
        for whose, counted, part, names in wanted
        if part in counted
        for name in names
    }


def tables(ours: Sequence[Outcome], plain: Sequence[Outcome], lost: Lost) -> Sequence[str]:
    return (
        table(("ours", *HEAD), rows(by_part(ours))),
        table(("plain BM25", *HEAD), rows(by_part(plain))),
        table(("lost at", *parts_of(ours)), losses(ours, lost)),
        *comparison(ours, plain),
    )


def rows(parts: dict[str, Counts]) -> list[list[Cell]]:
    return [[part, *(cell(found, name) for name in HEAD)] for part, found in parts.items()]


def cell(found: Counts, name: str) -> Cell:
    if name in ("asked", "said", "misnamed", "unanswerable"):
        return int(getattr(found, name))
    return found.shares[name][0]


def parts_of(ours: Sequence[Outcome]) -> list[str]:
    """Those that have answerable questions."""
    return [part for part, found in by_part(ours).items() if found.asked]


def losses(ours: Sequence[Outcome], lost: Lost) -> list[list[Cell]]:
    counted = Counter((step, part) for outcome, step in lost for part in outcome.asked.parts)
    return [[step.value, *(counted[step, part] for part in parts_of(ours))] for step in Step]


def comparison(ours: Sequence[Outcome], plain: Sequence[Outcome]) -> list[str]:
    """From plain search to ours, by paired bootstrap."""
    pairs = [(one, other) for one, other in zip(plain, ours, strict=True) if one.asked.words]
    if not pairs:
        return []
    firsts, threes = (
        [np.array([is_right(pair[side]) for pair in pairs], dtype=np.float64) for side in (0, 1)]
        for is_right in (is_first, is_shown)
    )
    return [bootstrap_table({"first": compared(*firsts), "three": compared(*threes)}, ("plain", "ours"))]


def is_first(outcome: Outcome) -> bool:
    return outcome.place == 0


def is_shown(outcome: Outcome) -> bool:
    return outcome.place is not None


def mistakes(ours: Sequence[Outcome], lost: Lost) -> dict[str, list[str]]:
    """A wrong name first: nothing is worse."""
    sorts: dict[str, list[str]] = {
        Credit.WRONG.value: [told(outcome) for outcome in ours if outcome.credit is Credit.WRONG],
        "no answer, yet answered": [told(outcome) for outcome in ours if outcome.found and not outcome.asked.words],
        "an answer, not sure": [told(outcome) for outcome in ours if outcome.asked.words and not outcome.found],
    }
    return {**sorts, **{step.value: [told(outcome) for outcome, at in lost if at is step] for step in Step}}


def told(outcome: Outcome) -> str:
    asked = f"{outcome.asked.id}: {outcome.asked.text}"
    if not outcome.shown:
        return f"{asked} → {outcome.answer['why_not']}"
    first = outcome.shown[outcome.place or 0]
    credits = [first["speaker"], *(voice["speaker"] for voice in first["within"])]
    names = ", ".join(dict.fromkeys(filter(None, credits))) or "nobody"
    return f"{asked} → {first['article']}, {names}: {first['text'][:80]!r}"
