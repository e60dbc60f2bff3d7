"""Desk: where handlers ask. The searcher works off the event loop, a few questions at a time; the others wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.archive import Archive, Searching
from bot.finding import Found, find
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.decision import Strictness
from retrieval.extract import Extract
from retrieval.lookup import Context
from retrieval.verify import Verification

T = TypeVar("T")


class Desk:
    """``archive`` may be replaced at any time: what was begun ends with the old one, what begins takes the new."""

    def __init__(self, archive: Archive, at_once: int, strictness: Strictness = Strictness.USUAL) -> None:
        self.archive = archive
        self._strictness = strictness
        self._workers = ThreadPoolExecutor(at_once, thread_name_prefix="desk")

    async def answer(self, question: str, limit: int) -> Answer:
        return await self._worked(lambda searcher: searcher.answer(question, limit, strictness=self._strictness))

    async def find(self, question: str, limit: int, before: str | None) -> Found:
        """The answer with what its buttons lead to; ``before`` as in ``bot.finding.find``."""
        return await self._worked(lambda searcher: find(searcher, question, limit, before, self._strictness))

    async def verify(self, quotation: str) -> tuple[Verification, Coverage]:
        """The verdict, and what the corpus that gave it covers."""
        return await self._worked(lambda searcher: (searcher.verify(quotation), searcher.coverage))

    async def extracts(self, ids: tuple[str, ...]) -> list[Extract | None]:
        """The words with these ids, null for those that the corpus no longer has."""
        return await self._worked(lambda searcher: [searcher.extract_by_id(id) for id in ids])

    async def context(self, id: str) -> Context | None:
        return await self._worked(lambda searcher: searcher.context_of(id))

    async def _worked(self, work: Callable[[Searching], T]) -> T:
        searcher = self.archive.searcher
        return await asyncio.get_running_loop().run_in_executor(self._workers, work, searcher)

    def close(self) -> None:
        """Waits for the questions being searched; takes no more."""
        self._workers.shutdown()
