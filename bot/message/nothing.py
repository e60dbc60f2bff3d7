"""Nothing: that there is no answer and why, what may have been meant, and what the corpus has instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.message.answer_page import AnswerPage
from bot.message.buttons import Button, Row, Tap, What, label
from bot.message.credit import clipped
from bot.message.examples import example_lines, example_rows
from bot.message.held import everybody_row, filter_line, names_in, of_people, shown_day
from bot.message.html import html_of
from bot.message.piece import Piece, Style
from bot.message.plain import plain_of
from bot.phrases import Phrases
from retrieval.answer import Answer
from retrieval.coverage import Coverage

PEOPLE_IN_A_ROW = 2
# The corpus has no answer; elsewhere it is the question that is none.
OF_THE_CORPUS = ("no_match", "weak_match", "nothing_by_filter", "unknown_name", "only_common_words")

BY_FILTER = ("weak_match", "nothing_by_filter")  # what the question names may be why

# Whoever says this may not know yet what to ask.
OF_THE_BOT = ("greeting", "small_talk", "about_bot")


def nothing_page(answer: Answer, offers: Sequence[str], covered: Coverage, key: str, phrases: Phrases) -> AnswerPage:
    """``offers`` are questions that have an answer. Each stands in the message in italics: a tap on its button, as on
    that of a person, brings the number of the words in italics, so that none of them need be kept.
    """
    people = people_of(answer, offers, covered)
    rows = [everybody_row(answer.filters, key, phrases)] if answer.unfiltered else []
    rows += [(_offer(offer, number, key),) for number, offer in enumerate(offers, 1)]
    rows += [(Button(phrases.show_nearest, Tap(What.PAGE, key, 1).data),)] if answer.nearest else []
    rows += example_rows(phrases) if answer.why_not in OF_THE_BOT else ()
    rows += _in_rows([_offer(name, number, key) for number, name in enumerate(people, 1 + len(offers))])
    return AnswerPage(html_of(pieces_of(answer, offers, covered, phrases)), tuple(rows))


def nothing_text(answer: Answer, offers: Sequence[str], covered: Coverage, phrases: Phrases) -> str:
    examples = example_lines(phrases) if answer.why_not in OF_THE_BOT else ()
    return plain_of((*pieces_of(answer, offers, covered, phrases), *examples))


def pieces_of(answer: Answer, offers: Sequence[str], covered: Coverage, phrases: Phrases) -> tuple[Piece, ...]:
    parts = [_why(answer, phrases)]
    parts += [[Piece(phrases.has_unheld)]] if answer.unfiltered else []
    parts += [list(_meant(offers, phrases))] if offers else []
    if answer.why_not in OF_THE_CORPUS and covered.articles:
        parts += [list(_covered(covered, people_of(answer, offers, covered), phrases))]
    return tuple(piece for part in parts for piece in (Piece("\n\n"), *part))[1:]


def people_of(answer: Answer, offers: Sequence[str], covered: Coverage) -> tuple[str, ...]:
    """Whose words the corpus has most of, the one just asked for left out: fewer beside something better to tap."""
    if answer.why_not not in OF_THE_CORPUS:
        return ()
    asked = {each.value for each in (*answer.filters, *answer.relaxed)}
    rows = 1 if offers or answer.unfiltered else 2
    return tuple(clipped(name) for name in covered.people if name not in asked)[: rows * PEOPLE_IN_A_ROW]


def _why(answer: Answer, phrases: Phrases) -> list[Piece]:
    if answer.refused:
        return [Piece(phrases.not_a_day.format(value=clipped(answer.refused)))]
    if answer.why_not == "unknown_name" and answer.unknown:
        return [Piece(phrases.unknown_name.format(name=clipped(answer.unknown)))]
    why = phrases.why_not.get(answer.why_not or "", phrases.why_not["no_match"])
    if answer.why_not not in BY_FILTER:
        return [Piece(why)]
    name = names_in((*answer.filters, *answer.relaxed))
    if name and of_people(answer.filters):
        return [Piece(phrases.silent.format(name=name))]
    line = filter_line(answer.filters, phrases)
    return [Piece(f"{line}\n"), Piece(why)] if line else [Piece(why)]


def _meant(offers: Sequence[str], phrases: Phrases) -> Iterator[Piece]:
    yield Piece(phrases.suggestions)
    for offer in offers:
        yield from (Piece("\n• "), Piece(clipped(offer), Style.ITALIC))


def _covered(covered: Coverage, people: Sequence[str], phrases: Phrases) -> Iterator[Piece]:
    yield Piece(phrases.covers.format(articles=covered.articles))
    if covered.first and covered.last:
        first, last = shown_day(covered.first), shown_day(covered.last)
        yield Piece(phrases.covers_days.format(first=first, last=last))
    yield Piece(".")
    if people:
        yield Piece(" " + phrases.covers_people)
        yield from _listed(people)
        yield Piece(".")


def _listed(people: Iterable[str]) -> Iterator[Piece]:
    for number, name in enumerate(people):
        yield from ([Piece(", ")] if number else [])
        yield Piece(name, Style.ITALIC)


def _offer(text: str, number: int, key: str) -> Button:
    return Button(label(text), Tap(What.OFFER, key, number).data)


def _in_rows(buttons: Sequence[Button]) -> list[Row]:
    return [tuple(buttons[start : start + PEOPLE_IN_A_ROW]) for start in range(0, len(buttons), PEOPLE_IN_A_ROW)]
