"""What the numbers of an outline stand for: speakers with their posts, and outlets."""

from __future__ import annotations

from corpus.store.base import Base
from retrieval.naming.catalogue import Credit


def credits_of(base: Base) -> dict[int, Credit]:
    rows = base.rows("SELECT number, name, identity, posts FROM credit")
    return {number: Credit(name, identity, tuple(posts.split())) for number, name, identity, posts in rows}


def outlets_of(base: Base) -> dict[int, str]:
    return dict(base.rows("SELECT number, name FROM outlet"))
