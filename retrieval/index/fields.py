"""Fields: the views of a document that are searched, each with its weight.

The weights were climbed to, one at a time, on the development halves of our evaluation sets and rounded
(``benchmarks.fitting.fields`` does it again and tells the figures out of fold); moving any of them by a third changes
nDCG@10 by less than .005. The words themselves weigh little because their first letters find them too, and the words
that share them. No set has headlines or interviewers' questions: the weights of the last two fields, and how far speech
is preferred, are from the questions over the sample corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from retrieval.terms import NO_TERMS, Terms

SURROUNDINGS = 120  # words taken from the neighbours on each side


@dataclass(frozen=True, slots=True)
class Document:
    """What the index is given of a passage: its own terms, its speaker's name among them, and those of what it is
    about: its headline, the question it answers, its speaker's post, its outlet. Its score is multiplied by ``prior``.

    Documents in a row with the same ``group`` (an article) are neighbours.
    """

    own: Terms
    about: Terms = NO_TERMS
    group: str = ""
    prior: float = 1.0


@dataclass(frozen=True, slots=True)
class Field:
    """One view: ``of_documents`` lists every document's terms in it, ``of_question`` the question's.

    ``ideal`` fields are those that an ideal document would have the whole question in; the rest can only add. ``akin``
    is the weight of words that mean the same as the question's, which no prefix field finds.
    """

    name: str
    weight: float
    of_documents: Callable[[Sequence[Document]], Iterable[Sequence[str]]]
    of_question: Callable[[Terms], Sequence[str]]
    ideal: bool = True
    akin: float = 0.0


def words(terms: Terms) -> tuple[str, ...]:
    return terms.words


def prefixes(terms: Terms) -> tuple[str, ...]:
    return terms.prefixes


def grams(terms: Terms) -> tuple[str, ...]:
    return terms.grams


def pairs(terms: Terms) -> tuple[str, ...]:
    """Words side by side: «атомная станция»."""
    return tuple(f"{one} {other}" for one, other in pairwise(terms.words))


def _own(view: Callable[[Terms], tuple[str, ...]]) -> Callable[[Sequence[Document]], Iterable[Sequence[str]]]:
    return lambda documents: (view(document.own) for document in documents)


def _about(view: Callable[[Terms], tuple[str, ...]]) -> Callable[[Sequence[Document]], Iterable[Sequence[str]]]:
    return lambda documents: (view(document.about) for document in documents)


def _around(view: Callable[[Terms], tuple[str, ...]]) -> Callable[[Sequence[Document]], Iterable[Sequence[str]]]:
    """A document's own terms with those of its nearest neighbours."""
    return lambda documents: (
        [
            *_reach(reversed(range(place)), place, documents, view),
            *view(documents[place].own),
            *_reach(range(place + 1, len(documents)), place, documents, view),
        ]
        for place in range(len(documents))
    )


def _reach(
    places: Iterable[int], place: int, documents: Sequence[Document], view: Callable[[Terms], tuple[str, ...]]
) -> list[str]:
    """Terms of the neighbours at ``places``, nearest first, until SURROUNDINGS are together."""
    group = documents[place].group
    near: list[str] = []
    for other in takewhile(lambda other: documents[other].group == group and len(near) < SURROUNDINGS, places):
        near.extend(view(documents[other].own))
    return near[:SURROUNDINGS]


ARTICLE_WEIGHT = 0.15  # of the BM25 score of a document's whole article, by its words
WORDS = Field("words", 0.1, _own(words), words, akin=0.4)
FIELDS = (
    WORDS,
    Field("prefixes", 0.5, _own(prefixes), prefixes),
    Field("pairs", 0.3, _own(pairs), pairs, ideal=False),
    Field("grams", 0.15, _own(grams), grams),
    Field("words around", 0.4, _around(words), words, akin=0.5),
    Field("prefixes around", 0.4, _around(prefixes), prefixes),
    Field("words about", 1.0, _about(words), words, ideal=False, akin=0.8),
    Field("prefixes about", 0.5, _about(prefixes), prefixes, ideal=False),
)
