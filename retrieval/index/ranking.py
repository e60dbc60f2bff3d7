"""Index, Hit: documents ranked for a question.

Some hundred candidates are found by their own words and prefixes, and by those of their articles; these alone are
scored by all fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from retrieval.index.asked import Asked, asked
from retrieval.index.candidates import candidates
from retrieval.index.documents import Documents, Rows
from retrieval.index.evidence import CROWD, Covered, Evidence, Standing
from retrieval.index.lexicon import LEMMA, Lexicon
from retrieval.index.preceding import preceding
from retrieval.index.query import Query
from retrieval.index.rarities import Collected
from retrieval.index.scoring import Scores, Scoring
from retrieval.index.shares import Matrix, Shares, shares
from retrieval.index.tables import Counting, Tables

Among = NDArray[np.float64]  # one figure a document: what its score counts for; 0 where it may be no hit


@dataclass(frozen=True, eq=False)
class Found:
    """What one search has counted in its candidates, a column of ``tables`` each, kept for the evidence of hits."""

    asked: Asked
    tables: Tables
    scoring: Scoring

    @cached_property
    def shares(self) -> Shares:
        return shares(self.asked, self.tables)

    @cached_property
    def covered(self) -> Covered:
        return Covered(self.asked.query, self.shares, self.scoring.rarity)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document by its position, and the weighted sum of its fields' BM25 scores; where ``top`` found it, the number
    of its ``article``, and its ``column`` in what was ``found``."""

    position: int
    score: float
    article: int = field(default=-1, compare=False)
    column: int = field(default=0, compare=False, repr=False)
    found: Found | None = field(default=None, compare=False, repr=False)


class Index:
    """Ranks documents by the weighted sum of BM25 scores of their fields. Read-only once made: threads may share it."""

    def __init__(self, lexicon: Lexicon, documents: Documents, known: Collected) -> None:
        self.lexicon = lexicon
        self.documents = documents
        self.known = known
        self.size = len(documents)

    def __contains__(self, word: str) -> bool:
        """Whether any document has ``word`` (a lemma or stem) among its own."""
        return self.frequency(word) > 0

    def idf(self, word: str) -> float:
        """How rare a word is: ln((documents + 1) / documents with it); for an unknown one as if one had it."""
        return self.known.documents.idf(LEMMA + word)

    def frequency(self, word: str) -> int:
        """The number of documents with ``word``."""
        return self.known.documents.frequency(LEMMA + word)

    def top(self, query: Query, limit: int, among: Among | None = None) -> tuple[Hit, ...]:
        """The best documents that share a term with the question, best first, equal scores in document order."""
        meant = asked(query, self.lexicon)
        rows = candidates(meant, self.documents, self.known, among)
        found = self._found(meant, rows)
        scores = np.sum([*found.scoring.by_field(found.tables).values()], axis=0) * self.documents.priors[rows]
        if among is not None:
            scores = scores * among[rows]
        best = _best(scores, limit)
        articles = self.documents.article_of(rows[best])
        made = zip(rows[best].tolist(), scores[best].tolist(), articles.tolist(), best.tolist(), strict=True)
        return tuple(Hit(*each, found) for each in made)

    def field_scores(self, query: Query, positions: Sequence[int]) -> dict[str, Scores]:
        """What each field adds to the scores of the documents at ``positions``."""
        rows, places = np.unique(np.array(positions, dtype=np.int64), return_inverse=True)
        found = self._found(asked(query, self.lexicon), rows)
        by_field = found.scoring.by_field(found.tables)
        return {name: (scores * self.documents.priors[rows])[places] for name, scores in by_field.items()}

    def follows(self, hits: Sequence[Hit], prefixes: Sequence[Sequence[str]]) -> Matrix:
        """Whether the document before each hit in its article has any of these prefixes: [given ones, hit], 1 or 0."""
        rows = np.array([hit.position for hit in hits], dtype=np.int64)
        return preceding(rows, self.documents, self.lexicon, prefixes)

    def beginnings(self, position: int) -> frozenset[str]:
        """The prefixes of the words of a document's core."""
        (start,), (stop,) = self.documents.cores(np.array([position]))
        numbers = np.unique(self.lexicon.prefix[self.documents.own.values[start:stop]])
        return frozenset(self.lexicon.terms[number][1:] for number in numbers)

    def evidence(self, query: Query, hits: Sequence[Hit], rank: int) -> Evidence:
        """What speaks for ``hits[rank]``, ``hits`` being an answer of ``top`` to the same question."""
        hit = hits[rank]
        found = hit.found or self._found(asked(query, self.lexicon), np.array([hit.position]))
        return found.covered.evidence(hit.column, _standing(hits, rank, found.scoring.ideal))

    def _found(self, meant: Asked, rows: Rows) -> Found:
        counting = Counting(meant, self.lexicon, self.documents, self.known.articles)
        return Found(meant, counting.tables(rows), Scoring(meant, self.known))


def _standing(hits: Sequence[Hit], rank: int, ideal: float) -> Standing:
    hit, score = hits[rank], hits[rank].score or 1.0
    others = sorted((other.score for other in hits if other is not hit), reverse=True)
    elsewhere = max((other.score for other in hits if other.article != hit.article), default=0.0)
    clear = 1.0 - sum(others[:CROWD]) / CROWD / score
    return Standing(hit.score, hit.score / (ideal or 1.0), 1.0 - elsewhere / score, clear)


def _best(scores: Scores, limit: int) -> NDArray[np.int64]:
    """The places of the ``limit`` highest positive scores, by (−score, place)."""
    order = np.argsort(-scores, kind="stable")[: max(0, limit)]
    return order[scores[order] > 0]
