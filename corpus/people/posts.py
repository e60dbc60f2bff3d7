"""Posts of people: whether what two articles call a person can be one person's, and a post as it stands in a line."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from corpus.languages.speech import kk, ru
from corpus.morphology import names_somebody

LONG = 5  # letters that tell a word from its endings
WORD = re.compile(r"[^\W\d_]{3,}")
FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
KAZAKH_POST = re.compile(kk.ROLES)


@lru_cache(maxsize=1 << 16)
def post_words(post: str | None) -> frozenset[str]:
    """The words of a post without their endings."""
    return frozenset(word[:LONG].casefold().replace("ё", "е") for word in WORD.findall(post or ""))


def agree(one: Set[str], other: Set[str]) -> bool:
    """Whether the posts have a word in common, or one of them is not known."""
    return not one or not other or bool(one & other)


def behind_a_name(post: str) -> str:
    """``post`` without the capital that only a sentence's start gave it: «Министр …», not «МИД», «Казахстан …»."""
    first = FIRST_WORD.match(post)
    if first is None or not first.group()[1:].islower() or not _is_common(first.group().lower()):
        return post
    return post[0].lower() + post[1:]


def _is_common(word: str) -> bool:
    last = word.rpartition("-")[2]  # «экс-министр», «врач-эколог»
    return last.replace("ё", "е") in ru.POSTS or bool(KAZAKH_POST.fullmatch(last)) or names_somebody(last)
