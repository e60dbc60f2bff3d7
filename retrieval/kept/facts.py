"""What the numbers of an outline stand for: speakers with their posts, and outlets."""

from __future__ import annotations

from corpus.store.base import Base
from retrieval.naming.person import Credit


def credits_of(base: Base) -> dict[int, Credit]:
    rows = base.rows("SELECT number, name, role, posts FROM credit WHERE name <> ''")
    return {number: Credit(number, name, role, posts) for number, name, role, posts in rows}


def outlets_of(base: Base) -> dict[int, str]:
    return dict(base.rows("SELECT number, name FROM outlet"))
