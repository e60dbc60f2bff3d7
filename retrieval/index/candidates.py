"""Candidates: the documents that are scored by all fields: the best by their own words, and those of the best articles.

With twice as many no figure of the evaluation sets among the first ten is better.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from retrieval.index.asked import Asked
from retrieval.index.documents import Documents, Rows
from retrieval.index.rarities import Collected

DOCUMENTS, ARTICLES = 60, 4
OF_ARTICLES = 600  # documents at most: a book in one file must not make every question slow
WORD, PREFIX, AKIN = 0.65, 0.9, 0.9  # about what a term is worth in all fields together


def candidates(asked: Asked, documents: Documents, known: Collected, among: NDArray[np.float64] | None = None) -> Rows:
    """Positions, ascending; of documents that ``among`` gives nothing none."""
    terms = dict(_weights(asked))
    allowed = None if among is None else among > 0
    own = documents.reaching(np.sort(known.documents.top(terms, DOCUMENTS, among=allowed).documents))
    found: Rows = np.union1d(own, _of_best_articles(terms, documents, known)).astype(np.int64)
    return found if allowed is None else found[allowed[found]]


def _of_best_articles(terms: dict[str, float], documents: Documents, known: Collected) -> Rows:
    best = known.articles.top(terms, ARTICLES).documents.astype(np.int64)
    sizes = documents.articles[1:][best] - documents.articles[best]
    return documents.of_articles(best[np.cumsum(sizes) <= OF_ARTICLES])


def _weights(asked: Asked) -> Iterator[tuple[str, float]]:
    akin = {int(row) for rows in asked.akin for row in rows}
    for term, row in asked.words.rows.items():
        yield term, WORD * float(asked.words.times[row]) + AKIN * (row in akin)
    for prefix, row in asked.prefixes.rows.items():
        yield prefix, PREFIX * float(asked.prefixes.times[row])
