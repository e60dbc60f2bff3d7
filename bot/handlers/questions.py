"""Questions: a text in a private chat, or /ask anywhere, -> the answer's messages."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update
from telegram.ext import ContextTypes

from bot.desk import Desk
from bot.handlers.replies import message_of, phrases_of, reply
from bot.handlers.waiting import typing_while
from bot.message import answer_messages, notice
from bot.settings.settings import AnswerSettings

Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True)
class Questions:
    desk: Desk
    settings: AnswerSettings

    async def message(self, update: Update, context: Context) -> None:
        await self._answer(update, message_of(update).text or "")

    async def command(self, update: Update, context: Context) -> None:
        question = " ".join(context.args or ())
        if question:
            await self._answer(update, question)
        else:
            await reply(message_of(update), [notice(phrases_of(update).ask_how)])

    async def _answer(self, update: Update, question: str) -> None:
        message, phrases = message_of(update), phrases_of(update)
        if len(question) > self.settings.max_question:
            line = phrases.too_long.format(length=len(question), limit=self.settings.max_question)
            await reply(message, [notice(line)])
            return
        answer = await typing_while(self.desk.answer(question, self.settings.extracts), message)
        await reply(message, answer_messages(answer, phrases))
