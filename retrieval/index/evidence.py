"""Evidence: what speaks for one hit, for the decision whether it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.index.query import Query

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


@dataclass(frozen=True, slots=True)
class Reach:
    """Fields by name in which a word of the question, or one that begins like it, may stand."""

    words: tuple[str, ...]
    prefixes: tuple[str, ...] = ()


OWN = Reach(("words",), ("prefixes",))
ABOUT = Reach(("words", "words about"), ("prefixes", "prefixes about"))
AROUND = Reach(("words around", "words about"), ("prefixes around", "prefixes about"))
Has = Callable[[str, str], bool]  # whether the document has a term in a field


def share(word: str, prefix: str, query: Query, reach: Reach, has: Has) -> float:
    """How far a question's word stands in a document: wholly, by another word, by its first letters, or not at all."""
    if any(has(field, word) for field in reach.words):
        return 1.0
    if any(has(field, other) for field in reach.words for other in query.akin.get(word, ())):
        return AKIN
    return BEGINNING if any(has(field, prefix) for field in reach.prefixes) else 0.0
