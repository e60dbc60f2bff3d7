"""Top k: the best documents of a collection for a query, exactly those of a full ranking."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.hits import NO_HITS, Hits, best_of
from retrieval.postings.in_numpy import Flags, in_numpy

FEW = 256  # documents that are sooner scored each than sifted

Among = Flags | NDArray[np.integer]
Search = Callable[[Collection, Asked, int, Flags | None], Hits]

_search: Search = in_numpy


def search_by(search: Search) -> None:
    """Every search from now on."""
    global _search
    _search = search


def top(collection: Collection, asked: Asked, k: int, among: Among | None = None) -> Hits:
    """The best ``k`` documents with scores above 0, equal ones by document."""
    size = len(collection.norms)
    if not len(asked.numbers) or min(k, size) <= 0:
        return NO_HITS
    if among is None:
        return _search(collection, asked, min(k, size), None)
    if among.dtype != np.bool_ and len(among) <= FEW:
        return best_of(collection, asked, among.astype(np.int32), k)
    return _search(collection, asked, min(k, size), _flags(among, size))


def _flags(among: Among, size: int) -> Flags:
    if among.dtype != np.bool_:
        flags = np.zeros(size, dtype=np.bool_)
        flags[among] = True
        return flags
    if len(among) != size:
        raise ValueError(f"{len(among)} flags are given for {size} documents")
    return among.astype(np.bool_, copy=False)
