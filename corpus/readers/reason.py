"""Reason: why a file is no article, fit for a line of a list, a log and a store, whatever it quotes of the file."""

from __future__ import annotations

_LONGEST = 300  # characters


def reason_of(words: str) -> str:
    """``words`` on one line of bounded length; what cannot be seen or is no character is written as its number."""
    line = " ".join(words.split())
    short = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in short)


def unforeseen(what: str, error: Exception | None) -> str:
    """The reason where no rule foresaw ``error``: ``what`` failed."""
    return reason_of(f"could not be {what} ({type(error).__name__}: {error}); please report it with the file")
