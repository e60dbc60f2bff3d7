"""Chosen: the sentences of a passage that answer a question, as many as may be shown.

A passage that fits is shown whole. Of a longer one those sentences are taken that have most of the question, one after
another as long as each adds to it; then, where there is room, what they need to be understood; then what stands between
and around them. What is left out between two of them is marked where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.span import Span
from retrieval.asked_kind import AskedKind, gives
from retrieval.beginnings import beginnings
from retrieval.languages import en, kk, ru
from retrieval.passages import Passage, joined
from retrieval.terms import Lemmas, forms, terms

OMISSION = " […] "
LONGEST = 600  # characters, unless one sentence is longer
_ADDS = 0.15  # of the question's weight: what a further sentence brings at least
_POINTING = frozenset().union(*(data.POINTING_WORDS for data in (ru, kk, en)))
_JOINING = frozenset().union(*(data.JOINING_WORDS for data in (ru, kk, en)))
_OPENING = 40  # characters that tell how a sentence opens


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants of a sentence: ``weights`` tell what each of its words is worth, ``kind`` that a number or
    a day is asked for."""

    weights: Mapping[str, float]
    kind: AskedKind | None = None


def chosen(passage: Passage, wanted: Wanted, lemmas: Lemmas) -> tuple[Span, ...]:
    """Sentences of ``passage`` of at most LONGEST characters, in text order; a longer one is taken alone and whole."""
    whole = _Whole(passage.sentences, passage.of.article.text)
    if whole.fits(range(len(whole.sentences))):
        return whole.sentences
    picked = _answering([_found(whole.words(place), wanted, lemmas) for place in range(len(whole.sentences))], whole)
    return tuple(whole.sentences[place] for place in sorted(_filled(_understood(picked, whole), whole)))


def points_back(sentence: str) -> bool:
    """Whether a sentence opens with «он», «это», «бұл»: it says little without the one before."""
    opening = next((word for word in forms(sentence[:_OPENING]) if word not in _JOINING), "")
    return opening in _POINTING


@dataclass(frozen=True, slots=True)
class _Whole:
    """A passage's sentences, of which some places are to be shown."""

    sentences: tuple[Span, ...]
    text: str

    def words(self, place: int) -> str:
        return self.sentences[place].of(self.text)

    def fits(self, places: Iterable[int]) -> bool:
        runs = joined([self.sentences[place] for place in sorted(places)], self.text)
        return sum(map(len, runs)) + len(OMISSION) * (len(runs) - 1) <= LONGEST


Found = Mapping[str, float]  # what a sentence has of the question, each with its weight


def _found(sentence: str, wanted: Wanted, lemmas: Lemmas) -> Found:
    words = {word: wanted.weights[word] for word in terms(sentence, lemmas).words if word in wanted.weights}
    if wanted.kind and words and gives(wanted.kind, beginnings(sentence)):
        words[wanted.kind.value] = max(wanted.weights.values())
    return words


def _answering(found: Sequence[Found], whole: _Whole) -> set[int]:
    """The places of the sentences that together have the most of the question, each adding to those before it."""
    least = _ADDS * sum({word: weight for each in found for word, weight in each.items()}.values())
    picked: set[int] = set()
    held: set[str] = set()
    while len(picked) < len(found):
        gains = {
            place: sum(weight for word, weight in each.items() if word not in held)
            for place, each in enumerate(found)
            if place not in picked
        }
        best = max(gains, key=lambda place: (gains[place], -place))
        if picked and (gains[best] <= least or not whole.fits({*picked, best})):
            break
        picked.add(best)
        held.update(found[best])
    return picked


def _understood(picked: set[int], whole: _Whole) -> set[int]:
    """With the sentence before each that points back to it, and the one before that, where there is room."""
    for place in sorted(picked, reverse=True):
        before = place - 1
        while before >= 0 and before not in picked and points_back(whole.words(before + 1)):
            if not whole.fits({*picked, before}):
                break
            picked, before = {*picked, before}, before - 1
    return picked


def _filled(picked: set[int], whole: _Whole) -> set[int]:
    """With what stands between the picked sentences, then after and before them, as long as it fits."""
    while True:
        between = [place for place in range(min(picked), max(picked)) if place not in picked]
        after = [max(picked) + 1] if max(picked) + 1 < len(whole.sentences) else []
        before = [min(picked) - 1] if min(picked) and _may_open(min(picked) - 1, whole) else []
        fitting = [place for place in (*between, *after, *before) if whole.fits({*picked, place})]
        if not fitting:
            return picked
        picked = {*picked, fitting[0]}


def _may_open(place: int, whole: _Whole) -> bool:
    return place == 0 or not points_back(whole.words(place))
