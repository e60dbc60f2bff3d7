"""Buttons: what stands under a message, and the short data that a tap brings back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

DATA = re.compile(r"(?P<what>[pce]):(?P<answer>[\w-]{0,32}):(?P<number>\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Button:
    """Either ``data`` for a tap, at most 64 bytes, or a ``url``."""

    text: str
    data: str = ""
    url: str = ""


Row = tuple[Button, ...]


class What(Enum):
    PAGE = "p"
    CONTEXT = "c"
    EXAMPLE = "e"


@dataclass(frozen=True, slots=True)
class Tap:
    """``number``: of the page, or of the extract or example, counted from 1. It says where to go, not how far: a tap
    that comes twice leads to the same place."""

    what: What
    answer: str
    number: int

    @property
    def data(self) -> str:
        return f"{self.what.value}:{self.answer}:{self.number}"


def read_tap(data: str) -> Tap | None:
    """Null for data of a button that this bot never made."""
    match = DATA.fullmatch(data)
    return Tap(What(match["what"]), match["answer"], int(match["number"])) if match else None
