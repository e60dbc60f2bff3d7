"""Base: one connection to the store's file that threads may share, a statement at a time."""

from __future__ import annotations

import logging
import sqlite3
import weakref
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from corpus.database import open_database
from corpus.store.schema import APPLICATION, FORMAT, TABLES

log = logging.getLogger(__name__)

Row = tuple[Any, ...]

LOOKED_THROUGH = 256 * 1024 * 1024  # bytes: a larger file would cost the start a second
_OF_MEMORY = ":memory:"
_SHARED: dict[str, Any] = {"isolation_level": None, "check_same_thread": False}  # transactions and threads: see Base


class DamagedError(sqlite3.DatabaseError):
    """The store has not what was written to it."""


class Base:
    """``path`` is null where the base is in memory: kept nowhere, and read by the connection that writes."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._lock = RLock()
        self._path = path
        self.close = weakref.finalize(self, connection.close)

    @property
    def in_memory(self) -> bool:
        return self._path is None

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        with self._reading():
            return self._connection.execute(statement, values).fetchall()

    def one(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        with self._reading():
            row: Row | None = self._connection.execute(statement, values).fetchone()
            return row

    def proved(self, expected: int, *texts: str) -> None:
        """Raises DamagedError where ``texts`` have not the checksum that they were written with."""
        with self._reading():
            if checksum(*texts) != expected:
                raise DamagedError("a text differs from what was written")

    def value(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first row's first value, null where there is no row."""
        row = self.one(statement, values)
        return row[0] if row else None

    def run(self, statement: str, values: Sequence[Any] = ()) -> int:
        """The number of the row inserted, where one is."""
        with self._lock:
            return self._connection.execute(statement, values).lastrowid or 0

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._lock:
            self._connection.executemany(statement, rows)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Damage that is met is noted beside the file, so that whoever writes it next begins it anew."""
        with self._lock:
            try:
                yield
            except (sqlite3.OperationalError, sqlite3.ProgrammingError, sqlite3.IntegrityError):
                raise
            except sqlite3.DatabaseError as error:
                log.error("%s is damaged (%s): the next reload or start makes it anew", self._path, error)
                if self._path:
                    with suppress(OSError):
                        suspicion_of(self._path).touch()
                raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done inside, or nothing."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def checksum(*texts: str) -> int:
    return zlib.crc32("\0".join(texts).encode("utf-8", "surrogatepass"))


def suspicion_of(path: Path) -> Path:
    """The file that says that the base at ``path`` was found damaged."""
    return path.with_name(path.name + ".suspect")


def writing_base(path: Path | None, supplement_tables: str, look_through: bool = True) -> Base:
    """The base at ``path``, made where absent; null: one in memory.

    A damaged or foreign file is set aside; a large one, or one not to ``look_through``, where damage is met. Raises
    OSError or sqlite3.Error where it cannot be opened or written.
    """
    def prepare(connection: sqlite3.Connection) -> None:
        _prepare(connection, supplement_tables)

    if path is None:
        connection = sqlite3.connect(_OF_MEMORY, **_SHARED)
        prepare(connection)
        return Base(connection, None)
    small = not path.exists() or path.stat().st_size <= LOOKED_THROUGH
    return Base(open_database(path, prepare, "all articles are read anew", look_through and small, **_SHARED), path)


def reading_base(path: Path) -> Base:
    """The file at ``path`` as it is at this moment, whatever is written to it later. Raises sqlite3.Error."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    base = Base(sqlite3.connect(address, uri=True, **_SHARED), path)
    base.run("PRAGMA query_only = 1")
    hold(base)
    return base


def hold(base: Base) -> None:
    """From now on ``base`` reads what stands there now."""
    base.run("BEGIN")
    base.rows("SELECT 1 FROM setting LIMIT 1")  # a transaction begins with the first thing read


def let_go(base: Base) -> None:
    base.run("COMMIT")


def _prepare(connection: sqlite3.Connection, supplement_tables: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    if tables and (application, version) != (APPLICATION, FORMAT):
        raise sqlite3.DatabaseError("not of this program, or of another version of it")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if not tables:
        connection.executescript(TABLES.format(application=APPLICATION, format=FORMAT))
    connection.executescript(supplement_tables)
