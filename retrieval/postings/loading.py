"""Loading: the compiled search is taken for that in numpy, where numba is installed."""

from __future__ import annotations

import logging
import os
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from retrieval.postings.asked import Asked
from retrieval.postings.build import build_postings
from retrieval.postings.top import Search, search_by

logger = logging.getLogger(__name__)


def load_kernel(cache: Path | None = None) -> bool:
    """Search by the compiled kernel from now on; False where numba is not installed, and numpy goes on.

    It is compiled once, which takes some 20 seconds, and read from ``cache`` ever after, or from NUMBA_CACHE_DIR where
    that is set. Questions are answered meanwhile.
    """
    if find_spec("numba") is None:
        return False
    try:
        _cached_in(cache)
        kernel = import_module("retrieval.postings.kernel")
        for kind in kernel.COMPILED:
            _ask(kernel.in_kernel, kind)
    except (ImportError, OSError, RuntimeError) as error:
        logger.warning("numba is installed and does not work, numpy searches instead: %s", error)
        return False
    search_by(kernel.in_kernel)
    return True


def _ask(search: Search, kind: type[np.integer]) -> None:
    """Whatever is asked first of counts of one type makes numba compile, or read what was compiled."""
    collection = build_postings([["term"] * int(np.iinfo(kind).max)]).collection
    search(collection, Asked(np.zeros(1, dtype=np.int64), np.ones(1)), 1, None)


def _cached_in(cache: Path | None) -> None:
    """Each state of the sources has a folder of its own: numba looks at a function's file, not at those it calls."""
    if cache is None or os.environ.get("NUMBA_CACHE_DIR"):
        return
    folder = Path(__file__).parent
    sources = b"".join(path.read_bytes() for path in sorted([*folder.glob("*.py"), *folder.glob("kernel/*.py")]))
    place = cache / blake2b(sources, digest_size=8).hexdigest()
    place.mkdir(parents=True, exist_ok=True)
    import_module("numba").config.CACHE_DIR = str(place)
