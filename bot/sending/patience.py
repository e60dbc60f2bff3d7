"""Patience: how long each kind of call is tried, and waits that end early when the bot is told to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

FIRST_PAUSE = 0.5  # seconds, doubled each time
LONGEST_PAUSE = 8.0
FOREVER = float("inf")

# Seconds for which a call is tried again. An inline answer is of no use after ten, a tap's after fifteen; typing is
# over before it could be repeated: what is not named here is made once. At the start the bot waits for its network.
TRIED_FOR: Mapping[str, float] = {
    "getMe": FOREVER,
    "deleteWebhook": FOREVER,
    "setWebhook": FOREVER,
    "sendMessage": 600.0,
    "editMessageText": 600.0,
    "editMessageReplyMarkup": 600.0,
    "answerCallbackQuery": 12.0,
    "answerInlineQuery": 8.0,
    "setMyCommands": 60.0,
    "getFile": 30.0,
}

# Once told to stop, the bot is gone within ten seconds.
LEFT_AFTER_STOP = 7.0


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the loop's clock."""

    at: float
    now: Callable[[], float]

    @property
    def left(self) -> float:
        return self.at - self.now()


class Patience:
    def __init__(self) -> None:
        self._stopping = asyncio.Event()
        self._end: float | None = None

    def stop(self) -> None:
        """From now on nothing is waited for that would not come before the end."""
        if not self._stopping.is_set():
            self._end = _now() + LEFT_AFTER_STOP
            self._stopping.set()

    @property
    def stopping(self) -> bool:
        return self._stopping.is_set()

    def deadline(self, endpoint: str) -> Deadline:
        return Deadline(_now() + TRIED_FOR.get(endpoint, 0.0), _now)

    async def wait(self, seconds: float, deadline: Deadline) -> bool:
        """False, and no waiting, where it would outlast the deadline or the bot's own end.

        A bot that is told to stop meanwhile waits no longer than its own end allows.
        """
        if seconds > min(deadline.left, self._left()):
            return False
        if self.stopping:
            await asyncio.sleep(seconds)
            return True
        began = _now()
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return True
        rest = seconds - (_now() - began)
        return await self.wait(rest, deadline)

    def _left(self) -> float:
        return float("inf") if self._end is None else self._end - _now()


def pauses() -> Iterator[float]:
    """Seconds between attempts, without end."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(2 * pause, LONGEST_PAUSE)


def _now() -> float:
    return asyncio.get_running_loop().time()
