"""Retrieval report: one evaluation set's questions over its passages."""

from __future__ import annotations

from benchmarks.data import Data
from benchmarks.retrieval import lines, run
from benchmarks.scoring.ratios import complement
from benchmarks.scoring.retrieval import RetrievalScore, score
from benchmarks.suites.suite import Report, known
from benchmarks.tables import Cell, table

HEAD = ("set", "questions", "nDCG@10", "MRR@10", "R@1", "R@10", "R@100", "leaked", "kept")


def retrieval_report(name: str, passages: Data, questions: Data) -> Report:
    asked = list(lines(questions.path))
    rows = list(run(lines(passages.path), asked))
    scored = score(asked, rows)
    return Report(
        figures=known(figures(scored)),
        tables=(table(HEAD, [row(name, scored)]),),
        mistakes=mistakes(scored),
        rows=rows,
        of={"r1": len(scored.outcomes), "r10": len(scored.outcomes)},
    )


def figures(scored: RetrievalScore) -> dict[str, float | None]:
    return {
        "ndcg10": scored.ndcg10,
        "mrr10": scored.mrr10,
        "r1": scored.recall(1),
        "r10": scored.recall(10),
        "refused": complement(scored.leaked),
        "kept": scored.kept,
    }


def row(name: str, scored: RetrievalScore) -> list[Cell]:
    recalls = [scored.recall(depth) for depth in (1, 10, 100)]
    return [name, len(scored.outcomes), scored.ndcg10, scored.mrr10, *recalls, scored.leaked, scored.kept]


def mistakes(scored: RetrievalScore) -> dict[str, list[str]]:
    wrong = [outcome for outcome in scored.outcomes if not outcome.right_first]
    return {
        "not in the top ten": [outcome.question for outcome in wrong if not outcome.right_within(10)],
        "not first": [outcome.question for outcome in wrong if outcome.right_within(10)],
        "no answer, yet answered": [question for question, answered in scored.leaks if answered],
    }
