"""Markup: an article's text with what was found in it marked, for a person to check.

⟦words somebody said⟧⟨kind: speaker, role · rule⟩, ⟦an interviewer's question⟧⟨question⟩, ⦃left out of the text⦄.
Taking the marks away gives the text back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.article import Article
from corpus.quotation import AttributedArticle, Quotation

NOT_KNOWN = "—"
NOBODY = "nobody named"


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """``text`` goes in before the character at ``place``; at one place what closes comes before what opens."""

    place: int
    opens: bool
    text: str


def marked_up(attributed: AttributedArticle) -> str:
    return header(attributed.article) + "\n\n" + with_marks(attributed.article.text, sorted(marks(attributed)))


def header(article: Article) -> str:
    fields = ("language", "title", "outlet", "author", "date", "url")
    return "\n".join([article.id, *(f"  {field}: {getattr(article, field) or NOT_KNOWN}" for field in fields)])


def marks(attributed: AttributedArticle) -> Iterator[Mark]:
    for quotation in attributed.quotations:
        yield Mark(quotation.span.start, True, "⟦")
        yield Mark(quotation.span.stop, False, f"⟧⟨{credit(quotation)}⟩")
    for question in attributed.questions:
        yield Mark(question.start, True, "⟦")
        yield Mark(question.stop, False, "⟧⟨question⟩")
    for span in attributed.left_out:
        yield Mark(span.start, True, "⦃")
        yield Mark(span.stop, False, "⦄")


def credit(quotation: Quotation) -> str:
    known = [part for part in (quotation.speaker.name, quotation.speaker.role) if part]
    rule = f" · {quotation.rule}" if quotation.rule else ""
    return f"{quotation.kind.value}: {', '.join(known) or NOBODY}{rule}"


def with_marks(text: str, marks: list[Mark]) -> str:
    places = [0, *(mark.place for mark in marks), len(text)]
    stretches = [text[start:stop] for start, stop in pairwise(places)]
    return stretches[0] + "".join(mark.text + stretch for mark, stretch in zip(marks, stretches[1:], strict=True))
