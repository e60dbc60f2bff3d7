"""Said: what a passage says and what it follows, as the order of the first hits looks at it."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.order import Said
from retrieval.passages import Passage


def said(passages: Sequence[Passage], position: int) -> Said:
    """Before a passage stands the interviewer's question, or else the passage before it in the article."""
    passage = passages[position]
    article = passage.of.article
    if passage.asked:
        return Said(passage.text, passage.asked.of(article.text), article.id, is_reply=True)
    before = passages[position - 1] if position else None
    is_neighbour = before is not None and before.of.article.id == article.id
    return Said(passage.text, before.text if before and is_neighbour else "", article.id)
