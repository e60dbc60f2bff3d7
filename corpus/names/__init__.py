"""Names: where the text names people, in the nominative as far as their own words tell."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.names.kazakh import kazakh_names
from corpus.names.mention import NameMention
from corpus.names.russian import russian_names
from corpus.span import Span
from corpus.tokens import Token

__all__ = ["NameMention", "find_names"]


def find_names(
    text: str, paragraphs: Sequence[Span], tokens: Sequence[Token], language: str
) -> tuple[NameMention, ...]:
    """Every mention of a person by name, in text order, none overlapping another."""
    find = kazakh_names if language == "kk" else russian_names
    return tuple(find(text, paragraphs, tokens))
