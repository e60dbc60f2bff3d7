"""Lookup: an extract by its id: the very words that were once shown, or nothing; and the sentences around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.paragraphs import sentences
from corpus.span import Span
from retrieval.extract import Extract, extract_at
from retrieval.extract_id import read_id
from retrieval.passages import Passage, joined

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
        return extract_at(*found) if found else None

    def context(self, id: str) -> Context | None:
        """The words with this id among the sentences around them; null as in ``extract``."""
        found = self._found(id)
        return Context(extract_at(*found), tuple(_parts(*found))) if found else None

    def _found(self, id: str) -> tuple[Passage, tuple[Span, ...]] | None:
        digest, spans = read_id(id) or (b"", ())
        of_this_text = self._passages.of_text(digest) if spans else ()
        return next(((passage, spans) for passage in of_this_text if _holds(passage, spans)), None)


def _holds(passage: Passage, spans: Sequence[Span]) -> bool:
    """Whether ``spans`` are whole sentences of the passage: only then are they one voice's, and it is known whose."""
    inside = [sentence for sentence in passage.sentences if any(span.contains(sentence) for span in spans)]
    return joined(inside, passage.of.article.text) == tuple(spans)


def _parts(passage: Passage, spans: Sequence[Span]) -> Iterator[Part]:
    text = passage.of.article.text
    around = _around(passage, Span(spans[0].start, spans[-1].stop))
    start = around.start
    for span in spans:
        yield Part(text[start : span.start], shown=False)
        yield Part(span.of(text), shown=True)
        start = span.stop
    yield Part(text[start : around.stop], shown=False)


def _around(passage: Passage, words: Span) -> Span:
    """As many whole sentences on each side of ``words`` as fit, up to the next thing that is no article text."""
    article, left_out = passage.of.article, passage.of.left_out
    first = max((cut.stop for cut in left_out if cut.stop <= words.start), default=0)
    last = min((cut.start for cut in left_out if cut.start >= words.stop), default=len(article.text))
    near = sentences(article.text, Span(first, last), article.language)
    starts = [near_one.start for near_one in near if 0 <= words.start - near_one.start <= AROUND]
    stops = [near_one.stop for near_one in near if 0 <= near_one.stop - words.stop <= AROUND]
    return Span(min(starts, default=words.start), max(stops, default=words.stop))
