"""Finding: the hits for a question, and why they are no answer (None where they are one)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.decision import FEW_WORDS, Grounds, why_not
from retrieval.index import Hit, Index, Query
from retrieval.index.ranking import Among
from retrieval.meanings import NO_MEANINGS, Meanings
from retrieval.order import AskedOf, reordered, weights
from retrieval.question import Question

_POOL = 50  # hits looked at for extracts
_WEIGHED = 10  # hits of a short question that are held to their own words
_WORTH_SHOWING = 0.7  # share of the first hit's score that a further one needs
_LEAST_SAID = 0.4  # and of the question's idf in its own words


@dataclass(frozen=True, slots=True)
class Finding:
    """``hits`` are best first; ``judged`` is the rank of the one that tells whether they are an answer."""

    query: Query
    hits: tuple[Hit, ...]
    why_not: str | None
    judged: int = 0


def search(
    asked: Question,
    index: Index,
    meanings: Meanings = NO_MEANINGS,
    limit: int = _POOL,
    among: Among | None = None,
    of_one: bool = False,
    asked_of: AskedOf | None = None,
) -> Finding:
    """``among`` weighs the passages, 0 where one may be no hit; ``of_one`` says that these are one person's. The first
    hits stand in the order of their scores unless ``asked_of`` tells what replies answer."""
    query = asked.query(meanings)
    hits = index.top(query, limit, among)
    if not hits:
        return Finding(query, (), "no_match")

    def reason(rank: int) -> str | None:
        return why_not(Grounds(index.evidence(query, hits, rank), index.size), asked.language, of_one)

    is_short = len(query.topic) <= FEW_WORDS
    if is_short:
        hits = _nearest_first(query, hits, index)
    if asked_of:
        hits = reordered(hits, asked.text, query, index, asked_of, weights()[asked.language])
    if is_short:
        hits = next((_first(hits, rank) for rank in range(len(hits[:_WEIGHED])) if not reason(rank)), hits)
    judged = 0 if is_short else _strongest(hits)
    return Finding(query, hits, reason(judged), judged)


def _strongest(hits: tuple[Hit, ...]) -> int:
    """The rank of the hit with the highest score, which tells best whether the corpus has an answer."""
    return max(range(len(hits)), key=lambda rank: (hits[rank].score, -rank))


def _first(hits: tuple[Hit, ...], rank: int) -> tuple[Hit, ...]:
    return (hits[rank], *hits[:rank], *hits[rank + 1 :])


def _nearest_first(query: Query, hits: tuple[Hit, ...], index: Index) -> tuple[Hit, ...]:
    """A short question's hits by their score and by how much of it they say themselves, their neighbours apart."""
    said = [0.5 + 0.5 * index.evidence(query, hits, rank).covered_about for rank in range(len(hits[:_WEIGHED]))]
    weighed = [replace(hit, score=hit.score * share) for hit, share in zip(hits, said, strict=False)]
    rest = (replace(hit, score=hit.score / 2) for hit in hits[_WEIGHED:])
    return tuple(sorted([*weighed, *rest], key=lambda hit: (-hit.score, hit.position)))


def worth_showing(found: Finding, index: Index) -> Iterator[Hit]:
    """The first hit, and those that come near it and have most of the question in their own words."""
    yield found.hits[0]
    for rank, hit in enumerate(found.hits[1:], 1):
        near = hit.score >= _WORTH_SHOWING * found.hits[0].score
        if near and index.evidence(found.query, found.hits, rank).covered >= _LEAST_SAID:
            yield hit
