"""Order: the first hits as a small model puts them, by what the sum of their fields does not see.

Passages of one article share its words, so that the sum tells the article better than the place in it. What tells the
place: words of the question that the article's other hits have not, what stands right before, and a number or a day
where one is asked for. The model is linear, one set of weights a language, in ``order.json``; how it was fitted, what
it reaches out of fold and what each feature brings there is told by ``benchmarks.fitting.order``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from retrieval.asked_kind import AskedKind, asked_kind, gives, is_question
from retrieval.beginnings import beginnings
from retrieval.folding import folded
from retrieval.index import Hit, Query
from retrieval.index.evidence import AKIN, SPOKEN_OF, Standing
from retrieval.index.ranking import Found
from retrieval.terms import PREFIX

FILE = Path(__file__).with_name("order.json")
REORDERED = 10  # the first hits, which alone are looked at
LIGHT = 0.5  # what a light word counts for: it proves nothing, yet tells one place from another

Shares = tuple[float, ...]  # a figure for each word of the question, mostly how far a text has it
Weights = Mapping[str, float]  # by feature; the score, as a share of the first hit's, weighs 1


@dataclass(frozen=True, slots=True)
class Said:
    """What a hit says: ``text`` are its words, ``before`` what they follow, the interviewer's question (``is_reply``)
    or else the passage before it in the article; ``article`` tells which passages share one."""

    text: str
    before: str
    article: str
    is_reply: bool = False


Read = Callable[[int], Said]  # what the document at a position says


@dataclass(frozen=True)
class Candidates:
    """The first hits side by side. ``weights`` tell what each word of the question is worth by its kind, ``rarity`` its
    idf; ``shares`` how far each hit has it, ``together`` the same with what stands before the hit."""

    scores: Sequence[float]
    articles: Sequence[str]
    weights: Shares
    rarity: Shares
    shares: Sequence[Shares]
    together: Sequence[Shares]
    asks: bool  # a headline or a topic does not
    kind: AskedKind | None
    gives: Sequence[bool]  # what is asked for: a number, a day
    replies: Sequence[bool]  # to an interviewer who asked for the same

    @cached_property
    def rarity_here(self) -> Mapping[str, Shares]:
        """Of articles with several hits, how rare each word of the question is among these."""
        places: dict[str, list[Shares]] = {}
        for article, shares in zip(self.articles, self.shares, strict=True):
            places.setdefault(article, []).append(shares)
        return {article: _rarity(rows) for article, rows in places.items() if len(rows) > 1}

    def covered(self, rarity: Shares, shares: Shares) -> float:
        """The part of the question that ``shares`` come to."""
        worth = tuple(map(float.__mul__, self.weights, rarity))
        return sum(map(float.__mul__, worth, shares)) / (sum(worth) or 1.0)


def _rarity(rows: Sequence[Shares]) -> Shares:
    counts = [sum(share > 0 for share in column) for column in zip(*rows, strict=True)]
    return tuple(max(0.0, math.log((len(rows) + 1) / (count + 0.5))) for count in counts)


def rare_here(hits: Candidates, place: int) -> float:
    """The part that a hit has of the words that few of its article's hits have; for a topic any place will do."""
    rarity = hits.rarity_here.get(hits.articles[place])
    return hits.covered(rarity, hits.shares[place]) if rarity and hits.asks else 0.0


def with_before(hits: Candidates, place: int) -> float:
    return hits.covered(hits.rarity, hits.together[place])


def number(hits: Candidates, place: int) -> float:
    return float(hits.kind is AskedKind.NUMBER and hits.gives[place])


def day(hits: Candidates, place: int) -> float:
    return float(hits.kind is AskedKind.DAY and hits.gives[place])


def article(hits: Candidates, place: int) -> float:
    """The best score of the article's hits, as a share of the best of all."""
    same = (score for score, other in zip(hits.scores, hits.articles, strict=True) if other == hits.articles[place])
    return max(same) / hits.scores[0]


def reply(hits: Candidates, place: int) -> float:
    return float(hits.replies[place])


FEATURES: dict[str, Callable[[Candidates, int], float]] = {
    "rare_here": rare_here,
    "with_before": with_before,
    "number": number,
    "day": day,
    "article": article,
    "reply": reply,
}


@cache
def weights() -> Mapping[str, Weights]:
    """By the question's language."""
    loaded: dict[str, dict[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return loaded


def reordered(hits: tuple[Hit, ...], text: str, query: Query, read: Read, given: Weights) -> tuple[Hit, ...]:
    """``hits`` that ``Index.top`` found for the question ``text``, the first REORDERED in the model's order.

    Their scores stay what they are.
    """
    if len(hits) < 2 or hits[0].found is None:
        return hits
    first = candidates(hits[:REORDERED], hits[0].found, text, query, read)
    worth = [
        score / first.scores[0] + sum(weight * FEATURES[name](first, place) for name, weight in given.items())
        for place, score in enumerate(first.scores)
    ]
    order = sorted(range(len(worth)), key=lambda place: (-worth[place], place))
    return (*(hits[place] for place in order), *hits[REORDERED:])


def candidates(hits: Sequence[Hit], found: Found, text: str, query: Query, read: Read) -> Candidates:
    """``found`` is what the search that found ``hits`` has counted."""
    said, kind = [read(hit.position) for hit in hits], asked_kind(text)
    words, topic = dict(zip(query.terms.words, query.terms.prefixes, strict=True)), query.topic
    keys = [_keys(word, prefix, query) for word, prefix in words.items()]
    own = [_own(Standing(found.asked, found.tables, hit.column), words) for hit in hits]
    before = [_begun(keys, beginnings(each.before)) for each in said]
    return Candidates(
        scores=[hit.score for hit in hits],
        articles=[each.article for each in said],
        weights=tuple(1.0 if word in topic else LIGHT for word in words),
        rarity=tuple(map(found.scoring.rarity, words)),
        shares=own,
        together=[tuple(map(max, shares, others)) for shares, others in zip(own, before, strict=True)],
        asks=is_question(text),
        kind=kind,
        gives=[kind is not None and gives(kind, beginnings(each.text)) for each in said],
        replies=[kind is not None and each.is_reply and asked_kind(each.before) is kind for each in said],
    )


def _own(standing: Standing, words: Iterable[str]) -> Shares:
    """How far a hit has the words, its article's headline and an interviewer's question among its own: what stands in
    a headline tells no place from another."""
    return tuple(standing.share(word, SPOKEN_OF) for word in words)


_Keys = tuple[frozenset[str], frozenset[str]]  # how a word of the question begins, and those that mean the same


def _keys(word: str, prefix: str, query: Query) -> _Keys:
    akin = frozenset(folded(other)[:PREFIX] for other in query.akin.get(word, ()))
    return frozenset({prefix, folded(word)[:PREFIX]}), akin


def _begun(keys: Sequence[_Keys], words: frozenset[str]) -> Shares:
    """How far a text has the words of the question, told by the beginnings of its own ``words`` alone."""
    return tuple(1.0 if own & words else AKIN if akin & words else 0.0 for own, akin in keys)
