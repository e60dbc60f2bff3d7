"""Preceding: what stands right before some documents, told by the first letters of its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from retrieval.index.asked import Terms
from retrieval.index.documents import Documents, Rows
from retrieval.index.lexicon import PREFIX, Lexicon
from retrieval.index.ragged import Numbers
from retrieval.index.shares import Matrix
from retrieval.index.tables import counted


def preceding(rows: Rows, documents: Documents, lexicon: Lexicon, prefixes: Sequence[Sequence[str]]) -> Matrix:
    """[one of ``prefixes``, row]: 1 where the document before the row's, in the same article, has any of them."""
    wanted = Terms.of([PREFIX + prefix for prefix in chain.from_iterable(prefixes)], lexicon.terms)
    had = _had(rows, documents, lexicon, wanted.numbers)
    known = ([wanted.rows[PREFIX + each] for each in one if PREFIX + each in wanted.rows] for one in prefixes)
    return np.array([had[each].any(axis=0) for each in known], dtype=np.float64).reshape(len(prefixes), len(rows))


def _had(rows: Rows, documents: Documents, lexicon: Lexicon, prefixes: Numbers) -> Matrix:
    """How often the document before each row's has each of ``prefixes``, which are numbers of terms."""
    follow = np.flatnonzero(rows > documents.articles[documents.article_of(rows)])
    tokens, owners = documents.own.taken(rows[follow] - 1)
    return counted(prefixes, lexicon.prefix[tokens], follow[owners], len(rows))
