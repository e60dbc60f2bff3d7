"""Top k: the best documents of a collection for a query, exactly those of a full ranking."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.postings.asked import Asked
from retrieval.postings.collection import Collection
from retrieval.postings.hits import NO_HITS, Hits, best_of
from retrieval.postings.in_numpy import Flags, in_numpy

FEW = 256  # documents that are sooner scored each than sifted

Among = Flags | NDArray[np.integer]
Search = Callable[[Collection, Asked, int, Flags | None], Hits]

logger = logging.getLogger(__name__)

_search: Search = in_numpy


def load_kernel(cache: Path | None = None) -> bool:
    """Search by the compiled kernel from now on; False where numba is not installed, and numpy goes on.

    It is compiled once, which takes some 20 seconds, and read from ``cache`` ever after, or from NUMBA_CACHE_DIR where
    that is set. Questions are answered meanwhile.
    """
    global _search
    if find_spec("numba") is None:
        return False
    try:
        _cached_in(cache)
        kernel = import_module("retrieval.postings.kernel")
        kernel.warm()
    except (ImportError, OSError, RuntimeError) as error:
        logger.warning("numba is installed and does not work, numpy searches instead: %s", error)
        return False
    _search = kernel.in_kernel
    return True


def _cached_in(cache: Path | None) -> None:
    """Each state of the sources has a folder of its own: numba looks at a function's file, not at those it calls."""
    if cache is None or os.environ.get("NUMBA_CACHE_DIR"):
        return
    folder = Path(__file__).parent
    sources = b"".join(path.read_bytes() for path in sorted([*folder.glob("*.py"), *folder.glob("kernel/*.py")]))
    place = cache / blake2b(sources, digest_size=8).hexdigest()
    place.mkdir(parents=True, exist_ok=True)
    import_module("numba").config.CACHE_DIR = str(place)


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
