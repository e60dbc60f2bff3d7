"""``start``: what a newcomer runs: the bot where there is a token, else a conversation in the terminal."""

from __future__ import annotations

from argparse import Namespace

from bot.archive import open_archive
from bot.commands.opening import open_settings
from bot.terminal import converse


def run(arguments: Namespace) -> int:
    settings = open_settings(arguments)
    if settings.token is None:
        return converse(open_archive(settings), settings.answer)
    from bot.commands.run import serve_telegram  # Telegram's library is slow to import

    return serve_telegram(settings)
