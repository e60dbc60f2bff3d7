"""Index, Hit: documents ranked for a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from retrieval.index.evidence import ABOUT, AKIN, AROUND, OWN, Evidence, share
from retrieval.index.fields import ARTICLE_WEIGHT, FIELDS, WORDS, Document, Field
from retrieval.index.postings import PostingsBM25, Scores
from retrieval.index.query import Query
from retrieval.terms import Terms

ARTICLE = "article"  # beside the fields' names
Among = NDArray[np.float64]  # one figure a document: what its score counts for; 0 where it may be no hit


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its position, and the weighted sum of its fields' BM25 scores."""

    position: int
    score: float


class Index:
    """Ranks documents by the weighted sum of BM25 scores of their fields. Read-only once made: threads may share it."""

    def __init__(self, documents: Iterable[Document]) -> None:
        given = list(documents)
        self._fields = tuple((field, PostingsBM25(field.of_documents(given))) for field in FIELDS)
        self._by_name = {field.name: postings for field, postings in self._fields}
        self._groups, texts = _grouped(given)
        self._articles = PostingsBM25(texts)
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

    def top(self, asked: Query, limit: int, among: Among | None = None) -> tuple[Hit, ...]:
        """The best documents that share a term with the question, best first, equal scores in document order."""
        scores = self._scores(asked)
        return _best(scores if among is None else scores * among, limit)

    def field_scores(self, asked: Query, positions: Sequence[int]) -> dict[str, Scores]:
        """What each field, and the whole article, adds to the scores of the documents at ``positions``."""
        places = np.array(positions, dtype=np.int64)
        found = {field.name: self._scored(field, asked)[places] for field, _ in self._fields}
        return {**found, ARTICLE: (self._article_scores(asked) * self._priors)[places]}

    def evidence(self, asked: Query, hits: Sequence[Hit], rank: int) -> Evidence:
        """What speaks for ``hits[rank]``, ``hits`` being an answer of ``top`` to the same question."""
        topic, position = asked.topic, hits[rank].position
        weights = {word: self.idf(word) for word in topic}
        has = partial(self._has, position)
        inside = {word: share(word, prefix, asked, OWN, has) for word, prefix in topic.items()}
        about = {word: share(word, prefix, asked, ABOUT, has) for word, prefix in topic.items()}
        around = {word: max(inside[word], share(word, prefix, asked, AROUND, has)) for word, prefix in topic.items()}
        article = {word: max(around[word], self._share_of_article(word, asked, position)) for word in topic}
        return Evidence(
            matched=sum(part >= AKIN for part in inside.values()),
            asked=len(topic),
            covered=_covered(inside, weights),
            covered_about=_covered(about, weights),
            covered_around=_covered(around, weights),
            covered_article=_covered(article, weights),
            least=min(article.values(), default=0.0),
            strength=min(1.0, hits[rank].score / (self._ideal(asked.terms) or 1.0)),
            lead=self._lead(hits, rank),
            names=len(asked.names),
            named=all(max(share(name, "", asked, reach, has) for reach in (OWN, AROUND)) > 0 for name in asked.names),
        )

    def _scores(self, asked: Query) -> Scores:
        scores = np.zeros(self.size)
        for field, _ in self._fields:
            self._add(scores, field, asked)
        scores += self._article_scores(asked)
        return scores * self._priors

    def _article_scores(self, asked: Query) -> Scores:
        of_groups: Scores = ARTICLE_WEIGHT * self._articles.matches(asked.terms.words)
        return of_groups[self._groups]

    def _scored(self, field: Field, asked: Query) -> Scores:
        scores = np.zeros(self.size)
        self._add(scores, field, asked)
        return scores * self._priors

    def _add(self, scores: Scores, field: Field, asked: Query) -> None:
        postings = self._by_name[field.name]
        for term in field.of_question(asked.terms):
            postings.add(scores, term, field.weight)
        if field.akin:
            for others in asked.akin.values():
                scores += field.akin * postings.best(others)

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

    def _share_of_article(self, word: str, asked: Query, position: int) -> float:
        group = int(self._groups[position])
        if _holds(self._articles, word, group):
            return 1.0
        return AKIN if any(_holds(self._articles, other, group) for other in asked.akin.get(word, ())) else 0.0

    def _has(self, position: int, field: str, term: str) -> bool:
        return _holds(self._by_name[field], term, position)


def _holds(postings: PostingsBM25, term: str, position: int) -> bool:
    positions, _ = postings.postings(term)
    place = np.searchsorted(positions, position)
    return bool(place < len(positions) and positions[place] == position)


def _grouped(documents: Sequence[Document]) -> tuple[NDArray[np.int32], list[list[str]]]:
    """Each document's article by its number, and each article's words."""
    numbers: list[int] = []
    texts: list[list[str]] = []
    for _, group in groupby(documents, key=lambda document: document.group):
        neighbours = list(group)
        numbers.extend([len(texts)] * len(neighbours))
        texts.append([word for each in neighbours for word in (*each.own.words, *each.about.words)])
    return np.array(numbers, dtype=np.int32), texts


def _covered(shares: dict[str, float], weights: dict[str, float]) -> float:
    whole = sum(weights.values()) or 1.0
    return sum(weights[word] * part for word, part in shares.items()) / whole


def _best(scores: Scores, limit: int) -> tuple[Hit, ...]:
    """The ``limit`` highest positive scores, by (−score, position)."""
    matching = np.flatnonzero(scores > 0)
    if len(matching) > limit > 0:
        least = np.partition(scores[matching], len(matching) - limit)[len(matching) - limit]
        matching = matching[scores[matching] >= least]
    order = matching[np.argsort(-scores[matching], kind="stable")][: max(0, limit)]
    return tuple(Hit(int(position), float(scores[position])) for position in order)
