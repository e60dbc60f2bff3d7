"""Folding: Kazakh letters as the Russian ones that people type for them, so that both spellings meet."""

from __future__ import annotations

_PLAIN = str.maketrans("әқғңөұүіһё", "акгноууихе")


def folded(word: str) -> str:
    """A lower-case ``word`` with ә→а қ→к ғ→г ң→н ө→о ұ,ү→у і→и һ→х ё→е."""
    return word.translate(_PLAIN)
