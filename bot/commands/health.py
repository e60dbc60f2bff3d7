"""``health``: asks a running bot on this machine whether it is ready; for a container's health check."""

from __future__ import annotations

import sys
from argparse import Namespace
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from bot.commands.opening import open_settings
from bot.health import LOOPBACK
from bot.settings import SettingsError

PATIENCE = 4  # seconds


def run(arguments: Namespace) -> int:
    """0 where the bot is ready, 1 where it is not, or does not answer."""
    port = open_settings(arguments).health.port
    if not port:
        raise SettingsError("health.port is 0, so no running bot can be asked: set health.port")
    try:
        with urlopen(f"http://{LOOPBACK}:{port}/ready", timeout=PATIENCE) as answer:
            return 0 if answer.status == 200 else 1
    except (HTTPError, URLError, OSError) as error:
        print(f"not ready: {error}", file=sys.stderr)
        return 1
