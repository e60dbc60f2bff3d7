"""A plain text file -> Article: the text as it comes."""

from __future__ import annotations

from corpus.article import Article
from corpus.language import guess_language


def article_of(text: str, id: str) -> Article:
    """The article that ``text`` is."""
    return Article(id=id, text=text, language=guess_language(text))
