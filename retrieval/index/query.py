"""Query: what the index is asked for: a question's terms, and the words that mean the same elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.terms import Terms


@dataclass(frozen=True, slots=True)
class Query:
    """``akin`` gives, for a word of ``terms``, other words that say it: in the other language, as a synonym.

    ``light`` words help to rank and prove nothing: «хватит», «есть ли». ``names`` are of people whom the question is
    about: an answer must have them, and they alone are none. ``proper`` are its proper names: what has one is near.
    """

    terms: Terms
    akin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()

    @property
    def topic(self) -> dict[str, str]:
        """The different words that an answer must have, each with its prefix.

        Names or light words count where nothing else is asked; of a name with light words («сколько лет Маркову»)
        nothing is left that an article could be held to.
        """
        pairs = dict(zip(self.terms.words, self.terms.prefixes, strict=True))
        heavy = {word: prefix for word, prefix in pairs.items() if word not in self.light | self.names}
        if heavy or not self.names:
            return heavy or pairs
        return pairs if self.names.issuperset(pairs) else {}
