"""Suggestions: what somebody may have meant, in words that the corpus has, and what it has nearest to the question."""

from __future__ import annotations

from retrieval.collection import Collection
from retrieval.search import Finding

_MOST, _LOOKED_AT = 3, 6  # questions offered; passages


def suggestions(typed: str, meant: str, found: Finding, corpus: Collection) -> tuple[str, ...]:
    """The question as it was read, where that differs from what was typed; then headlines near to it."""
    read = [meant] if meant.lower() != typed.lower() else []
    return tuple(dict.fromkeys([*read, *_headlines(found, corpus)]))[:_MOST]


def _headlines(found: Finding, corpus: Collection) -> list[str]:
    """Those of the first articles whose passages have a word of the question, best first."""
    near: dict[int, int] = {}  # the first such passage of each article
    for rank, hit in enumerate(found.hits[:_LOOKED_AT]):
        if hit.article not in near and corpus.index.evidence(found.query, found.hits, rank).matched:
            near[hit.article] = hit.position
    titles = [corpus.passages[position].of.article.title for position in [*near.values()][:_MOST]]
    return [title for title in titles if title]
