"""Kept index: the index of the corpus as it was last read, in folders of arrays beside the documents' store.

    articles-N/    the numbers of the articles that it is made of, N being the generation of the store
    index-N/       the index

A folder is there whole or not at all; the articles come first, so that an index is never without them. Older ones are
removed once newer ones stand. All of it is derived: what is damaged or of another version is removed and made anew.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from retrieval.index.saving import open_index, save_index
from retrieval.indexing import Indexed
from retrieval.kept.arrays import Places
from retrieval.kept.cutting import cutting_version
from retrieval.postings.folder import FolderError, open_arrays, save_arrays

log = logging.getLogger(__name__)

ARTICLES, INDEX = "articles", "index"
CHECKED_UP_TO = 256 * 1024 * 1024  # bytes of arrays: more are trusted, for reading them through takes time


def kept_index(folder: Path, store: str) -> Indexed | None:
    """The newest index in ``folder`` that is of this ``store`` and of the rules of now, whichever state it is of."""
    for number in _generations(folder):
        index = folder / f"{INDEX}-{number}"
        try:
            (articles,) = open_arrays(folder / f"{ARTICLES}-{number}")[0].values()
            return Indexed(store, articles, open_index(index, _made_of(store, articles), _is_small(index)))
        except (OSError, EOFError, ValueError, FolderError) as error:
            log.warning("%s is not used: %s", index, error)
    return None


def keep_index(folder: Path, indexed: Indexed, generation: int) -> None:
    """A disk that does not take it costs the next start time, not answers."""
    index, articles = folder / f"{INDEX}-{generation}", folder / f"{ARTICLES}-{generation}"
    try:
        for old in (index, articles):
            shutil.rmtree(old, ignore_errors=True)
        save_arrays(articles, {"numbers": indexed.articles}, {})
        save_index(indexed.index, index, _made_of(indexed.store, indexed.articles))
    except OSError as error:
        log.warning("the index is not kept in %s (%s): the next start makes it anew", folder, error)
        return
    _remove_all_but(folder, generation)


def _generations(folder: Path) -> list[int]:
    """Of the indexes in ``folder``, the newest first."""
    return sorted(_numbers(folder, INDEX), reverse=True)


def _numbers(folder: Path, what: str) -> Iterator[int]:
    for path in folder.glob(f"{what}-*"):
        number = path.name.removeprefix(f"{what}-")
        if number.isdecimal():
            yield int(number)


def _remove_all_but(folder: Path, generation: int) -> None:
    """Whoever has one of them open keeps it until it ends; unfinished ones of killed processes go, too."""
    for what in (INDEX, ARTICLES):
        for number in _numbers(folder, what):
            if number != generation:
                shutil.rmtree(folder / f"{what}-{number}", ignore_errors=True)
        for draft in folder.glob(f".{what}-*.draft"):
            shutil.rmtree(draft, ignore_errors=True)


def _is_small(index: Path) -> bool:
    return sum(file.stat().st_size for file in index.iterdir()) <= CHECKED_UP_TO


def _made_of(store: str, articles: Places) -> str:
    return f"{store} {crc32(articles.tobytes()):08x} {cutting_version()}"
