"""``run``: the bot, until it is told to stop."""

from __future__ import annotations

from argparse import Namespace

from telegram.error import InvalidToken

from bot.app import NO_TOKEN, build_application, serve
from bot.archive import open_archive
from bot.commands.opening import open_settings
from bot.settings import Settings, SettingsError


def run(arguments: Namespace) -> int:
    return serve_telegram(open_settings(arguments))


def serve_telegram(settings: Settings) -> int:
    if settings.token is None:  # said before the corpus is read, which may take a while
        raise SettingsError(NO_TOKEN)
    archive = open_archive(settings)
    try:
        serve(build_application(settings, archive), settings)
    except InvalidToken as error:
        raise SettingsError("TELEGRAM_TOKEN: Telegram does not accept this token") from error
    return 0
