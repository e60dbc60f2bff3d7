"""Order: the first hits as a small model puts them, by what the sum of their fields does not see.

Passages of one article share its words, so that the sum tells the article better than the place in it. What tells the
place: words of the question that the article's other hits have not, what stands right before, and a number or a day
where one is asked for. The model is linear, one set of weights a language, in ``order.json``; how it was fitted, what
it reaches out of fold and what each feature brings there is told by ``benchmarks.fitting.order``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from retrieval.asked_kind import AskedKind, asked_kind, gives, is_question
from retrieval.folding import folded
from retrieval.index import Hit, Index, Query
from retrieval.index.ranking import Found
from retrieval.index.shares import AKIN, Matrix
from retrieval.terms import PREFIX

FILE = Path(__file__).with_name("order.json")
REORDERED = 30  # the first hits, which alone are looked at
LIGHT = 0.5  # what a light word counts for: it proves nothing, yet tells one place from another

Shares = tuple[float, ...]  # a figure for each word of the question, mostly how far a text has it
Weights = Mapping[str, float]  # by feature; the score, as a share of the first hit's, weighs 1
AskedOf = Callable[[int], str | None]  # the interviewer's question that the document at a position answers


@dataclass(frozen=True)
class Candidates:
    """The first hits side by side. ``weights`` tell what each word of the question is worth by its kind, ``rarity`` its
    idf; ``shares`` how far each hit has it, ``together`` the same with what stands before the hit."""

    scores: Sequence[float]
    articles: Sequence[int]
    weights: Shares
    rarity: Shares
    shares: Sequence[Shares]
    together: Sequence[Shares]
    asks: bool  # a headline or a topic does not
    kind: AskedKind | None
    gives: Sequence[bool]  # what is asked for: a number, a day
    replies: Sequence[bool]  # to an interviewer who asked for the same

    @cached_property
    def rarity_here(self) -> Mapping[int, Shares]:
        """Of articles with several hits, how rare each word of the question is among these."""
        places: dict[int, list[Shares]] = {}
        for article, shares in zip(self.articles, self.shares, strict=True):
            places.setdefault(article, []).append(shares)
        return {article: _rarity(rows) for article, rows in places.items() if len(rows) > 1}

    @cached_property
    def best_of(self) -> Mapping[int, float]:
        """The best score of each article's hits."""
        best: dict[int, float] = {}
        for article, score in zip(self.articles, self.scores, strict=True):
            best[article] = max(score, best.get(article, score))
        return best

    def covered(self, rarity: Shares, shares: Shares) -> float:
        """The part of the question that ``shares`` come to."""
        worth = tuple(map(float.__mul__, self.weights, rarity))
        return sum(map(float.__mul__, worth, shares)) / (sum(worth) or 1.0)


def _rarity(rows: Sequence[Shares]) -> Shares:
    counts = [sum(share > 0 for share in column) for column in zip(*rows, strict=True)]
    return tuple(max(0.0, math.log((len(rows) + 1) / (count + 0.5))) for count in counts)


def rare_here(hits: Candidates, place: int) -> float:
    """The part that a hit has of the words that few of its article's hits have; for a topic any place will do."""
    rarity = hits.rarity_here.get(hits.articles[place])
    return hits.covered(rarity, hits.shares[place]) if rarity and hits.asks else 0.0


def with_before(hits: Candidates, place: int) -> float:
    return hits.covered(hits.rarity, hits.together[place])


def number(hits: Candidates, place: int) -> float:
    return float(hits.kind is AskedKind.NUMBER and hits.gives[place])


def day(hits: Candidates, place: int) -> float:
    return float(hits.kind is AskedKind.DAY and hits.gives[place])


def article(hits: Candidates, place: int) -> float:
    """The best score of the article's hits, as a share of the best of all."""
    return hits.best_of[hits.articles[place]] / hits.scores[0]


def reply(hits: Candidates, place: int) -> float:
    return float(hits.replies[place])


FEATURES: dict[str, Callable[[Candidates, int], float]] = {
    "rare_here": rare_here,
    "with_before": with_before,
    "number": number,
    "day": day,
    "article": article,
    "reply": reply,
}


@cache
def weights() -> Mapping[str, Weights]:
    """By the question's language."""
    loaded: dict[str, dict[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return loaded


def reordered(
    hits: tuple[Hit, ...], text: str, query: Query, index: Index, asked_of: AskedOf, given: Weights
) -> tuple[Hit, ...]:
    """``hits`` that ``index.top`` found for the question ``text``, the first REORDERED by the model's scores."""
    if len(hits) < 2 or hits[0].found is None:
        return hits
    first = candidates(hits[:REORDERED], hits[0].found, text, query, index, asked_of)
    worth = [
        score / first.scores[0] + sum(weight * FEATURES[name](first, place) for name, weight in given.items())
        for place, score in enumerate(first.scores)
    ]
    order = sorted(range(len(worth)), key=lambda place: (-worth[place], place))
    first_hits = (replace(hits[place], score=worth[place] * first.scores[0]) for place in order)
    return (*first_hits, *hits[REORDERED:])


def candidates(
    hits: Sequence[Hit], found: Found, text: str, query: Query, index: Index, asked_of: AskedOf
) -> Candidates:
    """``found`` is what the search that found ``hits`` has counted."""
    words, topic, kind = found.shares.words, query.topic, asked_kind(text)
    own = found.shares.about[:, [hit.column for hit in hits]]
    return Candidates(
        scores=[hit.score for hit in hits],
        articles=[hit.article for hit in hits],
        weights=tuple(1.0 if word in topic else LIGHT for word in words),
        rarity=tuple(map(found.scoring.rarity, words)),
        shares=_by_hit(own),
        together=_by_hit(np.maximum(own, _before(hits, found, index))),
        asks=is_question(text),
        kind=kind,
        gives=[kind is not None and gives(kind, index.beginnings(hit.position)) for hit in hits],
        replies=[kind is not None and asked_kind(asked_of(hit.position) or "") is kind for hit in hits],
    )


def _by_hit(shares: Matrix) -> list[Shares]:
    """A headline and an interviewer's question count like a hit's own words: they tell no place from another."""
    return [tuple(column) for column in shares.T.tolist()]


def _before(hits: Sequence[Hit], found: Found, index: Index) -> Matrix:
    """How far what stands before each hit has the words, told by first letters alone."""
    words, akin = found.shares.words, found.asked.query.akin
    own = [[found.asked.beginnings[word], folded(word)[:PREFIX]] for word in words]
    others = [[folded(other)[:PREFIX] for other in akin.get(word, ())] for word in words]
    begun = index.follows(hits, [*own, *others])
    return np.maximum(begun[: len(words)], AKIN * begun[len(words) :])
