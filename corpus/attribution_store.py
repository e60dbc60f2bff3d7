"""AttributionStore: what was found in a text, kept between starts in one SQLite file.

It is derived and may be deleted at any time. An entry counts as long as the text, the sources of this package and the
versions of the models behind it stay the same.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import logging
import sqlite3
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.article import Article
from corpus.attribution_json import from_json, to_json
from corpus.database import open_database
from corpus.quotation import AttributedArticle

log = logging.getLogger(__name__)

NAME = "attribution.sqlite"
_MODELS = ("razdel", "slovnet", "navec", "natasha", "pymorphy3", "pymorphy3-dicts-ru")
_TABLE = "CREATE TABLE IF NOT EXISTS attribution (key TEXT PRIMARY KEY, version TEXT NOT NULL, found TEXT NOT NULL)"
_EVERY = 50  # articles between commits: what is lost when the process is killed


class AttributionStore:
    """Kept attributions under the folder ``state``; with no folder, or one that cannot be written, it keeps nothing."""

    def __init__(self, state: Path | None) -> None:
        self._path = state / NAME if state else None
        self._base: sqlite3.Connection | None = None
        self._unsaved = 0

    def __enter__(self) -> Self:
        self._base = _opened(self._path) if self._path else None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._save()
        if self._base:
            self._base.close()
            self._base = None

    def get(self, article: Article) -> AttributedArticle | None:
        """What was found in this text before, with the id that ``article`` has now; null where nothing is kept."""
        rows = self._run("SELECT found FROM attribution WHERE key = ? AND version = ?", key_of(article), version())
        try:
            return from_json(rows[0][0], article) if rows else None
        except (ValueError, LookupError, TypeError) as error:
            log.warning("%s: the entry of %s is damaged and is made anew (%s)", self._path, article.id, error)
            return None

    def put(self, article: Article, found: AttributedArticle) -> None:
        """Keeps what was ``found`` in ``article``, as it was read from its file."""
        self._run("REPLACE INTO attribution VALUES (?, ?, ?)", key_of(article), version(), to_json(found))
        self._unsaved += 1
        if self._unsaved >= _EVERY:
            self._save()

    def _save(self) -> None:
        if self._base:
            self._unsaved = 0
            try:
                self._base.commit()
            except sqlite3.Error as error:
                self._give_up(error)

    def _run(self, statement: str, *values: str) -> list[tuple[str]]:
        if self._base is None:
            return []
        try:
            return self._base.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _give_up(self, error: sqlite3.Error) -> None:
        log.warning("%s: cannot be used any more (%s); what is found now is not kept", self._path, error)
        if self._base:
            self._base.close()
        self._base = None


def key_of(article: Article) -> str:
    """A digest of all that attribution is given: the text, and whether it may have a header."""
    return hashlib.sha256(f"{Path(article.id).suffix.lower()}\n{article.text}".encode("utf-8", "replace")).hexdigest()


@cache
def version() -> str:
    """A digest of this package's sources and of the versions of the models behind them."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    for model in _MODELS:
        digest.update(_version_of(model).encode())
    return digest.hexdigest()


def _version_of(model: str) -> str:
    try:
        return f"{model} {importlib.metadata.version(model)}\n"
    except importlib.metadata.PackageNotFoundError:
        return f"{model} absent\n"


def _opened(path: Path) -> sqlite3.Connection | None:
    try:
        return open_database(path, _prepare, "all articles are read anew")
    except (OSError, sqlite3.Error) as error:
        log.warning("%s cannot be written (%s): every start reads all articles anew; see STATE_PATH", path, error)
        return None


def _prepare(base: sqlite3.Connection) -> None:
    base.execute(_TABLE)
    with base:  # shows at once whether the file can be written
        base.execute("DELETE FROM attribution WHERE version <> ?", (version(),))
