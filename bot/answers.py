"""Answers: a question -> the page to show, kept so that its buttons turn it to other pages and to the context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.desk import Desk
from bot.finding import Found
from bot.message import AnswerPage, Frame, answer_page, context_page, nothing_page, notice
from bot.message.buttons import Row
from bot.message.held import above, everybody_row, filter_row
from bot.message.verdict import not_said_page, verdict_pieces
from bot.phrases import Phrases, phrases_for
from bot.previous import PreviousQuestions
from bot.settings.settings import AnswerSettings
from bot.state import Asked, Contents, Kept, KeptAnswers
from bot.statistics import Statistics
from retrieval.extract import Extract
from retrieval.verify import Verdict

# The question has nothing in it to look for: in a group such words were hardly meant for the bot.
NO_QUESTION = ("empty_question", "no_words", "greeting", "thanks", "farewell", "small_talk")
NO_TOPIC = (*NO_QUESTION, "about_bot", "only_common_words")  # and nothing that the next question could go on from


@dataclass(frozen=True, slots=True)
class Made:
    """``helps`` where the page only tells how to ask."""

    kept: Kept
    page: AnswerPage
    helps: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    desk: Desk
    kept: KeptAnswers
    settings: AnswerSettings
    statistics: Statistics
    previous: PreviousQuestions = field(default_factory=PreviousQuestions)

    async def to(self, question: str, asked: Asked, phrases: Phrases, bot: str) -> Made:
        """The first page. ``bot``: the bot's username, here and below."""
        if len(question) > self.settings.max_question:
            return self._too_long(question, asked, phrases)
        found = await self._found(question, asked, self.previous.before(asked))
        kept = self.kept.keep(asked, _contents(found, phrases.code))
        return Made(kept, self._first(found, kept, asked, bot), helps=found.answer.why_not in NO_QUESTION)

    async def offered(self, question: str, asked: Asked, kept: Kept, bot: str) -> AnswerPage:
        """What stands in the place of a nothing, once somebody has chosen one of the questions that it offered."""
        found = await self._found(question, asked, None)
        contents = _contents(found, kept.contents.language)
        self.kept.change(kept.id, contents)
        return self._first(found, Kept(kept.id, contents, kept.reply), asked, bot)

    async def check(self, quotation: str, asked: Asked, phrases: Phrases, bot: str) -> Made:
        """Whether the corpus has the quotation word for word, and what it has instead."""
        if len(quotation) > self.settings.max_question:
            return self._too_long(quotation, asked, phrases)
        self.statistics.count("questions")
        found, covered = await self.desk.verify(quotation)
        verdict = None if found.verdict is Verdict.NOT_FOUND else found.verdict
        contents = Contents(
            phrases.code, _ids(found.extracts), verdict=verdict, differences=found.differences, whose=found.whose
        )
        kept = self.kept.keep(asked, contents)
        if verdict is None:
            return Made(kept, not_said_page(covered.articles, phrases))
        self.statistics.count("found")
        return Made(kept, answer_page(found.extracts, 1, self._frame(Kept(kept.id, contents, None), bot)))

    async def to_link(self, id: str, asked: Asked, phrases: Phrases, bot: str) -> Made:
        """The one extract with this id, or a line that the corpus no longer has it."""
        kept = self.kept.keep(asked, Contents(phrases.code, (id,)))
        shown = await self.desk.extracts((id,))
        if shown == [None]:
            return Made(kept, AnswerPage(notice(phrases.withdrawn)))
        return Made(kept, answer_page(shown, 1, self._frame(kept, bot)))

    async def page(self, kept: Kept, number: int, wider: bool, bot: str) -> AnswerPage:
        """Page ``number`` as the corpus is now; what it no longer has is said to be withdrawn."""
        return answer_page(await self.desk.extracts(shown_of(kept, wider)), number, self._frame(kept, bot, wider))

    async def context(self, kept: Kept, number: int, wider: bool, bot: str) -> AnswerPage:
        """Extract ``number`` from 1 among its neighbours; the page where it stood, where it is withdrawn."""
        ids, frame = shown_of(kept, wider), self._frame(kept, bot, wider)
        number = min(max(number, 1), len(ids))
        shown = await self.desk.extracts(ids)
        context = await self.desk.context(ids[number - 1])
        if context is None or shown[number - 1] is None:
            return answer_page(shown, 1 + (number - 1) // self.settings.extracts, frame)
        return context_page(context, number, shown, frame)

    def _too_long(self, text: str, asked: Asked, phrases: Phrases) -> Made:
        line = phrases.too_long.format(length=len(text), limit=self.settings.max_question)
        return Made(self.kept.keep(asked, Contents(phrases.code)), AnswerPage(notice(line)), helps=True)

    async def _found(self, question: str, asked: Asked, before: str | None) -> Found:
        """What a question finds that may go on from the one ``before``; from now on it is that itself."""
        self.statistics.count("questions")
        found = await self.desk.find(question, self.settings.most, before)
        if found.answer.why_not not in NO_TOPIC:
            named = (*found.answer.filters, *found.answer.relaxed)
            self.previous.note(asked, found.answer.asked or question, named)
        return found

    def _first(self, found: Found, kept: Kept, asked: Asked, bot: str) -> AnswerPage:
        """Of what was found, not of what could be kept: a full disk costs no answer. What only comes near is shown at
        once in private alone; in a group it would stand between what others say."""
        answer = found.answer
        frame = self._frame(Kept(kept.id, _contents(found, kept.contents.language), None), bot)
        if answer.found or answer.nearest:
            self.statistics.count("found" if answer.found else "near")
        if answer.found or (answer.nearest and asked.in_private):
            return answer_page(answer.extracts or answer.nearest, 1, frame)
        return nothing_page(answer, found.offers, found.covered, kept.id, frame.phrases)

    def _frame(self, kept: Kept, bot: str, wider: bool = False) -> Frame:
        contents = kept.contents
        phrases = phrases_for(contents.language)
        over = above(contents.filters, wider, phrases, contents.relaxed, contents.near)
        if contents.verdict:
            over = verdict_pieces(contents.verdict, contents.differences, contents.whose, phrases)
        below = _turning(kept, wider, phrases)
        own = None if wider else contents.own
        return Frame(kept.id, phrases, self.settings.extracts, bot, over, below, wider, contents.asked_in, own)


def _turning(kept: Kept, wider: bool, phrases: Phrases) -> tuple[Row, ...]:
    """The button to what the answer has without its filters, or back."""
    contents = kept.contents
    if not contents.filters or not (contents.extracts if wider else contents.wider):
        return ()
    if contents.near and not wider:
        return (everybody_row(contents.filters, kept.id, phrases),)
    return (filter_row(contents.filters, kept.id, wider, phrases),)


def shown_of(kept: Kept, wider: bool) -> tuple[str, ...]:
    """The ids of the extracts that the answer has with its filters, or ``wider``, without them."""
    return kept.contents.wider if wider else kept.contents.extracts


def _contents(found: Found, language: str) -> Contents:
    answer = found.answer
    return Contents(
        language,
        _ids(answer.extracts or answer.nearest),
        answer.filters,
        _ids(found.wider),
        near=bool(answer.nearest),
        own=answer.own,
        relaxed=answer.relaxed,
        asked_in=answer.language,
    )


def _ids(extracts: Iterable[Extract]) -> tuple[str, ...]:
    return tuple(extract.id for extract in extracts)
