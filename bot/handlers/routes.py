"""Routes: which update goes to which handler, in order; the first that fits takes it."""

from __future__ import annotations

from typing import Any

from telegram import Message
from telegram.ext import Application, CommandHandler, InlineQueryHandler, MessageHandler, filters

from bot.desk import Desk
from bot.handlers.errors import on_error
from bot.handlers.inline import InlineQueries
from bot.handlers.notices import show_help, show_not_text, show_start, show_unknown_command
from bot.handlers.questions import Questions
from bot.settings import Settings


class OwnInlineResult(filters.MessageFilter):
    """A message that somebody sent by choosing one of this bot's inline results."""

    def filter(self, message: Message) -> bool:
        return message.via_bot is not None and message.via_bot.id == message.get_bot().id


NEW = filters.UpdateType.MESSAGE & ~OwnInlineResult()  # neither edits nor what the bot itself said
PRIVATE = NEW & filters.ChatType.PRIVATE
CHATS = NEW & (filters.ChatType.PRIVATE | filters.ChatType.GROUPS)


def add_handlers(application: Application[Any, Any, Any, Any, Any, Any], desk: Desk, settings: Settings) -> None:
    questions = Questions(desk, settings.answer)
    inline = InlineQueries(desk, settings.inline)
    application.add_handlers(
        [
            InlineQueryHandler(inline.answer),
            CommandHandler("start", show_start, CHATS),
            CommandHandler("help", show_help, CHATS),
            CommandHandler("ask", questions.command, CHATS),
            MessageHandler(PRIVATE & filters.COMMAND, show_unknown_command),
            MessageHandler(PRIVATE & filters.TEXT, questions.message),
            MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, show_not_text),
        ]
    )
    application.add_error_handler(on_error)
