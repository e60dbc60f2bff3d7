"""``start``: what a newcomer runs: the bot where there is a token, else the same bot behind a web chat."""

from __future__ import annotations

from argparse import Namespace

from bot.commands.opening import open_settings


def run(arguments: Namespace) -> int:
    settings = open_settings(arguments)
    if settings.token is None:
        from playground.__main__ import main  # known here alone: the bot needs no playground

        return main(["--config", str(arguments.config)] if arguments.config else [])
    from bot.commands.run import serve_telegram  # Telegram's library is slow to import

    return serve_telegram(settings)
