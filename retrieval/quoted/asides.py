"""Asides: what is printed and is no passage: headlines, an interviewer's questions, captions, what else a page has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.paragraphs import lines, paragraphs, sentences
from corpus.quotation import AttributedArticle, Kind
from corpus.span import Span
from retrieval.languages import kk, ru
from retrieval.passages import Passage
from retrieval.quoted.whose import PrintedAs

_CAPTION = re.compile(rf"\W*(?:{'|'.join(sorted(ru.CAPTION_WORDS | kk.CAPTION_WORDS))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    span: Span
    printed_as: PrintedAs


def asides(of: AttributedArticle) -> list[Aside]:
    """In text order, apart from each other."""
    headlines = _headlines(of)
    found = [Aside(span, PrintedAs.HEADLINE) for span in headlines]
    found += [Aside(span, PrintedAs.QUESTION) for span in of.questions]
    for left_out in of.left_out:
        for line in lines(of.article.text, left_out):
            if not any(line.overlaps(span) for span in headlines):
                found.append(Aside(line, _printed_as(line.of(of.article.text))))
    return sorted(found, key=lambda each: each.span)


def aside_passages(of: AttributedArticle) -> Iterator[Passage]:
    """Each aside, then each sentence of the text by itself, as the outlet's own words: for what is in no passage of the
    article."""
    text, language = of.article.text, of.article.language
    for aside in asides(of):
        yield Passage(of, aside.span, Kind.NARRATIVE)
    for paragraph in paragraphs(text):
        yield from (Passage(of, each, Kind.NARRATIVE) for each in sentences(text, paragraph, language))


def _headlines(of: AttributedArticle) -> list[Span]:
    """The headline wherever what is left out has it: a page repeats it, a header gives it as the title."""
    found = {of.headline} if of.headline else set()
    for title in {of.article.title, of.headline.of(of.article.text) if of.headline else None} - {None, ""}:
        for left_out in of.left_out:
            found.update(_occurrences(str(title), of.article.text, left_out))
    return sorted(found)


def _occurrences(words: str, text: str, within: Span) -> Iterator[Span]:
    start = text.find(words, within.start, within.stop)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + len(words), within.stop)


def _printed_as(line: str) -> PrintedAs:
    return PrintedAs.CAPTION if _CAPTION.match(line) else PrintedAs.PAGE
