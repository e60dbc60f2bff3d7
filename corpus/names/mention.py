"""NameMention: one place where the text names a person."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span


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
