"""Desk: where handlers ask. The searcher works off the event loop, a few questions at a time; the others wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from bot.archive import Archive
from retrieval.answer import Answer
from retrieval.extract import Extract
from retrieval.lookup import Context

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """``archive`` may be replaced at any time: what was begun ends with the old one, what begins takes the new."""

    def __init__(self, archive: Archive, at_once: int) -> None:
        self.archive = archive
        self._workers = ThreadPoolExecutor(at_once, thread_name_prefix="desk")

    async def answer(self, question: str, limit: int) -> Answer:
        return await self._worked(self.archive.searcher.answer, question, limit)

    async def extracts(self, ids: tuple[str, ...]) -> list[Extract | None]:
        """The words with these ids, null for those that the corpus no longer has."""
        find = self.archive.searcher.extract_by_id
        return await self._worked(lambda: [find(id) for id in ids])

    async def context(self, id: str) -> Context | None:
        return await self._worked(self.archive.searcher.context_of, id)

    async def _worked(self, work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._workers, lambda: work(*args, **named))

    def close(self) -> None:
        """Waits for the questions being searched; takes no more."""
        self._workers.shutdown()
