"""Verdict: what is said above the printed words of a quotation that was checked: the same, or how they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.message.answer_page import AnswerPage
from bot.message.credit import clipped
from bot.message.html import html_of
from bot.message.pages import GAP
from bot.message.piece import Piece, Style, total_length
from bot.phrases import Phrases
from retrieval.chosen import OMISSION
from retrieval.verify import Difference, Verdict

ROOM = 900  # UTF-16 units for the differences; the printed words say the rest


def verdict_pieces(verdict: Verdict, differences: Sequence[Difference], phrases: Phrases) -> tuple[Piece, ...]:
    """The verdict and a line for each difference, the said words struck and the printed ones in bold."""
    heading = Piece(_heading(verdict, differences, phrases), Style.BOLD)
    return (heading, *_lines(differences, phrases), GAP)


def not_said_page(articles: int, phrases: Phrases) -> AnswerPage:
    """``articles``: how many there are in which it was looked for."""
    return AnswerPage(html_of(not_said_pieces(articles, phrases)))


def not_said_pieces(articles: int, phrases: Phrases) -> tuple[Piece, ...]:
    return (Piece(phrases.not_said, Style.BOLD), Piece(" " + phrases.not_said_here.format(articles=articles)))


def _heading(verdict: Verdict, differences: Sequence[Difference], phrases: Phrases) -> str:
    if verdict is Verdict.EXACT:
        return phrases.word_for_word
    joined = any(OMISSION in written for _, written in differences)
    return phrases.joined if joined else phrases.altered


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
