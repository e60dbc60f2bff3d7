"""Evidence: what speaks for one hit, for the decision whether it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.index.query import Query
from retrieval.index.shares import AKIN, Matrix, Shares

CROWD = 5  # hits


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision about one hit rests on; shares are between 0 and 1.

    ``asked`` counts the question's different words, ``matched`` those that stand in the document itself. The shares
    are of the question's idf: ``covered`` by the document's own words, ``covered_about`` by these with its headline,
    the question it answers and its speaker's post, ``covered_around`` by these with its neighbours,
    ``covered_article`` by these with the rest of its article; words that mean the same or begin alike count for a
    part. ``least`` is the part that the worst covered word of the question has anywhere in the article. ``strength``
    is the hit's ``score`` as a share of an ideal document's, ``lead`` how far, as a share of the score, the best hit of
    another article is behind, ``clear`` how far the next CROWD are on average. ``missing`` is the idf that the words
    not covered around come to. ``names`` counts the words that name people asked about, ``named`` tells whether
    it has them all. ``proper`` is the idf of the rarest proper name of the question that it has, 0 where it has none.
    """

    matched: int
    asked: int
    covered: float
    covered_about: float
    covered_around: float
    covered_article: float
    least: float
    strength: float
    lead: float
    clear: float
    score: float
    missing: float
    names: int = 0
    named: bool = True
    proper: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a hit stands among the others, see Evidence."""

    score: float
    strength: float
    lead: float
    clear: float


class Covered:
    """How far some documents have a query, ``rarity`` telling a word's idf. Figures are one a document."""

    def __init__(self, query: Query, shares: Shares, rarity: Callable[[str], float]) -> None:
        self._query = query
        self._shares = shares
        self._topic = [shares.words[word] for word in query.topic]
        weights = np.array([rarity(word) for word in query.topic], dtype=np.float64)
        self._rarity = rarity
        self._whole = float(weights.sum()) or 1.0
        self._weights = weights / self._whole

    def evidence(self, place: int, standing: Standing) -> Evidence:
        """Of the document at ``place``."""
        own, about, around, article = (float(part[place]) for part in self._parts)
        return Evidence(
            matched=int(self._matched[place]),
            asked=len(self._topic),
            covered=own,
            covered_about=about,
            covered_around=around,
            covered_article=article,
            least=float(self._least[place]),
            strength=min(1.0, standing.strength),
            lead=standing.lead,
            clear=standing.clear,
            score=standing.score,
            missing=self._whole * (1.0 - around),
            names=len(self._query.names),
            named=bool(self._named[place]),
            proper=float(self._proper[place]),
        )

    @cached_property
    def _views(self) -> list[Matrix]:
        """The rows of the topic, each view looking further than the one before."""
        shares = self._shares
        return [each[self._topic] for each in (shares.own, shares.about, shares.around, shares.article)]

    @cached_property
    def _parts(self) -> list[Matrix]:
        return [self._weights @ view for view in self._views]

    @cached_property
    def _matched(self) -> NDArray[np.int64]:
        matched: NDArray[np.int64] = (self._views[0] >= AKIN).sum(axis=0)
        return matched

    @cached_property
    def _least(self) -> Matrix:
        article = self._views[-1]
        least: Matrix = article.min(axis=0) if self._topic else np.zeros(article.shape[1])
        return least

    @cached_property
    def _named(self) -> NDArray[np.bool_]:
        """Whether each has all names asked about; a name that is no word of the question none has."""
        around, words = self._shares.around, self._shares.words
        known = [words[name] for name in self._query.names if name in words]
        had = np.all(around[known] >= AKIN, axis=0)
        return had if len(known) == len(self._query.names) else np.zeros_like(had)

    @cached_property
    def _proper(self) -> Matrix:
        """The idf of the rarest proper name that each has."""
        about, words = self._shares.about, self._shares.words
        known = [word for word in self._query.proper if word in words]
        had = np.array([self._rarity(word) * (about[words[word]] >= AKIN) for word in known])
        rarest: Matrix = had.max(axis=0) if known else np.zeros(about.shape[1])
        return rarest
