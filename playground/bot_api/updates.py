"""Update queue: what the bot has not confirmed yet, and the one request that waits for more."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable

from playground.bot_api.errors import conflict
from playground.world.users import Json

UPDATE_KINDS = frozenset({
    "message", "edited_message", "inline_query", "chosen_inline_result", "callback_query", "my_chat_member",
    "chat_member",
})  # fmt: skip
#: What comes only to a bot that asks for it by name.
ASKED_FOR = frozenset({"chosen_inline_result", "chat_member"})
DEFAULT_KINDS = UPDATE_KINDS - ASKED_FOR

TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Updates in order of `update_id`; `allowed` decides when one is put in, not when it is fetched, as at Telegram."""

    def __init__(self, first_id: int = 1) -> None:
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.pending: deque[Json] = deque()
        self.on_arrival: Callable[[], None] = lambda: None
        self.polled = asyncio.Event()
        self._next_id = first_id
        self._waiting: asyncio.Future[None] | None = None

    def put(self, kind: str, content: Json) -> bool:
        """Queue an update of this kind; False where the bot has not asked for it."""
        if kind not in self.allowed:
            return False
        self.pending.append({"update_id": self._next_id, kind: content})
        self._next_id += 1
        self.release()
        self.on_arrival()
        return True

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Take up the kinds asked for: none named is the default, None leaves what was asked before."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or DEFAULT_KINDS

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative one keeps only the last so many."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
            return
        while self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()

    async def poll(self, limit: int, timeout: float) -> list[Json]:
        """Up to `limit` updates, waiting up to `timeout` seconds for the first; raises for the request it displaces."""
        self._displace()
        self.polled.set()
        if not self.pending and timeout > 0:
            await self._wait(timeout)
        return [self.pending[place] for place in range(min(limit, len(self.pending)))]

    def release(self) -> None:
        """Let the request that waits, if any, come back with what there is."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def _wait(self, timeout: float) -> None:
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(waiting, timeout)
        except TimeoutError:
            pass
        finally:
            if self._waiting is waiting:
                self._waiting = None

    def _displace(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(conflict(TERMINATED))
        self._waiting = None
