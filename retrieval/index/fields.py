"""Fields: the views of a document that are searched, each with its weight.

The weights were climbed to, one at a time, on the development halves of our evaluation sets and rounded
(``benchmarks.fitting.fields`` does it again and tells the figures out of fold); moving any of them by a third changes
nDCG@10 by less than .005. The words themselves weigh little because their first letters find them too, and the words
that share them. No set has headlines or interviewers' questions: the weights of the last two fields, and how far speech
is preferred, are from the questions over the sample corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

K1, B = 0.9, 0.4  # better than 1.5 and 0.75 on all but one of our evaluation sets
OWN_K1 = 0.6  # a passage that repeats a word says it hardly more
WIDE_B = 0.75  # surroundings and articles differ in length by chance: there a word is worth what it is among the others


class View(Enum):
    """What a field's terms are made of a word."""

    WORDS = "words"
    PREFIXES = "prefixes"
    PAIRS = "pairs"
    GRAMS = "grams"


class Region(Enum):
    """Where a field's terms stand: in a document's own words, in these and around them, in what it is about, or
    anywhere in its article."""

    OWN = "own"
    AROUND = "around"
    ABOUT = "about"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Field:
    """``ideal`` fields are those that an ideal document would have the whole question in; the rest can only add.
    ``akin`` is the weight of words that mean the same as the question's, which no prefix field finds.
    ``k1`` and ``b`` are BM25's: how soon a repeated term counts no more, and how far length takes away."""

    name: str
    view: View
    region: Region
    weight: float
    ideal: bool = True
    akin: float = 0.0
    k1: float = K1
    b: float = B


FIELDS = (
    Field("words", View.WORDS, Region.OWN, 0.1, akin=0.4, k1=OWN_K1),
    Field("prefixes", View.PREFIXES, Region.OWN, 0.5, k1=OWN_K1),
    Field("pairs", View.PAIRS, Region.OWN, 0.4, ideal=False),
    Field("grams", View.GRAMS, Region.OWN, 0.15),
    Field("words around", View.WORDS, Region.AROUND, 0.4, akin=0.5, b=WIDE_B),
    Field("prefixes around", View.PREFIXES, Region.AROUND, 0.4, b=WIDE_B),
    Field("words about", View.WORDS, Region.ABOUT, 1.0, ideal=False, akin=0.8),
    Field("prefixes about", View.PREFIXES, Region.ABOUT, 0.5, ideal=False),
    Field("article", View.WORDS, Region.ARTICLE, 0.15, ideal=False, b=WIDE_B),
)
