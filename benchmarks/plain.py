"""Plain search: what anybody could write instead of us. BM25 over passages of some 600 characters, told by the first
five letters of each word, the headline repeated in each. Nobody is credited and nothing refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rank_bm25 import BM25Plus

from corpus.article import Article

LONGEST, HEADLINE, BEGINNING = 600, 150, 5  # characters: of a passage, of a first line, of a word
_END = re.compile(r"(?<=[.!?…»])\s+(?=[«\"А-ЯЁӘҒҚҢӨҰҮІҺA-Z–—-])")

Row = dict[str, Any]


class PlainSearch:
    """Answers in the shape of ``bot.answer_record``."""

    def __init__(self, articles: Iterable[Article]) -> None:
        pairs = [(article, passage) for article in articles for passage in passages(article.text)]
        self._shown: list[Row] = [{"text": text, "article": article.id, "speaker": None} for article, text in pairs]
        self._index = BM25Plus([beginnings(f"{text} {headline(article)}") for article, text in pairs])

    def answer(self, question: str, limit: int) -> Row:
        best = (-self._index.get_scores(beginnings(question))).argsort(kind="stable")[:limit]
        return {"found": True, "extracts": [self._shown[place] for place in best]}


def beginnings(text: str) -> list[str]:
    return [word[:BEGINNING] for word in re.findall(r"\w+", text.casefold().replace("ё", "е"))]


def headline(article: Article) -> str:
    return article.text.partition("\n")[0][:HEADLINE]


def passages(text: str) -> Iterator[str]:
    """Sentences put together up to LONGEST, whatever line they stand in."""
    held = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        for sentence in _END.split(line):
            if held and len(held) + len(sentence) > LONGEST:
                yield held
                held = ""
            held = f"{held} {sentence}".strip()
    if held:
        yield held
