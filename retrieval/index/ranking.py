"""Index, Hit, Evidence: documents ranked for a question, and what speaks for one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.index.fields import FIELDS, WORDS, Document
from retrieval.index.postings import PostingsBM25, Scores
from retrieval.terms import Terms


@dataclass(frozen=True, slots=True)
class _Places:
    """Fields by name in which a word of the question, or one that begins like it, may stand."""

    words: tuple[str, ...]
    prefixes: tuple[str, ...]


_OWN = _Places(("words",), ("prefixes",))
_AROUND = _Places(("words around", "words about"), ("prefixes around", "prefixes about"))
_AKIN = 0.5  # what a word of the same first letters counts for: «санкционный» where «санкции» are asked about


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its position, and the weighted sum of its fields' BM25 scores."""

    position: int
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision about one hit rests on; shares are between 0 and 1.

    ``asked`` counts the question's different words, ``matched`` those that stand in the document itself. ``covered``
    is the share of the question's idf in the document's own words, ``covered_around`` the same with its neighbours,
    headline and speaker's post, words of the same beginning counting for half. ``strength`` is the hit's score as a
    share of an ideal document's, ``lead`` how far, as a share of that score, the best hit of another article is behind.
    """

    matched: int
    asked: int
    covered: float
    covered_around: float
    strength: float
    lead: float


class Index:
    """Ranks documents by the weighted sum of BM25 scores of their fields. Read-only once made: threads may share it."""

    def __init__(self, documents: Iterable[Document]) -> None:
        given = list(documents)
        self._fields = tuple((field, PostingsBM25(field.of_documents(given))) for field in FIELDS)
        self._by_name = {field.name: postings for field, postings in self._fields}
        self._groups = tuple(document.group for document in given)
        self._priors = np.array([document.prior for document in given], dtype=np.float64)
        self.size = len(given)

    def __contains__(self, word: str) -> bool:
        """Whether any document has ``word`` (a lemma or stem) among its own."""
        return word in self._by_name[WORDS.name]

    def idf(self, word: str) -> float:
        """How rare a word is: ln((documents + 1) / documents with it); for an unknown one as if one had it."""
        return self._by_name[WORDS.name].rarity(word)

    def frequency(self, word: str) -> int:
        """The number of documents with ``word``."""
        return len(self._by_name[WORDS.name].postings(word)[0])

    def top(self, question: Terms, limit: int) -> tuple[Hit, ...]:
        """The best documents that share a term with ``question``, best first, equal scores in document order."""
        return _best(self._scores(question), limit)

    def evidence(self, question: Terms, hits: Sequence[Hit], rank: int) -> Evidence:
        """What speaks for ``hits[rank]``, ``hits`` being an answer of ``top`` to the same question."""
        words = dict(zip(question.words, question.prefixes, strict=True))
        weights = {word: self.idf(word) for word in words}
        whole = sum(weights.values()) or 1.0
        position = hits[rank].position
        inside = {word: self._share(position, word, prefix, _OWN) for word, prefix in words.items()}
        around = {word: self._share(position, word, prefix, _AROUND) for word, prefix in words.items()}
        return Evidence(
            matched=sum(share == 1.0 for share in inside.values()),
            asked=len(words),
            covered=sum(weights[word] * share for word, share in inside.items()) / whole,
            covered_around=sum(weights[word] * max(share, inside[word]) for word, share in around.items()) / whole,
            strength=min(1.0, hits[rank].score / (self._ideal(question) or 1.0)),
            lead=self._lead(hits, rank),
        )

    def _scores(self, question: Terms) -> Scores:
        scores = np.zeros(self.size)
        for field, postings in self._fields:
            scores += field.weight * postings.matches(field.of_question(question))
        return scores * self._priors

    def _ideal(self, question: Terms) -> float:
        """The score of an ideal document: every term of the question without end in every ideal field."""
        ceiling = 0.0
        for field, postings in self._fields:
            if field.ideal:
                ceiling += field.weight * postings.ceiling(field.of_question(question))
        return ceiling

    def _lead(self, hits: Sequence[Hit], rank: int) -> float:
        group = self._groups[hits[rank].position]
        behind = max((hit.score for hit in hits if self._groups[hit.position] != group), default=0.0)
        return 1.0 - behind / hits[rank].score

    def _share(self, position: int, word: str, prefix: str, fields: _Places) -> float:
        """How far a question's word stands in a document: wholly, by its first letters, or not at all."""
        if any(self._has(field, position, word) for field in fields.words):
            return 1.0
        return _AKIN if any(self._has(field, position, prefix) for field in fields.prefixes) else 0.0

    def _has(self, field: str, position: int, word: str) -> bool:
        positions, _ = self._by_name[field].postings(word)
        place = np.searchsorted(positions, position)
        return bool(place < len(positions) and positions[place] == position)


def _best(scores: Scores, limit: int) -> tuple[Hit, ...]:
    """The ``limit`` highest positive scores, by (−score, position)."""
    matching = np.flatnonzero(scores > 0)
    if len(matching) > limit > 0:
        least = np.partition(scores[matching], len(matching) - limit)[len(matching) - limit]
        matching = matching[scores[matching] >= least]
    order = matching[np.argsort(-scores[matching], kind="stable")][: max(0, limit)]
    return tuple(Hit(int(position), float(scores[position])) for position in order)
