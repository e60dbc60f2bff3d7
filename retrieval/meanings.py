"""Meanings: other words that say what a word of a question says: in the other language, or near synonyms in the same.

They come from two tables of ours, the words and the names of both languages, and from a dictionary file of the
operator's: one «русское<TAB>қазақша» a line. All are kept as lemmas, as the index has them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from retrieval.languages.meanings import MEANINGS
from retrieval.languages.names import NAMES
from retrieval.terms import lemma, topical_forms

_BAR, _TAB = "|", "\t"
_log = logging.getLogger(__name__)


class Meanings:
    """Read-only once made."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        akin: dict[str, dict[str, None]] = {}
        for row in rows:
            lemmas = dict.fromkeys(row)
            for word in lemmas:
                akin.setdefault(word, {}).update(lemmas)
        self._akin = {word: tuple(other for other in others if other != word) for word, others in akin.items()}

    def akin(self, word: str) -> tuple[str, ...]:
        """Lemmas that mean what the lemma ``word`` does."""
        return self._akin.get(word, ())


NO_MEANINGS = Meanings(())


def meanings(dictionary: Path | None = None) -> Meanings:
    """Ours, with those of the operator's ``dictionary``. Raises OSError where it cannot be read."""
    return Meanings([*_ours(), *_read(dictionary)]) if dictionary else Meanings(_ours())


@cache
def _ours() -> tuple[tuple[str, ...], ...]:
    return tuple(_lemmas(line.replace(_BAR, " ")) for line in (NAMES + MEANINGS).splitlines() if line)


def _read(path: Path) -> Iterable[tuple[str, ...]]:
    """One row a line. A line that is no pair of single words is left out and said so."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        sides = [_lemmas(side) for side in line.split(_TAB)]
        if len(sides) == 2 and all(len(side) == 1 for side in sides):
            yield (*sides[0], *sides[1])
        else:
            _log.warning("%s:%d: not one word, a tab and one word: left out", path, number)


def _lemmas(text: str) -> tuple[str, ...]:
    return tuple(lemma(form) for form in topical_forms(text))
