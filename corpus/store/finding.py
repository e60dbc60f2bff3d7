"""Finding: what is to be kept of one article: what was found in it, and digests of all that this depends on."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from pathlib import PurePosixPath
from typing import Any

from corpus.article import Article
from corpus.attribution_json import to_json
from corpus.quotation import AttributedArticle

_BYTES = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """``attribution`` is a digest of all that attribution is given and of its rules, ``content`` of these and of the
    supplement's version. The article's id is in neither, so that copies and renamed files have the same."""

    attribution: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """``attributed`` is JSON, ``facts`` are the language, outlet and date (ISO 8601), the number of quotations and of
    those with no person named; ``supplement`` is what its room found."""

    attributed: str
    facts: tuple[str, str | None, str | None, int, int]
    supplement: Any

    @classmethod
    def of(cls, found: AttributedArticle, supplement: Any) -> Finding:
        article = found.article
        day = article.date.isoformat() if article.date else None
        unnamed = sum(not quotation.speaker.name for quotation in found.quotations)
        facts = (article.language, article.outlet, day, len(found.quotations), unnamed)
        return cls(to_json(found), facts, supplement)


def keys_of(article: Article, rules: str, supplement: str) -> Keys:
    """``article`` as it was read from its file; the versions of the ``rules`` and of the ``supplement``."""
    suffix = PurePosixPath(article.id).suffix.lower()  # tells whether the text may have a header
    attribution = _digest(repr((rules, suffix, astuple(article)[1:])).encode("utf-8", "surrogatepass"))
    return Keys(attribution, _digest(attribution + supplement.encode()))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_BYTES).digest()
