"""Replies: what every handler needs of an update, and sending."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import Message, Update

from bot.phrases import Phrases, phrases_for


def message_of(update: Update) -> Message:
    """The message that the update is about; the routes let no other update in."""
    message = update.effective_message
    if message is None:
        raise ValueError(f"update {update.update_id} carries no message")
    return message


def phrases_of(update: Update) -> Phrases:
    """In the user's language."""
    return phrases_for(update.effective_user.language_code if update.effective_user else None)


async def reply(message: Message, htmls: Iterable[str]) -> None:
    """Sends one message after another; in a group threaded to the question."""
    for html in htmls:
        await message.reply_html(html)
