"""Errors: logged first, without anything a user wrote; then told to the administrators, and plainly to the user."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from traceback import extract_tb, format_tb

from telegram import Bot, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.handlers.replies import phrases_of, reply
from bot.message import AnswerPage, notice
from bot.phrases import phrases_for
from bot.statistics import Statistics

log = logging.getLogger(__name__)

REPORTED_EVERY = 600.0  # seconds between reports of the same error


@dataclass(frozen=True, slots=True)
class Errors:
    """``admin_chat`` 0: nobody is told."""

    admin_chat: int
    statistics: Statistics
    clock: Callable[[], float] = time.monotonic
    reported: dict[str, float] = field(default_factory=dict)

    async def handle(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        error = context.error
        if error is None or _is_of_polling(update, error):
            return
        log_error(error)
        if isinstance(error, TelegramError) and not isinstance(error, BadRequest):
            return  # blocked, kicked, or no network for longer than is worth trying: another message would fail alike
        self.statistics.count("errors")
        await self._report(error, context.bot)
        if isinstance(update, Update) and update.effective_message:
            with suppress(TelegramError):
                await reply(update.effective_message, AnswerPage(notice(phrases_of(update).failed)))

    async def _report(self, error: Exception, bot: Bot) -> None:
        kind, place = type(error).__name__, place_of(error)
        now, key = self.clock(), f"{kind} {place}"
        if not self.admin_chat or now - self.reported.get(key, -REPORTED_EVERY) < REPORTED_EVERY:
            return
        self.reported[key] = now
        line = phrases_for("ru").error_report.format(kind=kind, place=place)
        try:
            await bot.send_message(self.admin_chat, notice(line))
        except TelegramError as failure:
            log.warning("telegram.admin_chat: the error could not be reported there: %s", failure)


def _is_of_polling(update: object, error: Exception) -> bool:
    """No update came: ``PollingRequest`` has told of it once, and the library goes on trying."""
    return update is None and isinstance(error, TelegramError)


def log_error(error: Exception) -> None:
    """What Telegram says takes a line. Of our own errors the kind and the place: their text may hold a user's words."""
    if isinstance(error, Forbidden):
        log.info("not answered, the bot may not write there: %s", error)
    elif isinstance(error, TelegramError):
        log.warning("Telegram: %s: %s", type(error).__name__, error)
    else:
        log.error("%s while handling an update, at\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))


def place_of(error: Exception) -> str:
    """The innermost function of ours: "module.py:12 function"."""
    frames = extract_tb(error.__traceback__)
    return f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno} {frames[-1].name}" if frames else "?"
