"""A file -> Article, one format a module."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from corpus.article import Article
from corpus.readers import markdown, txt
from corpus.readers.decoding import MOST_BYTES, DecodingError, decoded, too_big
from corpus.readers.fields import HeaderError
from corpus.readers.reason import reason_of, unforeseen

log = logging.getLogger(__name__)

FORMATS: dict[str, Callable[[str, str], Article]] = {
    ".txt": txt.article_of,
    ".md": markdown.article_of,
    ".markdown": markdown.article_of,
}


class UnreadableFile(Exception):  # noqa: N818
    """A file that is no article; ``path`` names it, ``reason`` says why and what to do, the message says both."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason_of(reason)
        super().__init__(f"{path} {self.reason}")


def read_article(path: Path, id: str) -> Article:
    """The article in ``path``, with the fields that its header gives. Raises ``UnreadableFile``."""
    article_of = FORMATS.get(path.suffix.lower())
    if article_of is None:
        raise UnreadableFile(path, f"is in no format that is read ({', '.join(FORMATS)})")
    try:
        return article_of(decoded(_bytes(path)), id)
    except DecodingError as error:
        raise UnreadableFile(path, str(error)) from error
    except HeaderError as error:
        raise UnreadableFile(path, f"has a header that cannot be read: {error}") from error
    except UnreadableFile:
        raise
    except Exception as error:  # what no rule foresaw must not take the other files with it
        log.exception("%s could not be read", id)
        raise UnreadableFile(path, unforeseen("read", error)) from error


def _bytes(path: Path) -> bytes:
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            raise UnreadableFile(path, too_big(size))
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read ({error.strerror})") from error
