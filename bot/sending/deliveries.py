"""Deliveries: the application's rate limiter: each chat in its turn, floods waited out, lost connections made good.

The library's own AIORateLimiter halts every request of the bot after one 429, so that one flooded group would hold
up all chats; here a flood stops the calls into its chat alone. Within a chat one message is sent after another:
that is Telegram's limit anyway, and lets ``arrival`` be sure which message it asks about.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import ChatMigrated, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.polling import NO_NETWORK
from bot.sending.arrival import NewestIds, arrived
from bot.sending.call import REFUSALS, Call, Result, surely_unsent
from bot.sending.locks import Locks
from bot.sending.patience import FOREVER, TRIED_FOR, Patience, pauses

log = logging.getLogger(__name__)

# The library's own switch: spans of time as timedelta. Without it every flood would bring a warning into the log.
os.environ.setdefault("PTB_TIMEDELTA", "true")

A_SECOND = 30  # messages that Telegram takes from a bot, all chats together
SLACK = 0.1  # seconds on top of what a flood asks for


class Deliveries(BaseRateLimiter[None]):
    def __init__(self) -> None:
        self.newest = NewestIds()
        self.patience = Patience()
        self._chats: Locks[int] = Locks()
        self._all = AsyncLimiter(A_SECOND, 1)

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        call = Call(callback, endpoint, data, kwargs)
        if call.chat is None:
            return await self._delivered(call)
        async with self._chats.of(call.chat):
            if not self.patience.stopping:
                await self._all.acquire()
            return await self._into_chat(call, call.chat)

    async def _into_chat(self, call: Call, chat: int) -> Result:
        try:
            result = await self._delivered(call)
        except ChatMigrated as moved:
            # The question stays behind under its old id, so the answer cannot be threaded to it.
            data = {name: value for name, value in call.data.items() if name != "reply_parameters"}
            chat = moved.new_chat_id
            result = await self._delivered(call.changed(call.endpoint, data | {"chat_id": chat}))
        if isinstance(result, dict) and "message_id" in result:
            self.newest.saw(chat, result["message_id"])
        return result

    async def _delivered(self, call: Call) -> Result:
        """Made until it succeeds, is refused or is no longer worth it; raises what the last attempt raised."""
        deadline = self.patience.deadline(call.endpoint)
        attempt = _Attempt(call, self.newest)
        for number, pause in enumerate(pauses()):
            try:
                return await attempt.made()
            except RetryAfter as flood:
                trouble: TelegramError = flood
                pause = _seconds(flood) + SLACK
            except REFUSALS:
                raise
            except NetworkError as error:
                trouble = error
            if not number:
                _tell(call, trouble)
            if not await self.patience.wait(pause, deadline):
                raise trouble
        raise AssertionError("pauses have no end")


class _Attempt:
    """A call made again and again; a message that may have arrived is looked for before it is sent again."""

    def __init__(self, call: Call, newest: NewestIds) -> None:
        self._call = call
        self._newest = newest
        self._mark = newest.mark(call.data["chat_id"]) if call.sends else None
        self._unconfirmed = False

    async def made(self) -> Result:
        if self._unconfirmed and self._mark:
            found = await arrived(self._call, self._newest.since(self._mark, self._call.data["chat_id"]))
            if found is not None:
                return found
            self._unconfirmed = False
        try:
            return await self._call.made()
        except REFUSALS:
            raise
        except NetworkError as error:
            self._unconfirmed = not surely_unsent(error)
            raise


def _tell(call: Call, trouble: TelegramError) -> None:
    """A line for each call that fails, not for each attempt."""
    if TRIED_FOR.get(call.endpoint) == FOREVER:
        log.warning(NO_NETWORK, f"{call.endpoint}: {trouble}")
    elif call.endpoint in TRIED_FOR:
        log.warning("%s: %s; it is tried again", call.endpoint, trouble)


def _seconds(flood: RetryAfter) -> float:
    after = flood.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
