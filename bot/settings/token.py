"""Token: Telegram's secret, from the environment or from a file that the environment names, never from config.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from bot.settings.settings import Secret

# Any digits:letters is taken: whether it is right, Telegram decides.
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


def read_token(environ: Mapping[str, str]) -> Secret | None:
    """The token, or null where none is given.

    Raises ValueError, naming the variable and never showing the value, where it is no token.
    """
    value, file = environ.get("TELEGRAM_TOKEN", "").strip(), environ.get("TELEGRAM_TOKEN_FILE", "").strip()
    if value and file:
        raise ValueError("TELEGRAM_TOKEN and TELEGRAM_TOKEN_FILE are both set: keep one of them")
    if file:
        return _checked(_content(file), "the file named by TELEGRAM_TOKEN_FILE")
    return _checked(value, "TELEGRAM_TOKEN") if value else None


def _content(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ValueError(f"TELEGRAM_TOKEN_FILE: {file} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"TELEGRAM_TOKEN_FILE: {file} is not a text file") from error


def _checked(value: str, where: str) -> Secret:
    if not TOKEN.fullmatch(value):
        raise ValueError(f"{where} does not hold a bot token: digits, a colon, then letters, as @BotFather gives it")
    return Secret(value)
