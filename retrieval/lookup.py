"""Lookup: an extract by its id: the very words that were once shown, or nothing; and the sentences around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Protocol

from corpus.paragraphs import sentences
from corpus.quotation import AttributedArticle
from corpus.span import Span
from retrieval.extract import Extract, extract_of, words_at
from retrieval.extract_id import read_id
from retrieval.passages import Passage
from retrieval.quoted.asides import aside_passages

AROUND = 600  # characters of context on each side at most


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of an article; ``shown`` where it is the extract's own words, not what stands around them."""

    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Context:
    """``parts`` joined are one slice of the article, at sentence borders, with the extract's words in it."""

    words: Extract
    parts: tuple[Part, ...]


class ByText(Protocol):
    def of_text(self, digest: bytes) -> Iterable[Passage]:
        """The passages of all articles with the text of this digest (``extract_id.text_digest``)."""


class Lookup:
    """Finds the extracts of one state of the corpus."""

    def __init__(self, passages: ByText) -> None:
        self._passages = passages

    def extract(self, id: str) -> Extract | None:
        """The words with this id, credited as they are now; null where the corpus no longer has them."""
        found = self._found(id)
        return found[1] if found else None

    def context(self, id: str) -> Context | None:
        """The words with this id among the sentences around them; null as in ``extract``."""
        found = self._found(id)
        return Context(found[1], tuple(_parts(found[0], found[1].spans))) if found else None

    def _found(self, id: str) -> tuple[AttributedArticle, Extract] | None:
        """The words with this id, and the article that they stand in."""
        digest, spans = read_id(id) or (b"", ())
        of_this_text = list(self._passages.of_text(digest)) if spans else []
        articles = groupby(of_this_text, key=lambda passage: passage.of.article.id)
        rows = ([row for row in article if any(map(row.sentence.overlaps, spans))] for _, article in articles)
        # a headline or a question, that a quotation was found in, is in no passage
        beside = ([aside] for aside in (aside_passages(of_this_text[0].of) if of_this_text else ()))
        made = ((each[0].of, extract) for each in chain(rows, beside) if each for extract in _made(each, spans))
        return next((each for each in made if each[1].spans == spans), None)


def _made(rows: Sequence[Passage], spans: Sequence[Span]) -> Iterator[Extract]:
    """All that may be shown of ``rows`` at ``spans``: only of that it is known whose words they are."""
    yield extract_of(rows)
    if words := words_at(rows, spans):
        yield words


def _parts(of: AttributedArticle, spans: Sequence[Span]) -> Iterator[Part]:
    text = of.article.text
    around = _around(of, Span(spans[0].start, spans[-1].stop))
    start = around.start
    for span in spans:
        yield Part(text[start : span.start], shown=False)
        yield Part(span.of(text), shown=True)
        start = span.stop
    yield Part(text[start : around.stop], shown=False)


def _around(of: AttributedArticle, words: Span) -> Span:
    """As many whole sentences on each side of ``words`` as fit, up to the next thing that is no article text."""
    article, left_out = of.article, of.left_out
    first = max((cut.stop for cut in left_out if cut.stop <= words.start), default=0)
    last = min((cut.start for cut in left_out if cut.start >= words.stop), default=len(article.text))
    near = sentences(article.text, Span(first, last), article.language)
    starts = [near_one.start for near_one in near if 0 <= words.start - near_one.start <= AROUND]
    stops = [near_one.stop for near_one in near if 0 <= near_one.stop - words.stop <= AROUND]
    return Span(min(starts, default=words.start), max(stops, default=words.stop))
