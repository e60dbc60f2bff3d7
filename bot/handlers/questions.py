"""Questions: a text in a private chat, or words meant for the bot in a group, -> the answer, or, of an alleged
quotation, the verdict; an edit changes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.answers import Answers, Made
from bot.handlers.addressed import Addressed, addressed
from bot.handlers.albums import Albums
from bot.handlers.replies import asked_in, change, message_of, phrases_of, reply
from bot.handlers.waiting import typing_while
from bot.message import AnswerPage, id_in, notice
from bot.message.examples import example_rows
from bot.phrases import Phrases
from bot.sending.locks import Locks
from bot.turns import Turn, Turns

Context = ContextTypes.DEFAULT_TYPE


# Of a chat's questions only so many are worked on at the same time: a group that is flooded, or that asks more than can
# be sent there, leaves the searcher to the others.
AT_ONCE_IN_A_CHAT = 3


@dataclass(frozen=True, slots=True)
class Questions:
    """``asking`` keeps an edit waiting until the question has its answer."""

    answers: Answers
    turns: Turns
    albums: Albums
    asking: Locks[tuple[int, int]] = field(default_factory=Locks)
    in_chat: Locks[int] = field(default_factory=lambda: Locks(AT_ONCE_IN_A_CHAT))

    async def asked(self, update: Update, context: Context) -> None:
        message = message_of(update)
        self.albums.begins(message)  # photos without words that come with the question are not told of
        meant = addressed(message, context.bot.bot)
        phrases = phrases_of(update, meant.words if meant else "")
        if meant is None or not await self._has_turn(message, phrases):
            return
        if not meant.words:
            await help_in_private(message, phrases.check_how if meant.checks else phrases.ask_how)
            return
        async with self.asking.of((message.chat_id, message.message_id)), self.in_chat.of(message.chat_id):
            work = self._made(meant, message, phrases, context.bot.username)
            await self._show(await typing_while(work, message), message)

    async def start(self, update: Update, context: Context) -> None:
        """/start alone, or with the id of an extract that somebody's link leads to."""
        message, phrases = message_of(update), phrases_of(update)
        id = id_in(context.args[0]) if context.args else None
        if id is None:
            await reply(message, AnswerPage(notice(phrases.start), example_rows(phrases)))
            return
        made = await self.answers.to_link(id, asked_in(message), phrases, context.bot.username)
        await self._show(made, message)

    async def edited(self, update: Update, context: Context) -> None:
        """Changes the answer that the message has; one without an answer, an old command say, gets none now."""
        message = message_of(update)
        async with self.asking.of((message.chat_id, message.message_id)):
            kept = self.answers.kept.to(message.chat_id, message.message_id)
            meant = addressed(message, context.bot.bot)
            if kept is None or kept.reply is None or meant is None or not meant.words:
                return
            made = await self._made(meant, message, phrases_of(update, meant.words), context.bot.username)
            await change(context.bot, message.chat_id, kept.reply, made.page)

    async def _made(self, meant: Addressed, message: Message, phrases: Phrases, bot: str) -> Made:
        make = self.answers.check if meant.checks else self.answers.to
        return await make(meant.words, asked_in(message), phrases, bot)

    async def _has_turn(self, message: Message, phrases: Phrases) -> bool:
        turn = self.turns.take(asked_in(message).user or message.chat_id)
        if turn is Turn.REFUSED:
            await help_in_private(message, phrases.too_many)
        return turn is Turn.TAKEN

    async def _show(self, made: Made, message: Message) -> None:
        if made.helps and not in_private(message):
            return
        sent = await reply(message, made.page)
        self.answers.kept.replied(made.kept.id, sent.message_id)


async def help_in_private(message: Message, line: str) -> None:
    """A helpful line; in a group nobody else wants to read it."""
    if in_private(message):
        await reply(message, AnswerPage(notice(line)))


def in_private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE
