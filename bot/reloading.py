"""Reloading: the corpus read again beside the one that answers, checked, and put in its place in one step."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.archive import Archive, open_archive
from bot.desk import Desk
from bot.settings import Settings, SettingsError
from corpus.library import BusyError, Changes, EmptiedError, Refusal, StoreError, changes

log = logging.getLogger(__name__)

T = TypeVar("T")


class ReloadError(Exception):
    """Why the corpus stays as it was, in English; null reason: it would be left without any article."""

    def __init__(self, reason: str | None) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reloaded:
    articles: int
    changes: Changes
    refused: tuple[Refusal, ...]


@dataclass(slots=True)
class Steps:
    """How far it is: set by the thread that works, read by the one that tells."""

    reading: tuple[int, int] | None = None
    indexing: tuple[int, int] | None = None

    def read(self, done: int, total: int) -> None:
        self.reading = done, total

    def indexed(self, done: int, total: int) -> None:
        self.indexing = done, total


class Reloading:
    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._settings = settings
        self.running = False

    def begin(self, steps: Steps) -> asyncio.Task[Reloaded]:
        """Answers go on meanwhile. Raises ReloadError in the end where nothing has changed.

        Not to be called while one runs: ``running`` is true from this moment on.
        """
        self.running = True
        return asyncio.create_task(self._run(steps))

    async def _run(self, steps: Steps) -> Reloaded:
        try:
            new = await self._read(steps)
            old, self._desk.archive = self._desk.archive, new
            await in_background(new.keep)
            found = await in_background(lambda: changes(old.library, new.library))
        finally:
            self.running = False
        log.info("the corpus was read again: %d articles", len(new.library.articles))
        return Reloaded(len(new.library.articles), found, new.library.refused)

    async def _read(self, steps: Steps) -> Archive:
        old = self._desk.archive
        try:
            return await in_background(lambda: open_archive(self._settings, steps.read, steps.indexed, old))
        except EmptiedError as error:
            raise ReloadError(None) from error  # a folder not mounted rather than one emptied on purpose
        except (SettingsError, BusyError, StoreError) as error:
            raise ReloadError(str(error)) from error


async def in_background(work: Callable[[], T]) -> T:
    """What ``work`` returns, done in a thread that does not keep the process from ending."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def worked() -> None:
        try:
            outcome: tuple[T | None, BaseException | None] = work(), None
        except BaseException as error:
            outcome = None, error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=worked, name="reloading", daemon=True).start()
    return await done
