"""Library: the articles of a folder with everything found in them, and what was refused."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from corpus.attribution_store import AttributionStore
from corpus.quotation import AttributedArticle
from corpus.readers import UnreadableFile, read_article

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]  # articles done, articles in all


class CorpusError(Exception):
    """A corpus folder that is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that did not become an article: its path below the corpus folder, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Library:
    """The articles in the order of their ids, and the files refused in the order of their paths."""

    articles: tuple[AttributedArticle, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Article ids, each tuple in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def read_library(corpus: Path, state: Path | None = None, progress: Progress | None = None) -> Library:
    """Every article in the folder ``corpus`` and below it; a file that cannot be read is refused, the rest goes on.

    What was found in a text is kept in the folder ``state`` and taken from there while the text and the rules stay
    the same. Raises ``CorpusError`` where ``corpus`` is no readable folder.
    """
    refused: list[Refusal] = []
    files = _files(corpus, refused)
    articles = []
    with AttributionStore(state) as store:
        for done, path in enumerate(files, 1):
            outcome = _read(path, _id(corpus, path), store)
            if isinstance(outcome, Refusal):
                refused.append(outcome)
            else:
                articles.append(outcome)
            if progress:
                progress(done, len(files))
    return Library(tuple(articles), tuple(sorted(refused, key=lambda refusal: refusal.path)))


def changes(old: Library, new: Library) -> Changes:
    """What reading the folder again brought."""
    before = {item.article.id: item for item in old.articles}
    after = {item.article.id: item for item in new.articles}
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(id for id in after.keys() & before.keys() if after[id] != before[id])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def _read(path: Path, id: str, store: AttributionStore) -> AttributedArticle | Refusal:
    try:
        return _attributed(read_article(path, id), store)
    except UnreadableFile as error:
        return Refusal(id, error.reason)
    except Exception as error:  # a text that no rule foresaw must not take the other articles with it
        log.exception("%s could not be attributed", id)
        return Refusal(id, f"could not be attributed ({type(error).__name__}: {error}); please report it with the file")


def _attributed(article: Article, store: AttributionStore) -> AttributedArticle:
    kept = store.get(article)
    if kept is not None:
        return kept
    from corpus.attribution import attribute  # loads the name model, which a second start can do without

    found = attribute(article)
    store.put(article, found)
    return found


def _files(corpus: Path, refused: list[Refusal]) -> list[Path]:
    """The files that may be articles, in order of their ids; what cannot even be looked at goes into ``refused``."""
    _check(corpus)
    root = corpus.resolve()
    found = []
    for path in _walk(corpus, refused):
        if path.is_symlink() and not path.resolve().is_relative_to(root):
            refused.append(Refusal(_id(corpus, path), "is a link out of the corpus folder"))
        else:
            found.append(path)
    return sorted(found, key=lambda path: _id(corpus, path))


def _check(corpus: Path) -> None:
    if not corpus.is_dir():
        what = "is no folder" if corpus.exists() else "does not exist"
        raise CorpusError(f"{corpus} {what}; set CORPUS_PATH to a folder of .txt and .md articles")
    if not os.access(corpus, os.R_OK | os.X_OK):
        raise CorpusError(f"{corpus} cannot be read; give it read permission or set CORPUS_PATH to another folder")


def _walk(corpus: Path, refused: list[Refusal]) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        refused.append(Refusal(_id(corpus, Path(error.filename)), f"cannot be read ({error.strerror})"))

    for folder, below, names in os.walk(corpus, onerror=refuse):
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith(".") and not _is_readme(name))


def _is_readme(name: str) -> bool:
    return Path(name).stem.lower() == "readme"


def _id(corpus: Path, path: Path) -> str:
    """The path below the corpus folder with "/"; bytes of a name that are no UTF-8 are shown as replaced."""
    return os.fsencode(path.relative_to(corpus).as_posix()).decode("utf-8", "replace")
