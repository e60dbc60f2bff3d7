"""Errors: logged first, without anything a user wrote; then a plain line to the user."""

from __future__ import annotations

import logging
from contextlib import suppress
from traceback import format_tb

from telegram import Update
from telegram.error import BadRequest, Conflict, TelegramError
from telegram.ext import ContextTypes

from bot.handlers.replies import phrases_of, reply
from bot.message import notice

log = logging.getLogger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    error = context.error
    if error is None:
        return
    log_error(error)
    if isinstance(update, Update) and update.effective_message and not unreachable(error):
        with suppress(TelegramError):
            await reply(update.effective_message, [notice(phrases_of(update).failed)])


def log_error(error: Exception) -> None:
    """What Telegram says takes a line. Of our own errors the kind and the place: their text may hold a user's words."""
    if isinstance(error, Conflict):
        log.error("another instance of this bot is polling with the same token; stop one of them")
    elif isinstance(error, TelegramError):
        log.warning("Telegram: %s: %s", type(error).__name__, error)
    else:
        log.error("%s while handling an update, at\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))


def unreachable(error: Exception) -> bool:
    """Whether another message would fail alike: blocked, flooded, no network. A refused message was the bot's fault."""
    return isinstance(error, TelegramError) and not isinstance(error, BadRequest)
