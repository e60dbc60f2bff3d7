"""KeptAnswers: what each answer shows and where, so that its buttons work after a restart and edits find it."""

from __future__ import annotations

import logging
import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.state.contents import COLUMNS, Contents, contents_of, row_of

log = logging.getLogger(__name__)

ID_BYTES = 6
DAYS_KEPT = 90
SECONDS_KEPT = DAYS_KEPT * 24 * 3600
SWEPT_EVERY = 500  # answers

SELECT = f"SELECT id, reply, {', '.join(COLUMNS)} FROM answer"
SET = ", ".join(f"{name} = ?" for name in COLUMNS)
UPDATE = f"UPDATE answer SET {SET} WHERE id = ?"
INSERT = (
    f"INSERT INTO answer (id, user, chat, question, made, {', '.join(COLUMNS)})"
    f" VALUES (?, ?, ?, ?, ?{', ?' * len(COLUMNS)})"
    f" ON CONFLICT (chat, question) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in COLUMNS)}"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The message that asked; ``user`` is null for somebody who has no name of their own."""

    chat: int
    message: int
    user: int | None

    @property
    def in_private(self) -> bool:
        return self.chat > 0  # the ids of groups are below


@dataclass(frozen=True, slots=True)
class Kept:
    """``reply`` is the id of the message that shows it."""

    id: str
    contents: Contents
    reply: int | None


class KeptAnswers:
    def __init__(self, base: sqlite3.Connection, clock: Callable[[], float] = time.time) -> None:
        self._base = base
        self._clock = clock
        self._until_swept = 0

    def keep(self, asked: Asked, contents: Contents) -> Kept:
        """A question asked again, by an edit, keeps its id and its reply.

        On a full disk, say, nothing is kept: the answer goes out all the same, with an id that nothing is found by.
        """
        self._sweep()
        key = (secrets.token_urlsafe(ID_BYTES), asked.user, asked.chat, asked.message, int(self._clock()))
        self._write(INSERT, *key, *row_of(contents))
        return self.to(asked.chat, asked.message) or Kept("", contents, None)

    def change(self, id: str, contents: Contents) -> None:
        """What the answer shows from now on."""
        self._write(UPDATE, *row_of(contents), id)

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
        row = self._base.execute(f"{SELECT} WHERE {condition}", values).fetchone()
        return Kept(row[0], contents_of(row[2:]), row[1]) if row else None

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
