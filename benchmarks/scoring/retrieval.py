"""RetrievalScore: a run against the relevant passages of one set's questions.

nDCG@10 (Järvelin and Kekäläinen, 2002) and MRR@10, relevance being yes or no; the share of questions with a relevant
passage among the first 1, 10 and 100; and how honest ``found`` is: ``leaked``, unanswerable questions that were
answered, and ``kept``, questions whose first hit is right and was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log2
from typing import Any

from benchmarks.scoring.ratios import mean

DEPTH = 10

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answerable question, its hits best first, and whether they were shown."""

    question: str
    relevant: frozenset[str]
    hits: tuple[str, ...]
    found: bool

    @property
    def right_first(self) -> bool:
        return self.right_within(1)

    def right_within(self, depth: int) -> bool:
        return not self.relevant.isdisjoint(self.hits[:depth])


@dataclass(frozen=True, slots=True)
class RetrievalScore:
    outcomes: tuple[Outcome, ...]
    leaks: tuple[tuple[str, bool], ...]  # unanswerable questions, and whether they were answered

    @property
    def ndcg10(self) -> float | None:
        return mean([ndcg(outcome.hits, outcome.relevant) for outcome in self.outcomes])

    @property
    def mrr10(self) -> float | None:
        return mean([reciprocal_rank(outcome.hits, outcome.relevant) for outcome in self.outcomes])

    def recall(self, depth: int) -> float | None:
        """The share of questions with a relevant passage among the first ``depth`` hits."""
        return mean([outcome.right_within(depth) for outcome in self.outcomes])

    @property
    def leaked(self) -> float | None:
        return mean([answered for _, answered in self.leaks])

    @property
    def kept(self) -> float | None:
        """Null where the set has no unanswerable question: showing everything would be no merit there."""
        return mean([outcome.found for outcome in self.outcomes if outcome.right_first]) if self.leaks else None


def score(questions: Iterable[Row], run: Iterable[Row]) -> RetrievalScore:
    """A question that the run leaves out was not answered. Raises ValueError on a passage that is a hit twice."""
    answers = {row["id"]: row for row in run}
    outcomes, leaks = [], []
    for question in questions:
        answer = answers.get(question["id"], {"found": False, "hits": []})
        if question.get("unanswerable"):
            leaks.append((question["text"], bool(answer["found"])))
        else:
            outcomes.append(_outcome(question, answer))
    return RetrievalScore(tuple(outcomes), tuple(leaks))


def ndcg(hits: Sequence[str], relevant: Set[str]) -> float:
    gain = sum(_discount(rank) for rank, hit in enumerate(hits[:DEPTH]) if hit in relevant)
    return gain / sum(_discount(rank) for rank in range(min(DEPTH, len(relevant))))


def reciprocal_rank(hits: Sequence[str], relevant: Set[str]) -> float:
    return next((1 / rank for rank, hit in enumerate(hits[:DEPTH], 1) if hit in relevant), 0.0)


def _discount(rank: int) -> float:
    return 1 / log2(rank + 2)


def _outcome(question: Row, answer: Row) -> Outcome:
    hits = tuple(hit for hit, _ in answer["hits"])
    if len(set(hits)) < len(hits):
        raise ValueError(f"question {question['id']}: a passage is a hit twice")
    return Outcome(question["text"], frozenset(question["relevant"]), hits, bool(answer["found"]))
