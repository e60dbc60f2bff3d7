"""A Markdown file with a YAML header -> Article: the header's fields outrank what the text suggests.

The header stays in the text, so that no offset moves; ``page`` leaves it out as a span.
"""

from __future__ import annotations

from corpus.article import Article
from corpus.language import guess_language
from corpus.readers.header import header_of


def article_of(text: str, id: str) -> Article:
    """The article that ``text`` is. Raises ``HeaderError``."""
    header = header_of(text)
    return Article(
        id=id,
        text=text,
        title=header.title,
        outlet=header.outlet,
        author=header.author,
        date=header.date,
        url=header.url,
        language=header.language or guess_language(text[header.span.stop :]),
    )
