"""Replies: what every handler needs of an update, and sending."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest

from bot.message import AnswerPage
from bot.message.buttons import Button, Row
from bot.phrases import Phrases, phrases_for
from bot.state import Asked
from retrieval.language import language

log = logging.getLogger(__name__)

NOT_MODIFIED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")


def message_of(update: Update) -> Message:
    """The message that the update is about; the routes let no other update in."""
    message = update.effective_message
    if message is None:
        raise ValueError(f"update {update.update_id} carries no message")
    return message


def asked_in(message: Message) -> Asked:
    """Who asked; an anonymous administrator is nobody."""
    named = message.from_user if message.sender_chat is None else None
    return Asked(message.chat_id, message.message_id, named.id if named else None)


def phrases_of(update: Update, words: str = "") -> Phrases:
    """In the user's language; where Telegram tells none, as of a channel, in that of what was asked."""
    told = update.effective_user.language_code if update.effective_user else None
    return phrases_for(told or (language(words) if words else None))


async def reply(message: Message, page: AnswerPage) -> Message:
    """Sends the page; in a group threaded to the question."""
    return await message.reply_html(page.html, reply_markup=keyboard(page.rows))


async def change(bot: Bot, chat: int, message: int, page: AnswerPage) -> None:
    """Shows the page in the place of a message of the bot's, where that is still there."""
    try:
        await bot.edit_message_text(page.html, chat, message, reply_markup=keyboard(page.rows))
    except BadRequest as refusal:
        swallow_harmless(refusal)


def swallow_harmless(refusal: BadRequest) -> None:
    """The message shows this already, or was deleted meanwhile; raises anything else again."""
    said = str(refusal).lower()
    if NOT_MODIFIED in said:
        return
    if not any(gone in said for gone in GONE):
        raise refusal
    log.info("a message that was to be changed is gone")


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows]) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.text, url=button.url)
    return InlineKeyboardButton(button.text, callback_data=button.data)
