"""KeptAnswers: what each answer shows and where, so that its buttons work after a restart and edits find it."""

from __future__ import annotations

import logging
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

log = logging.getLogger(__name__)

ID_BYTES = 6
DAYS_KEPT = 90
SECONDS_KEPT = DAYS_KEPT * 24 * 3600
SWEPT_EVERY = 500  # answers


@dataclass(frozen=True, slots=True)
class Asked:
    """The message that asked; ``user`` is null for somebody who has no name of their own."""

    chat: int
    message: int
    user: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """``extracts`` are ids; ``language`` is the frame's; ``reply`` the id of the message that shows it."""

    id: str
    language: str
    extracts: tuple[str, ...]
    reply: int | None


class KeptAnswers:
    def __init__(self, base: sqlite3.Connection, clock: Callable[[], float] = time.time) -> None:
        self._base = base
        self._clock = clock
        self._until_swept = 0

    def keep(self, asked: Asked, language: str, extracts: Sequence[str]) -> Kept:
        """A question asked again, by an edit, keeps its id and its reply.

        On a full disk, say, nothing is kept: the answer goes out all the same, with an id that nothing is found by.
        """
        self._sweep()
        row = (secrets.token_urlsafe(ID_BYTES), language, " ".join(extracts), asked.user, asked.chat, asked.message)
        self._write(
            "INSERT INTO answer (id, language, extracts, user, chat, question, made) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (chat, question) DO UPDATE SET language = excluded.language, extracts = excluded.extracts",
            *row,
            int(self._clock()),
        )
        return self.to(asked.chat, asked.message) or Kept("", language, tuple(extracts), None)

    def replied(self, id: str, message: int) -> None:
        """The message with this id shows the answer."""
        self._write("UPDATE answer SET reply = ? WHERE id = ?", message, id)

    def with_id(self, id: str) -> Kept | None:
        return self._one("id = ?", id)

    def to(self, chat: int, question: int) -> Kept | None:
        """The answer to a message."""
        return self._one("chat = ? AND question = ?", chat, question)

    def forget(self, user: int) -> int:
        """Deletes what the user's questions left; how many answers that were."""
        return self._base.execute("DELETE FROM answer WHERE user = ?", (user,)).rowcount

    def count(self) -> int:
        (number,) = self._base.execute("SELECT count(*) FROM answer").fetchone()
        return int(number)

    def _one(self, condition: str, *values: object) -> Kept | None:
        found = self._base.execute(f"SELECT id, language, extracts, reply FROM answer WHERE {condition}", values)
        row = found.fetchone()
        return Kept(row[0], row[1], tuple(row[2].split()), row[3]) if row else None

    def _sweep(self) -> None:
        """Now and then deletes what is older than is promised."""
        self._until_swept -= 1
        if self._until_swept < 0:
            self._until_swept = SWEPT_EVERY
            self._write("DELETE FROM answer WHERE made < ?", int(self._clock()) - SECONDS_KEPT)

    def _write(self, statement: str, *values: object) -> None:
        try:
            self._base.execute(statement, values)
        except sqlite3.Error as error:
            log.warning("an answer is not kept, its buttons will not work: %s", error)
