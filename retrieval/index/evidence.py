"""Evidence: what speaks for one hit, for the decision whether it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.index.asked import Asked
from retrieval.index.fields import Region
from retrieval.index.lexicon import LEMMA, PREFIX
from retrieval.index.tables import Tables

AKIN = 0.75  # what a word that means the same counts for: «перевозка» where «транзит» is asked about
BEGINNING = 0.5  # and a word of the same first letters: «санкционный» where «санкции» are


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision about one hit rests on; shares are between 0 and 1.

    ``asked`` counts the question's different words, ``matched`` those that stand in the document itself. The shares
    are of the question's idf: ``covered`` by the document's own words, ``covered_about`` by these with its headline,
    the question it answers and its speaker's post, ``covered_around`` by these with its neighbours,
    ``covered_article`` by these with the rest of its article; words that mean the same or begin alike count for a
    part. ``least`` is the part that the worst covered word of the question has anywhere in the article. ``strength``
    is the hit's score as a share of an ideal document's, ``lead`` how far, as a share of that score, the best hit of
    another article is behind. ``names`` counts the words that name people asked about, ``named`` tells whether
    it has them all.
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
    names: int = 0
    named: bool = True


Regions = tuple[Region, ...]
OWN: Regions = (Region.OWN,)
SPOKEN_OF: Regions = (Region.OWN, Region.ABOUT)
NEAR: Regions = (Region.AROUND, Region.ABOUT)
ANYWHERE: Regions = (Region.ARTICLE,)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Which of the query's terms stand where in one document: the one in column ``place`` of ``tables``."""

    asked: Asked
    tables: Tables
    place: int

    def share(self, word: str, regions: Regions) -> float:
        """How far a word of the question stands in these regions: wholly, by another word, by its first letters, or
        not at all. Of a whole article prefixes are not counted."""
        if self._has(word, regions):
            return 1.0
        if any(self._has(other, regions) for other in self.asked.query.akin.get(word, ())):
            return AKIN
        return BEGINNING if self._begins(word, regions) else 0.0

    def _has(self, word: str, regions: Regions) -> bool:
        row = self.asked.words.rows.get(LEMMA + word)
        return row is not None and any(self.tables.of(region).words[row, self.place] > 0 for region in regions)

    def _begins(self, word: str, regions: Regions) -> bool:
        row = self.asked.prefixes.rows.get(PREFIX + self.asked.beginnings.get(word, ""))
        tables = [self.tables.of(region) for region in regions if region is not Region.ARTICLE]
        return row is not None and any(table.prefixes[row, self.place] > 0 for table in tables)


def evidence(standing: Standing, rarity: Callable[[str], float], strength: float, lead: float) -> Evidence:
    """``rarity`` tells a word's idf."""
    query = standing.asked.query
    topic, names = query.topic, query.names
    weights = {word: rarity(word) for word in topic}
    own = {word: standing.share(word, OWN) for word in topic}
    about = {word: standing.share(word, SPOKEN_OF) for word in topic}
    around = {word: max(own[word], standing.share(word, NEAR)) for word in topic}
    article = {word: max(around[word], standing.share(word, ANYWHERE)) for word in topic}
    return Evidence(
        matched=sum(part >= AKIN for part in own.values()),
        asked=len(topic),
        covered=_covered(own, weights),
        covered_about=_covered(about, weights),
        covered_around=_covered(around, weights),
        covered_article=_covered(article, weights),
        least=min(article.values(), default=0.0),
        strength=min(1.0, strength),
        lead=lead,
        names=len(names),
        named=all(max(standing.share(name, OWN), standing.share(name, NEAR)) >= AKIN for name in names),
    )


def _covered(shares: dict[str, float], weights: dict[str, float]) -> float:
    whole = sum(weights.values()) or 1.0
    return sum(weights[word] * part for word, part in shares.items()) / whole
