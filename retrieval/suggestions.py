"""Suggestions: what somebody may have meant, in words that the corpus has, and what it has nearest to the question."""

from __future__ import annotations

from retrieval.collection import Collection
from retrieval.search import Finding

_MOST = 3


def suggestions(typed: str, meant: str, found: Finding, corpus: Collection) -> tuple[str, ...]:
    """The question as it was read, where that differs from what was typed; then headlines near to it."""
    read = [meant] if meant.lower() != typed.lower() else []
    return tuple(dict.fromkeys([*read, *_headlines(found, corpus)]))[:_MOST]


def _headlines(found: Finding, corpus: Collection) -> list[str]:
    """Those of the articles whose passages have a word of the question, best first."""
    titles: dict[str, None] = {}
    for rank, hit in enumerate(found.hits[: 2 * _MOST]):
        if corpus.index.evidence(found.query, found.hits, rank).matched:
            title = corpus.passages[hit.position].of.article.title
            titles.update({title: None} if title else {})
    return list(titles)
