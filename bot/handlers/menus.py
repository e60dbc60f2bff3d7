"""Menus: the commands that Telegram offers, by scope and language; the administrators' in their own chats alone."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, TelegramError

from bot.phrases import Phrases
from bot.phrases.choice import PHRASES, phrases_for

log = logging.getLogger(__name__)

EVERYBODY = ("ask", "check", "help", "about", "sources", "privacy", "forget")
GROUP = ("ask", "check", "help", "about", "sources", "privacy")
ADMINISTRATOR = (*EVERYBODY, "reload", "stats", "version")


async def set_menus(bot: Bot, admin_ids: Iterable[int]) -> None:
    """A menu that cannot be set is told of in the log: the bot works without."""
    for scope, names in scopes(admin_ids):
        try:
            await _set(bot, scope, names)
        except BadRequest as refusal:
            # An administrator who has never written to the bot has no chat with it yet: the next start sets it.
            log.info("the menu of %s was not set: %s", scope.type, refusal)
        except TelegramError as error:
            log.warning("menus of commands were not set: %s", error)
            return


def scopes(admin_ids: Iterable[int]) -> Iterator[tuple[BotCommandScope, Sequence[str]]]:
    yield BotCommandScopeAllPrivateChats(), EVERYBODY
    yield BotCommandScopeAllGroupChats(), GROUP
    for id in admin_ids:
        yield BotCommandScopeChat(id), ADMINISTRATOR


async def _set(bot: Bot, scope: BotCommandScope, names: Sequence[str]) -> None:
    await bot.set_my_commands(commands(names, phrases_for(None)), scope)
    for language, phrases in PHRASES.items():
        await bot.set_my_commands(commands(names, phrases), scope, language)


def commands(names: Sequence[str], phrases: Phrases) -> list[BotCommand]:
    return [BotCommand(name, phrases.commands[name]) for name in names]
