"""Bot process: the real bot, `python -m bot run`, with this machine's local Bot API for Telegram."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable

from playground.server import PlaygroundServer
from playground.world.cast import ADMINISTRATORS

#: Seconds that the bot has to deliver what it has begun.
GRACE = 15.0


class BotProcess:
    """`arguments` go to `bot run` as they are. The bot's own messages go to standard error."""

    def __init__(self, server: PlaygroundServer, arguments: tuple[str, ...] = ()) -> None:
        self._server = server
        self._arguments = arguments
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        # A session of its own: Ctrl-C in the terminal reaches the playground, which then ends the bot once.
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", *self._arguments,
            env=bot_environment(self._server), stdin=asyncio.subprocess.DEVNULL, stdout=sys.stderr,
            start_new_session=True, preexec_fn=_end_with_parent(),
        )  # fmt: skip

    async def ended(self) -> int:
        """The exit code, once the bot has ended."""
        return await self._running.wait()

    async def answers(self) -> bool:
        """True once the bot asks for updates; False where it ended before."""
        asking = asyncio.ensure_future(self._server.people.api.updates.polled.wait())
        ended = asyncio.ensure_future(self.ended())
        await asyncio.wait({asking, ended}, return_when=asyncio.FIRST_COMPLETED)
        answers = asking.done() and not ended.done()
        for waiting in (asking, ended):
            waiting.cancel()
        return answers

    async def stop(self) -> int:
        """End the bot and return its exit code; it is killed where it outlasts the grace."""
        with contextlib.suppress(ProcessLookupError):
            self._running.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self._running.wait(), GRACE)
        except TimeoutError:
            self._running.kill()
            return await self._running.wait()

    @property
    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("the bot has not been started")
        return self._process


def bot_environment(server: PlaygroundServer) -> dict[str, str]:
    """This process's environment with the local Bot API in it, and no proxy between it and the bot."""
    inherited = {name: value for name, value in os.environ.items() if name != "TELEGRAM_TOKEN_FILE"}
    return inherited | {
        "TELEGRAM_TOKEN": server.people.api.token,
        "TELEGRAM_BASE_URL": server.base_url,
        "TELEGRAM_BASE_FILE_URL": server.base_file_url,
        "ADMIN_IDS": ",".join(str(user.id) for user in ADMINISTRATORS),
        "NO_PROXY": "127.0.0.1,localhost",
        "no_proxy": "127.0.0.1,localhost",
    }


def _end_with_parent() -> Callable[[], object] | None:
    """On Linux, have the bot ended even where the playground is killed and can end nothing."""
    if not sys.platform.startswith("linux"):
        return None
    parent_death_signal = 1  # PR_SET_PDEATHSIG
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(parent_death_signal, signal.SIGTERM)
