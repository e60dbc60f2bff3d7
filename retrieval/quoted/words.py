"""Words of a quotation as they are compared: marks, dashes, capitals, stress marks and ё for е are no differences."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from corpus.span import Span

# Soft hyphen, zero-width characters, and the marks over a letter that has none of its own: stress.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + "".join(map(chr, range(0x300, 0x370)))
# A number with its thousands and decimals is one word; a hyphen or a dash parts words as a space does.
_WORD = re.compile(
    rf"\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[^\W\d_](?:[^\W\d_]|[{_UNSEEN}])*"
)
_NOTHING = dict.fromkeys(map(ord, _UNSEEN + " \u00a0\u202f"))


class QuotedWord(NamedTuple):
    """``plain`` is what is compared: lower-case, ё as е, a comma for a decimal point; ``typed`` as it stands."""

    plain: str
    typed: str
    start: int
    stop: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)


def quoted_words(text: str, span: Span | None = None) -> tuple[QuotedWord, ...]:
    """The words of ``text``, at ``span`` of it."""
    within = span or Span(0, len(text))
    matches = _WORD.finditer(text, within.start, within.stop)
    return tuple(QuotedWord(_plain(match.group()), match.group(), *match.span()) for match in matches)


def _plain(word: str) -> str:
    if word.isalpha():  # nearly all: there is nothing in it to leave out
        return word.lower().replace("ё", "е")
    plain = unicodedata.normalize("NFC", word).translate(_NOTHING).lower().replace("ё", "е")
    return plain.replace(".", ",") if plain[0].isdigit() else plain
