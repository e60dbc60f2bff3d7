"""Tokens: words and marks of a text, with what a tagger knows of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import tag
from corpus.morphology import lemma
from corpus.span import Span

# A word may hold hyphens and apostrophes («Касым-Жомарт», «нур-султанский»); a soft hyphen never parts one.
TOKEN = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u00ad'’](?=[^\W\d_])[^\W_]+)*|[^\w\s]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. ``pos`` and the rest are Universal Dependencies values; empty where no tagger speaks."""

    span: Span
    text: str
    lemma: str = ""
    pos: str = ""
    case: str = ""
    gender: str = ""
    number: str = ""
    animate: bool = False
    form: str = ""  # Fin, Inf, Part, Conv
    short: bool = False

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def stop(self) -> int:
        return self.span.stop

    @property
    def lower(self) -> str:
        return self.text.lower().replace("ё", "е")

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def spans_of(text: str, within: Span) -> list[Span]:
    """Where the tokens of ``text[within]`` stand."""
    return [Span(match.start(), match.end()) for match in TOKEN.finditer(text, within.start, within.stop)]


def tokens_of(text: str, sentences: Sequence[Span], language: str) -> tuple[Token, ...]:
    """All tokens of the given sentences, in order; tagged where the language is Russian."""
    spans = [spans_of(text, sentence) for sentence in sentences]
    if language != "ru":
        return tuple(Token(span, span.of(text), lemma=span.of(text).lower()) for row in spans for span in row)
    words = [[span.of(text) for span in row] for row in spans]
    return tuple(
        _tagged(span, word, pos, feats)
        for row, sentence, tags in zip(spans, words, tag(words), strict=True)
        for span, word, (pos, feats) in zip(row, sentence, tags, strict=True)
    )


def _tagged(span: Span, word: str, pos: str, feats: dict[str, str]) -> Token:
    return Token(
        span,
        word,
        lemma=lemma(word, pos) if word[0].isalpha() else word,
        pos=pos,
        case=feats.get("Case", ""),
        gender=feats.get("Gender", ""),
        number=feats.get("Number", ""),
        animate=feats.get("Animacy") == "Anim",
        form=feats.get("VerbForm", ""),
        short=feats.get("Variant") == "Short",
    )
