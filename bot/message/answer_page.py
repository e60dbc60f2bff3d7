"""Answer page: a few extracts of an answer with the buttons under them; and one extract in its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.message.buttons import Button, Row, Tap, What
from bot.message.card import cards_of
from bot.message.credit import outlets_text
from bot.message.html import html_of
from bot.message.pages import GAP, LONGEST_MESSAGE, Leaf, fits, leaves_of
from bot.message.piece import Piece, Style, total_length
from bot.message.source import linkable, source_of, to_the_words
from bot.phrases import Phrases
from retrieval.extract import Extract
from retrieval.lookup import Context

Shown = Sequence[Extract | None]  # null where the corpus no longer has the words
LONGEST_PARAMETER = 64


@dataclass(frozen=True, slots=True)
class AnswerPage:
    html: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What pages are made with: ``key`` the answer's id, ``most`` extracts a page, ``bot`` the bot's username.

    ``above`` stands over the extracts of every page and ``below`` under its buttons; ``wider`` where the extracts are
    those without the answer's filters. ``asked_in`` and ``own`` are those of the answer, see ``cards_of``.
    """

    key: str
    phrases: Phrases
    most: int
    bot: str
    above: tuple[Piece, ...] = ()
    below: tuple[Row, ...] = ()
    wider: bool = False
    asked_in: str = ""
    own: int | None = None

    def turning_to(self, page: int) -> str:
        """The data of a button that does."""
        return Tap(What.WIDER_PAGE if self.wider else What.PAGE, self.key, page).data

    def context_of(self, extract: int) -> str:
        return Tap(What.WIDER_CONTEXT if self.wider else What.CONTEXT, self.key, extract).data


def answer_page(shown: Shown, number: int, frame: Frame) -> AnswerPage:
    """Page ``number`` from 1, or the nearest that there is."""
    leaves = _leaves(shown, frame)
    number = min(max(number, 1), len(leaves))
    leaf = leaves[number - 1]
    mark = (GAP, Piece(f"{number}/{len(leaves)}")) if len(leaves) > 1 else ()
    rows = (*_extract_rows(shown, leaf, frame), _turning_row(number, len(leaves), frame), *frame.below)
    return AnswerPage(html_of((*frame.above, *leaf.pieces, *mark)), tuple(row for row in rows if row))


def context_page(context: Context, number: int, shown: Shown, frame: Frame) -> AnswerPage:
    """Extract ``number`` among its neighbours; the article's own text, so credited to the outlet as a whole."""
    words, phrases = context.words, frame.phrases
    around = tuple(Piece(part.text, Style.MARKED if part.shown else Style.AROUND) for part in context.parts)
    above = (*outlets_text(words, phrases), Piece("\n"))
    below = (Piece("\n"), *source_of(words, phrases, frame.asked_in), *_permalink(words, frame))
    page = next(index for index, leaf in enumerate(_leaves(shown, frame), 1) if number in leaf.numbers)
    back = Button(phrases.to_answer, frame.turning_to(page))
    rows = ((back, *_source(words, phrases.source)),)
    return AnswerPage(html_of((*above, *_that_fit(around, (*above, *below)), *below)), rows)


def _leaves(shown: Shown, frame: Frame) -> list[Leaf]:
    cards = cards_of(shown, frame.phrases, frame.asked_in, frame.own)
    return leaves_of(cards, frame.phrases, frame.most, frame.above)


def _extract_rows(shown: Shown, leaf: Leaf, frame: Frame) -> tuple[Row, ...]:
    """«Контекст» and «Источник» for each extract on the page, with its number where there are several."""
    phrases = frame.phrases
    there = {number: extract for number in leaf.numbers if (extract := shown[number - 1])}
    tail = {number: f" {number}" if len(shown) > 1 else "" for number in there}
    contexts = tuple(Button(phrases.context + tail[n], frame.context_of(n)) for n in there)
    sources = tuple(button for n, extract in there.items() for button in _source(extract, phrases.source + tail[n]))
    return (contexts, sources) if len(there) > 1 else (contexts + sources,)


def _source(extract: Extract, text: str) -> Row:
    return (Button(text, url=to_the_words(extract.url, extract.text)),) if linkable(extract.url) else ()


def _turning_row(number: int, count: int, frame: Frame) -> Row:
    back = Button(frame.phrases.back, frame.turning_to(number - 1))
    more = Button(frame.phrases.more, frame.turning_to(number + 1))
    return (*((back,) if number > 1 else ()), *((more,) if number < count else ()))


def permalink(extract: Extract, bot: str) -> str | None:
    """The address that opens these words in the private chat with the bot; null where it would be too long."""
    parameter = start_parameter(extract.id)
    return f"https://t.me/{bot}?start={parameter}" if len(parameter) <= LONGEST_PARAMETER else None


def start_parameter(id: str) -> str:
    return f"q_{id}"


def id_in(parameter: str) -> str | None:
    """The extract's id in what /start was given; null where it is something else."""
    return parameter.removeprefix("q_") if parameter.startswith("q_") else None


def _permalink(extract: Extract, frame: Frame) -> tuple[Piece, ...]:
    url = permalink(extract, frame.bot)
    return (Piece("\n"), Piece(frame.phrases.permalink, Style.LINK, url)) if url else ()


def _that_fit(around: tuple[Piece, ...], frame: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The words with their neighbours, or alone, or as much of them as a message holds."""
    if fits((*around, *frame)):
        return around
    marked = tuple(piece for piece in around if piece.style is Style.MARKED)
    if fits((*marked, *frame)):
        return marked
    room = LONGEST_MESSAGE - total_length(frame) - 32
    return (Piece(marked[0].text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + "…", Style.MARKED),)
