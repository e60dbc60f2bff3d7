"""Buttons: what stands under a message, and the short data that a tap brings back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

LONGEST_LABEL = 29  # characters; a phone shows no more of a button in a row of its own
DATA = re.compile(r"(?P<what>[pceoPC]):(?P<answer>[\w-]{0,32}):(?P<number>\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Button:
    """Either ``data`` for a tap, at most 64 bytes, or a ``url``."""

    text: str
    data: str = ""
    url: str = ""


Row = tuple[Button, ...]


class What(Enum):
    """In capitals: of the extracts that the answer has without its filters."""

    PAGE = "p"
    CONTEXT = "c"
    WIDER_PAGE = "P"
    WIDER_CONTEXT = "C"
    EXAMPLE = "e"
    OFFER = "o"

    @property
    def wider(self) -> bool:
        return self.value.isupper()


@dataclass(frozen=True, slots=True)
class Tap:
    """``number``: of the page, or of the extract, example or offer, counted from 1. It says where to go, not how far:
    a tap that comes twice leads to the same place."""

    what: What
    answer: str
    number: int

    @property
    def data(self) -> str:
        return f"{self.what.value}:{self.answer}:{self.number}"


def label(text: str) -> str:
    """``text`` as short as a button's."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1].rstrip() + "…"


def read_tap(data: str) -> Tap | None:
    """Null for data of a button that this bot never made."""
    match = DATA.fullmatch(data)
    return Tap(What(match["what"]), match["answer"], int(match["number"])) if match else None
