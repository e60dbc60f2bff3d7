"""State: the one SQLite file, opened, checked and brought up to date."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bot.settings import SettingsError
from bot.state.answers import KeptAnswers
from bot.state.groups import MovedGroups
from bot.state.migrations import MIGRATIONS
from corpus.database import open_database

NAME = "state.sqlite"
LOST = "buttons of earlier answers will not work"
PATIENCE = 5.0  # seconds that a statement waits for another process, say a backup


@dataclass(frozen=True, slots=True)
class State:
    """Used by the event loop's thread alone: each statement takes well under a millisecond."""

    base: sqlite3.Connection
    answers: KeptAnswers
    groups: MovedGroups

    def close(self) -> None:
        self.base.close()


def open_state(folder: Path) -> State:
    """The state under ``folder``; a damaged file is set aside and begun anew.

    Raises SettingsError where it cannot be opened, or was written by a newer version of the bot.
    """
    path = folder / NAME
    try:
        base = open_database(path, _prepare, LOST, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise SettingsError(f"state.path (STATE_PATH): {path} cannot be used ({error})") from error
    return State(base, KeptAnswers(base), MovedGroups(base))


def _prepare(base: sqlite3.Connection) -> None:
    # With a write-ahead log a commit waits for no disk: losing the last answers to a power cut loses only buttons.
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    _migrate(base)


def _migrate(base: sqlite3.Connection) -> None:
    """All steps or none; a second process waits for the first."""
    base.execute("BEGIN IMMEDIATE")
    try:
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise sqlite3.OperationalError(f"a newer version of the bot wrote it: {version}, not {len(MIGRATIONS)}")
        for migration in MIGRATIONS[version:]:
            for statement in migration.split(";"):
                base.execute(statement)
        base.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise
