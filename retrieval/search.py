"""Finding: the hits for a question, and why they are no answer (None where they are one)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.decision import BRIEF, Grounds, Strictness, is_stated, why_not
from retrieval.index import Hit, Index, Query
from retrieval.index.ranking import Among
from retrieval.meanings import NO_MEANINGS, Meanings
from retrieval.order import AskedOf, reordered, weights
from retrieval.question import Question

_POOL = 100  # hits looked at for extracts
_FIRST = 1.5  # times the highest score: of the hit that is to stay first, whatever it is weighed by
_LOOKED_AT = 10  # of these for one that states a question of a word or two
_WORTH_SHOWING = 0.4  # share of the first hit's score that a further one needs


@dataclass(frozen=True, slots=True)
class Finding:
    """``hits`` are best first."""

    query: Query
    hits: tuple[Hit, ...]
    why_not: str | None


def search(
    asked: Question,
    index: Index,
    meanings: Meanings = NO_MEANINGS,
    limit: int = _POOL,
    among: Among | None = None,
    asked_of: AskedOf | None = None,
    strictness: Strictness = Strictness.USUAL,
    of_one: bool = False,
) -> Finding:
    """``among`` weighs the passages, 0 where one may be no hit; ``of_one`` says that these are one person's. The first
    hits stand in the order of their scores unless ``asked_of`` tells what replies answer."""
    query = asked.query(meanings)
    hits = index.top(query, limit, among)
    if not hits:
        return Finding(query, (), "no_match")
    # the hit with the highest score tells best whether there is an answer, whichever is shown first
    reason = why_not(Grounds(index.evidence(query, hits, 0), index.size), strictness, of_one)
    if asked_of:
        hits = reordered(hits, asked.text, query, index, asked_of, weights()[asked.language])
    if reason and len(query.topic) <= BRIEF:
        stated = next((hit for hit in hits[:_LOOKED_AT] if _is_stated(hit, query, index)), None)
        if stated:
            first = replace(stated, score=_FIRST * max(hit.score for hit in hits))
            return Finding(query, (first, *(hit for hit in hits if hit is not stated)), None)
    return Finding(query, hits, reason)


def _is_stated(hit: Hit, query: Query, index: Index) -> bool:
    evidence = index.evidence(query, (hit,), 0)
    return evidence.named and is_stated(evidence)


def worth_showing(found: Finding) -> Iterator[Hit]:
    """The first hit, and those that come near it."""
    yield found.hits[0]
    yield from (hit for hit in found.hits[1:] if hit.score >= _WORTH_SHOWING * found.hits[0].score)
