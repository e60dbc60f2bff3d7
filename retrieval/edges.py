"""Edges: where a stretch of an article may begin and end so that it reads as a whole.

A border between two sentences costs what a reader misses there: words of a quotation that goes on over it, the rest of
a paragraph, what «он» or «это» at its beginning points to, what a colon at its end leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from corpus.quotation import Kind
from retrieval.languages import en, kk, ru
from retrieval.passages import Passage, over, span_of
from retrieval.terms import forms

IN_QUOTATION, IN_PARAGRAPH, POINTING, LEADING = 3.0, 0.5, 2.0, 2.0
_POINTING = frozenset().union(*(data.POINTING_WORDS for data in (ru, kk, en)))
_JOINING = frozenset().union(*(data.JOINING_WORDS for data in (ru, kk, en)))
DASHES = ("-", "–", "—")  # «…, – сказал он. – …»: the words go on
_OPENING = 40  # characters that tell how a sentence opens


class Edges:
    """What borders cost in one article; ``rows`` are all of its passages, in text order."""

    def __init__(self, rows: Sequence[Passage]) -> None:
        self._rows = rows
        self._text = rows[0].of.article.text
        self._pointing: dict[int, bool] = {}  # of the places asked for so far

    def before(self, place: int) -> float:
        """What it costs to begin with the passage at ``place``."""
        pointing = POINTING if place > 0 and self.points_back(place) else 0.0
        return pointing + self._within(place)

    def after(self, place: int) -> float:
        """What it costs to end with the passage at ``place``."""
        leading = LEADING if self._leads(place) else 0.0
        return leading + self._within(place + 1)

    def points_back(self, place: int) -> bool:
        if place not in self._pointing:
            self._pointing[place] = points_back(self._rows[place].text)
        return self._pointing[place]

    def _within(self, border: int) -> float:
        """Of the border in front of the passage at ``border``."""
        if not 0 < border < len(self._rows):
            return 0.0
        if self._parts_paragraphs(border):
            return IN_QUOTATION if border in self._in_quotations else 0.0
        goes_on = border in self._in_quotations or self._rows[border].text.startswith(DASHES)
        return IN_QUOTATION if goes_on else IN_PARAGRAPH

    def _leads(self, place: int) -> bool:
        """«Иного мнения он:», and the first sentence of a paragraph whose rest is left out."""
        if place + 1 >= len(self._rows):
            return False
        opens = place == 0 or self._parts_paragraphs(place)
        return self._rows[place].text.rstrip().endswith(":") or (opens and not self._parts_paragraphs(place + 1))

    def _parts_paragraphs(self, border: int) -> bool:
        gap = self._text[self._rows[border - 1].sentence.stop : self._rows[border].sentence.start]
        return "\n" in gap

    @cached_property
    def _in_quotations(self) -> frozenset[int]:
        """Borders that somebody's words go on over."""
        said = [each for each in self._rows[0].of.quotations if each.kind is not Kind.INDIRECT]
        if not said:
            return frozenset()
        told = list(over([row.sentence for row in self._rows], said, span_of))
        return frozenset(place for place in range(1, len(told)) if set(told[place - 1]) & set(told[place]))


def points_back(sentence: str) -> bool:
    """Whether a sentence opens with «он», «это», «бұл»: it says little without the one before."""
    opening = next((word for word in forms(sentence[:_OPENING]) if word not in _JOINING), "")
    return opening in _POINTING
