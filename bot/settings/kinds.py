"""Kinds of setting: what a value may be. Each returns the value read, or raises ValueError saying what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from bot.settings.settings import Secret

Kind = Callable[[object], object]
GROUP_ID = re.compile(r"-\d+")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def path(value: object) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValueError("a path")
    return Path(value).expanduser()


def path_or_none(value: object) -> Path | None:
    return None if value == "" else path(value)


def boolean(value: object) -> bool:
    """As YAML has it, or as the environment can give it."""
    found = value if isinstance(value, bool) else {"true": True, "false": False}.get(str(value).lower())
    if found is None:
        raise ValueError("true or false")
    return found


def address(value: object) -> str:
    """An http or https address with a host."""
    if not isinstance(value, str) or not _is_address(value):
        raise ValueError("an address that begins with https:// or http://")
    return value


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def address_or_empty(value: object) -> str:
    return "" if value == "" else address(value)


def webhook_secret(value: object) -> Secret | None:
    if value == "":
        return None
    if not isinstance(value, str) or not SECRET.fullmatch(value):
        raise ValueError("1–256 of A–Z a–z 0–9 _ -")
    return Secret(value)


def user_ids(value: object) -> tuple[int, ...]:
    """A list of numbers, or one text of them with commas between, as the environment gives it."""
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
    return tuple(_user_id(item) for item in items if item != "")


def _user_id(item: object) -> int:
    number = int(item) if isinstance(item, str) and item.strip().isdecimal() else item
    if not isinstance(number, int) or isinstance(number, bool) or number <= 0:
        raise ValueError("user ids: whole numbers above 0, with commas between")
    return number


def chat_ids(value: object) -> tuple[int, ...]:
    """As ``user_ids``, of groups: their ids are below 0."""
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
    return tuple(_group_id(item) for item in items if item != "")


def _group_id(item: object) -> int:
    number = int(item) if isinstance(item, str) and GROUP_ID.fullmatch(item.strip()) else item
    if not isinstance(number, int) or isinstance(number, bool) or number >= 0:
        raise ValueError("ids of groups: whole numbers below 0, with commas between")
    return number


def chat_or_none(value: object) -> int:
    """The id of any chat; 0 for none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("the id of a chat, or 0")
    return value


def whole(low: int, high: int) -> Kind:
    """A whole number from ``low`` to ``high``."""

    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return value

    return read


def one_of(*choices: str) -> Kind:
    def read(value: object) -> str:
        if value not in choices:
            raise ValueError("one of " + ", ".join(choices))
        return str(value)

    return read
