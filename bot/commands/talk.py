"""``talk``: a conversation in the terminal."""

from __future__ import annotations

from argparse import Namespace

from bot.archive import open_archive
from bot.commands.opening import open_settings
from bot.terminal import converse


def run(arguments: Namespace) -> int:
    settings = open_settings(arguments)
    return converse(open_archive(settings), settings.answer)
