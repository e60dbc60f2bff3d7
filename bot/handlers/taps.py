"""Taps: a button pressed -> the message turned to another page; always answered, and first of all."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, MessageEntity, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.answers import Answers, shown_of
from bot.handlers.replies import change, phrases_of, reply
from bot.message.buttons import Tap, What, read_tap
from bot.phrases import Phrases
from bot.sending.locks import Locks
from bot.state import Asked, Kept

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE

CONTEXTS = (What.CONTEXT, What.WIDER_CONTEXT)


@dataclass(frozen=True, slots=True)
class Taps:
    """``turning`` lets the taps on one message take effect in the order in which they came."""

    answers: Answers
    turning: Locks[tuple[int, int]] = field(default_factory=Locks)

    async def tapped(self, update: Update, context: Context) -> None:
        query, phrases = update.callback_query, phrases_of(update)
        if query is None:
            return
        tap = read_tap(query.data or "")
        if tap and tap.what is What.EXAMPLE:
            await self._example(query, tap, phrases, update, context)
            return
        kept = self.answers.kept.with_id(tap.answer) if tap else None
        if tap is None or kept is None:
            await acknowledge(query, phrases.outdated)
        elif tap.what is What.OFFER:
            await self._offer(query, tap, kept, phrases, update, context)
        elif not shown_of(kept, tap.what.wider):
            await acknowledge(query, phrases.outdated)
        else:
            await acknowledge(query)
            if query.message:
                named = (*kept.contents.filters, *kept.contents.relaxed)
                self.answers.previous.turn(query.message.chat.id, query.from_user.id, named, held=not tap.what.wider)
            await self._turn(query.message, tap, kept, context)

    async def _turn(self, message: MaybeInaccessibleMessage | None, tap: Tap, kept: Kept, context: Context) -> None:
        if message is None:  # sent through inline mode, where no button of the bot's brings a tap
            return
        async with self.turning.of((message.chat.id, message.message_id)):
            show = self.answers.context if tap.what in CONTEXTS else self.answers.page
            page = await show(kept, tap.number, tap.what.wider, context.bot.username)
            await change(context.bot, message.chat.id, message.message_id, page)

    async def _offer(
        self, query: CallbackQuery, tap: Tap, kept: Kept, phrases: Phrases, update: Update, context: Context
    ) -> None:
        """A question that a nothing offers, answered in its place; its words are read from the message itself."""
        message, question = query.message, offered_in(query.message, tap.number)
        await acknowledge(query, None if question else phrases.outdated)
        if message is None or question is None:
            return
        async with self.turning.of((message.chat.id, message.message_id)):
            page = await self.answers.offered(question, asked_by(query, message, update), kept, context.bot.username)
            await change(context.bot, message.chat.id, message.message_id, page)

    async def _example(
        self, query: CallbackQuery, tap: Tap, phrases: Phrases, update: Update, context: Context
    ) -> None:
        """One of the questions that /help offers, answered below."""
        question = phrases.examples[min(tap.number, len(phrases.examples)) - 1]
        await acknowledge(query)
        if isinstance(query.message, Message):
            asked = asked_by(query, query.message, update)
            made = await self.answers.to(question, asked, phrases, context.bot.username)
            await reply(query.message, made.page)


def asked_by(query: CallbackQuery, message: MaybeInaccessibleMessage, update: Update) -> Asked:
    """No message of the user's asked: the update's number stands for one, below the ids of messages."""
    return Asked(message.chat.id, -update.update_id, query.from_user.id)


def offered_in(message: MaybeInaccessibleMessage | None, number: int) -> str | None:
    """The words that stand in italics as ``number`` from 1; null where the message can no longer be read."""
    if not isinstance(message, Message):
        return None
    offers = list(message.parse_entities([MessageEntity.ITALIC]).values())
    return offers[number - 1] if 0 < number <= len(offers) else None


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Ends the button's waiting; too late is as good as done."""
    try:
        await query.answer(text, show_alert=text is not None)
    except TelegramError as error:
        log.info("a tap could not be acknowledged: %s", error)
