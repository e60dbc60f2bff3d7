"""Coverage: what a corpus has at all: how many articles, whose words, and of which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retrieval.collection import Collection


@dataclass(frozen=True, slots=True)
class Coverage:
    """``people`` are names as filters have them, whoever has most passages first; ``first`` and ``last`` the days
    of the articles that give one, null where none does."""

    articles: int
    people: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def coverage(corpus: Collection) -> Coverage:
    return Coverage(corpus.articles, corpus.catalogue.most_heard, *corpus.catalogue.days)
