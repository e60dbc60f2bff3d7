"""Answers: a question -> the page to show, kept so that its buttons turn it to other pages and to the context."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk import Desk
from bot.message import AnswerPage, Frame, answer_page, context_page, nothing_found, notice
from bot.phrases import Phrases, phrases_for
from bot.settings.settings import AnswerSettings
from bot.state import Asked, Kept, KeptAnswers
from bot.statistics import Statistics
from retrieval.answer import Answer

# The question has nothing in it to look for: in a group such words were hardly meant for the bot.
NO_QUESTION = ("empty_question", "no_words", "greeting")


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

    async def to(self, question: str, asked: Asked, phrases: Phrases, bot: str) -> Made:
        """The first page. ``bot``: the bot's username, here and below."""
        self.statistics.count("questions")
        if len(question) > self.settings.max_question:
            line = phrases.too_long.format(length=len(question), limit=self.settings.max_question)
            return Made(self.kept.keep(asked, phrases.code, ()), AnswerPage(notice(line)), helps=True)
        answer = await self.desk.answer(question, self.settings.most)
        kept = self.kept.keep(asked, phrases.code, [extract.id for extract in answer.extracts])
        return Made(kept, self._first(answer, kept, bot), helps=answer.why_not in NO_QUESTION)

    def _first(self, answer: Answer, kept: Kept, bot: str) -> AnswerPage:
        frame = self._frame(kept, bot)
        if not answer.found:
            return AnswerPage(nothing_found(answer, frame.phrases))
        self.statistics.count("found")
        return answer_page(answer.extracts, 1, frame)

    async def to_link(self, id: str, asked: Asked, phrases: Phrases, bot: str) -> Made:
        """The one extract with this id, or a line that the corpus no longer has it."""
        kept = self.kept.keep(asked, phrases.code, [id])
        shown = await self.desk.extracts(kept.extracts)
        if shown == [None]:
            return Made(kept, AnswerPage(notice(phrases.withdrawn)))
        return Made(kept, answer_page(shown, 1, self._frame(kept, bot)))

    async def page(self, kept: Kept, number: int, bot: str) -> AnswerPage:
        """Page ``number`` as the corpus is now; what it no longer has is said to be withdrawn."""
        return answer_page(await self.desk.extracts(kept.extracts), number, self._frame(kept, bot))

    async def context(self, kept: Kept, number: int, bot: str) -> AnswerPage:
        """Extract ``number`` from 1 among its neighbours; the page where it stood, where it is withdrawn."""
        number = min(max(number, 1), len(kept.extracts))
        shown = await self.desk.extracts(kept.extracts)
        context = await self.desk.context(kept.extracts[number - 1])
        if context is None or shown[number - 1] is None:
            return answer_page(shown, 1 + (number - 1) // self.settings.extracts, self._frame(kept, bot))
        return context_page(context, number, shown, self._frame(kept, bot))

    def _frame(self, kept: Kept, bot: str) -> Frame:
        return Frame(kept.id, phrases_for(kept.language), self.settings.extracts, bot)
