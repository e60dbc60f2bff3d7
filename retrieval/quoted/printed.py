"""Printed words: an article's words in the order of its passages, each with its place, passage and voice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.span import Span
from retrieval.passages import Passage

# A number with its thousands and decimals is one word; a hyphen or a dash parts words as a space does.
_WORD = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|(?:[^\W\d_]|[\u00ad\u0301])+")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u0301 \u00a0\u202f"))


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """``plain`` is what is compared: lower-case, ё as е, a comma for a decimal point; ``typed`` as it stands."""

    plain: str
    typed: str
    span: Span


@dataclass(frozen=True, slots=True)
class Printed:
    """All words of one article's passages; ``passages[i]`` is where ``words[i]`` stands."""

    words: tuple[QuotedWord, ...]
    passages: tuple[Passage, ...]

    @property
    def plain(self) -> list[str]:
        return [word.plain for word in self.words]

    def one_voice(self, start: int, stop: int) -> bool:
        """Whether one person, or the outlet alone, speaks from ``start`` to ``stop``."""
        return len({(each.speaker, each.asked) for each in self.passages[start:stop]}) == 1


def quoted_words(text: str, start: int = 0, stop: int | None = None) -> tuple[QuotedWord, ...]:
    matches = _WORD.finditer(text, start, len(text) if stop is None else stop)
    return tuple(QuotedWord(_plain(match.group()), match.group(), Span(*match.span())) for match in matches)


def printed(passages: Sequence[Passage]) -> Printed:
    """``passages`` are those of one article, in text order."""
    words: list[QuotedWord] = []
    places: list[Passage] = []
    for passage in passages:
        for sentence in passage.sentences:
            found = quoted_words(passage.of.article.text, sentence.start, sentence.stop)
            words.extend(found)
            places.extend([passage] * len(found))
    return Printed(tuple(words), tuple(places))


def _plain(word: str) -> str:
    plain = unicodedata.normalize("NFC", word).translate(_NOTHING).lower().replace("ё", "е")
    return plain.replace(".", ",") if plain[0].isdigit() else plain
