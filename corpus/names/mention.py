"""NameMention: one place where the text names a person."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span

ENDINGS = ("ыми", "ими", "ого", "его", "ому", "ему", "ой", "ей", "ою", "ом", "ем", "ым", "им", "ая", "ую",
           "а", "у", "е", "ы", "и", "ю", "я", "о", "й")  # fmt: skip
SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class NameMention:
    """``words`` are in the nominative; ``case`` (UD) is the mention's own, ``gender`` «masc» or «femn», or empty."""

    span: Span
    words: tuple[str, ...]
    case: str = ""
    gender: str = ""

    @property
    def full(self) -> bool:
        """Whether it holds a first name, not initials alone."""
        return sum(not is_initial(word) for word in self.words) > 1


def is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def folded(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("\u00ad", "")


def stem(word: str) -> str:
    """``word`` without a case ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word
