"""Plain: an article's markup as text for a terminal.

⟦words somebody said⟧⟨kind: speaker, role · rule⟩, ⟦an interviewer's question⟧⟨question · rule⟩, ‹a speaker's name›,
⟪the outlet⟫⟨outlet · rule⟩, ⦃what is no article text⦄⟨left out · rule⟩. Taking the marks away gives the text back.
"""

from __future__ import annotations

from collections.abc import Callable

from corpus.article import Article
from corpus.markup import Mark, Markup, Sort

NOT_KNOWN = "—"
NOBODY = "nobody named"
OPENING = {Sort.OUTLET: "⟪", Sort.LEFT_OUT: "⦃", Sort.NAME: "‹"}
CLOSING = {Sort.OUTLET: "⟫", Sort.LEFT_OUT: "⦄", Sort.NAME: "›"}


def marked_up(markup: Markup) -> str:
    return header(markup.article) + "\n\n" + with_marks(markup)


def header(article: Article) -> str:
    fields = ("language", "title", "outlet", "author", "date", "url")
    return "\n".join([article.id, *(f"  {field}: {getattr(article, field) or NOT_KNOWN}" for field in fields)])


def with_marks(markup: Markup) -> str:
    return "".join(
        "".join([*map(opening, piece.opens), piece.words, *map(closing, piece.ends)]) for piece in markup.pieces
    )


def opening(mark: Mark) -> str:
    return OPENING.get(mark.sort, "⟦")


def closing(mark: Mark) -> str:
    note = NOTES.get(mark.sort, said)(mark)
    return CLOSING.get(mark.sort, "⟧") + (f"⟨{note}⟩" if note else "")


def said(mark: Mark) -> str:
    known = [part for part in (mark.speaker.name, mark.speaker.role) if part]
    return f"{mark.kind}: {', '.join(known) or NOBODY} · {mark.rule}"


def named(mark: Mark) -> str:
    """Who it is, where the words are not the whole name."""
    return mark.speaker.name if mark.speaker.name and mark.speaker.name != mark.words else ""


NOTES: dict[Sort, Callable[[Mark], str]] = {
    Sort.QUESTION: lambda mark: f"question · {mark.rule}",
    Sort.OUTLET: lambda mark: f"outlet · {mark.rule}",
    Sort.LEFT_OUT: lambda mark: f"left out · {mark.rule}",
    Sort.NAME: named,
}
