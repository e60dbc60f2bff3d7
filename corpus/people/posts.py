"""Posts of people compared: whether what two articles call a person can be one person's."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

LONG = 5  # letters that tell a word from its endings
WORD = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=1 << 16)
def post_words(post: str | None) -> frozenset[str]:
    """The words of a post without their endings."""
    return frozenset(word[:LONG].casefold().replace("ё", "е") for word in WORD.findall(post or ""))


def agree(one: Set[str], other: Set[str]) -> bool:
    """Whether the posts have a word in common, or one of them is not known."""
    return not one or not other or bool(one & other)
