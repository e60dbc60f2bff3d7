"""Notices: fixed replies: /start, /help, an unknown command, a message without text."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.replies import message_of, phrases_of, reply
from bot.message import notice

Context = ContextTypes.DEFAULT_TYPE


async def show_start(update: Update, context: Context) -> None:
    await reply(message_of(update), [notice(phrases_of(update).start)])


async def show_help(update: Update, context: Context) -> None:
    await reply(message_of(update), [notice(phrases_of(update).help.format(bot=context.bot.username))])


async def show_unknown_command(update: Update, context: Context) -> None:
    await reply(message_of(update), [notice(phrases_of(update).unknown_command)])


async def show_not_text(update: Update, context: Context) -> None:
    await reply(message_of(update), [notice(phrases_of(update).not_text)])
