"""Finding: the hits for a question, and why they are no answer (None where they are one)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.decision import FEW_WORDS, LEAST_COVERED, why_not
from retrieval.index import Hit, Index, Query
from retrieval.index.ranking import Among
from retrieval.meanings import NO_MEANINGS, Meanings
from retrieval.question import Question

_POOL = 50  # hits looked at for extracts
_TRIED = 5  # of a short question: the words that it has all may stand a little lower
_WORTH_SHOWING = 0.6  # share of the first hit's score that a further one needs


@dataclass(frozen=True, slots=True)
class Finding:
    """``hits`` are best first, the first being the one that answers where any does."""

    query: Query
    hits: tuple[Hit, ...]
    why_not: str | None


def search(
    asked: Question, index: Index, meanings: Meanings = NO_MEANINGS, limit: int = _POOL, among: Among | None = None
) -> Finding:
    query = asked.query(meanings)
    hits = index.top(query, limit, among)
    if not hits:
        return Finding(query, (), "no_match")
    reasons: list[str | None] = []
    for rank in range(min(len(hits), _TRIED if len(query.topic) <= FEW_WORDS else 1)):
        reasons.append(why_not(index.evidence(query, hits, rank), asked.language))
        if reasons[-1] is None:
            return Finding(query, (hits[rank], *hits[:rank], *hits[rank + 1 :]), None)
    return Finding(query, hits, "weak_match" if "weak_match" in reasons else "no_match")


def worth_showing(found: Finding, index: Index) -> Iterator[Hit]:
    """The first hit, and those that come near it and have most of the question in their own words."""
    yield found.hits[0]
    for rank, hit in enumerate(found.hits[1:], 1):
        near = hit.score >= _WORTH_SHOWING * found.hits[0].score
        if near and index.evidence(found.query, found.hits, rank).covered >= LEAST_COVERED:
            yield hit
