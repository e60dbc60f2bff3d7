"""Query: what the index is asked for: a question's terms, and the words that mean the same elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.terms import Terms


@dataclass(frozen=True, slots=True)
class Query:
    """``akin`` gives, for a word of ``terms``, other words that say it: in the other language, as a synonym.

    ``light`` words help to rank and prove nothing: «хватит», «есть ли». They do not count when it is decided whether a
    document answers.
    """

    terms: Terms
    akin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()

    @property
    def topic(self) -> dict[str, str]:
        """The different words that an answer must have, each with its prefix; all where all are light."""
        pairs = dict(zip(self.terms.words, self.terms.prefixes, strict=True))
        return {word: prefix for word, prefix in pairs.items() if word not in self.light} or pairs
