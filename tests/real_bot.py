"""The real bot process on a local Bot API of the test's own, and the messages that it sends."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playground.bot_process import bot_environment
from playground.world.world import Event
from tests.local_bot_api import LocalBotApi, local_bot_api
from tests.test_playground_process import ROOT


@dataclass
class RealBot:
    """`said` are the bot's messages as they came, edits included; `log` is its standard error once it has ended."""

    local: LocalBotApi
    process: asyncio.subprocess.Process
    said: list[dict[str, Any]] = field(default_factory=list)
    log: str = ""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, event: Event) -> None:
        if event.kind == "message" and event.data["from"]["id"] == self.local.world.bot.id:
            self.said.append(event.data)
        self._changed.set()

    async def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        """Wait until something holds, looked at after each of the world's events."""
        async with asyncio.timeout(seconds):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    async def says(self, number: int = 1) -> list[dict[str, Any]]:
        await self.until(lambda: len(self.said) >= number)
        return self.said

    async def end(self) -> int:
        """SIGTERM, and the exit code."""
        if self.process.returncode is None:
            self.process.terminate()
        _, log = await asyncio.wait_for(self.process.communicate(), 30)
        self.log += log.decode()
        return self.process.returncode or 0


@asynccontextmanager
async def real_bot(articles: Path, state: Path, **environment: str) -> AsyncIterator[RealBot]:
    """The bot, once it asks for updates."""
    async with local_bot_api() as local:
        own = {"CORPUS_PATH": str(articles), "STATE_PATH": str(state)} | environment
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=ROOT, env=bot_environment(local.server) | own,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        bot = RealBot(local, process)
        stop = local.world.listen(bot.note)
        try:
            await asyncio.wait_for(local.api.updates.polled.wait(), 90)
            yield bot
        finally:
            stop()
            if process.returncode is None:
                process.kill()
                await process.communicate()
