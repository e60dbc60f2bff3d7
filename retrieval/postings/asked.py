"""Asked: a query's terms by their numbers, with what each weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from retrieval.postings.arrays import Positions
from retrieval.postings.statistics import Scores

Query = Iterable[str] | Mapping[str, float]  # terms, each as often as it counts, or terms with their weights


class Asked(NamedTuple):
    """One entry a term, in the query's order, which is the order that a score's parts are added up in."""

    numbers: Positions
    weights: Scores


def weighed(query: Query) -> tuple[list[str], list[float]]:
    """The query's terms and their weights; ValueError where one is negative."""
    terms = list(query)
    if not isinstance(query, Mapping):
        return terms, [1.0] * len(terms)
    weights = [float(query[term]) for term in terms]
    if min(weights, default=0.0) < 0:
        raise ValueError("a term's weight is at least 0: a document cannot be worse for having it")
    return terms, weights
