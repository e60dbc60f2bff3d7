"""Verdict: what is said above the printed words of a quotation that was checked: the same, or how they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.message.answer_page import AnswerPage
from bot.message.credit import clipped
from bot.message.html import html_of
from bot.message.pages import GAP
from bot.message.piece import Piece, Style, total_length
from bot.phrases import Phrases
from retrieval.quoted.whose import Credit, PrintedAs, Whose
from retrieval.stretches import OMISSION
from retrieval.verify import Difference, Verdict

_BESIDE = (PrintedAs.HEADLINE, PrintedAs.QUESTION, PrintedAs.CAPTION, PrintedAs.PAGE)  # shown as the outlet's text
ROOM = 900  # UTF-16 units for the differences; the printed words say the rest


def verdict_pieces(
    verdict: Verdict, differences: Sequence[Difference], whose: Whose | None, phrases: Phrases
) -> tuple[Piece, ...]:
    """The verdict and a line for each difference, the said words struck and the printed ones in bold; whose the words
    are in print, unless they are his who is said to have said them."""
    heading = _heading(verdict, differences, whose, phrases)
    owned = "" if verdict is Verdict.ANOTHERS else _owned(verdict, whose, phrases)
    if not differences:
        return (Piece(f"{heading} {owned}".rstrip(), Style.BOLD), GAP)
    last = (Piece(f"\n{owned}", Style.BOLD),) if owned else ()
    return (Piece(heading, Style.BOLD), *_lines(differences, phrases), *last, GAP)


def not_said_page(articles: int, phrases: Phrases) -> AnswerPage:
    """``articles``: how many there are in which it was looked for."""
    return AnswerPage(html_of(not_said_pieces(articles, phrases)))


def not_said_pieces(articles: int, phrases: Phrases) -> tuple[Piece, ...]:
    return (Piece(phrases.not_said, Style.BOLD), Piece(" " + phrases.not_said_here.format(articles=articles)))


def _heading(verdict: Verdict, differences: Sequence[Difference], whose: Whose | None, phrases: Phrases) -> str:
    if verdict is Verdict.ANOTHERS:
        return phrases.word_for_word_but.format(but=_credit(whose, phrases))
    if verdict is Verdict.ALTERED and any(OMISSION in written for _, written in differences):
        return phrases.joined  # kept before the two were told apart
    headings = {
        Verdict.EXACT: phrases.word_for_word,
        Verdict.CUT: phrases.cut,
        Verdict.JOINED: phrases.joined,
        Verdict.ALTERED: phrases.altered,
    }
    return headings[verdict]


def _owned(verdict: Verdict, whose: Whose | None, phrases: Phrases) -> str:
    """Whose the words are, in a sentence of its own; nothing where the credit below tells it."""
    but = _credit(whose, phrases)
    if but:
        return f"{but[0].upper()}{but[1:]}."
    beside = whose is not None and whose.printed_as in _BESIDE and verdict is not Verdict.JOINED
    return phrases.is_printed_as.format(what=phrases.printed_as[whose.printed_as]) if whose and beside else ""


def _credit(whose: Whose | None, phrases: Phrases) -> str:
    """How the words stand to whoever is said to have said them; nothing where they are his."""
    if whose is None or whose.credit in (None, Credit.HIS):
        return ""
    return phrases.credits[whose.credit].format(
        alleged=clipped(whose.alleged or ""),
        speakers=clipped(", ".join(whose.speakers)),
        what=phrases.printed_as.get(whose.printed_as, ""),
    )


def _lines(differences: Sequence[Difference], phrases: Phrases) -> tuple[Piece, ...]:
    shown: tuple[Piece, ...] = ()
    for number, difference in enumerate(differences):
        longer = (*shown, Piece("\n• "), *_difference(*difference, phrases))
        if total_length(longer) > ROOM:
            rest = phrases.and_more.format(count=len(differences) - number)
            return (*shown, Piece(f"\n{rest}"))
        shown = longer
    return shown


def _difference(said: str, written: str, phrases: Phrases) -> Iterator[Piece]:
    if said:
        yield Piece(clipped(said), Style.STRUCK)
    yield Piece(" → " if said and written else phrases.left_out if written else phrases.not_printed)
    if written:
        yield Piece(clipped(written), Style.BOLD)
