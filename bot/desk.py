"""Desk: where handlers ask. The searcher works off the event loop, a few questions at a time; the others wait."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from retrieval.answer import Answer


class Answering(Protocol):
    """What the desk asks of a searcher."""

    def answer(self, question: str, limit: int = 3) -> Answer: ...


class Desk:
    def __init__(self, searcher: Answering, at_once: int) -> None:
        self._searcher = searcher
        self._workers = ThreadPoolExecutor(at_once, thread_name_prefix="desk")

    async def answer(self, question: str, limit: int) -> Answer:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._workers, self._searcher.answer, question, limit)

    def close(self) -> None:
        """Waits for the questions being searched; takes no more."""
        self._workers.shutdown()
