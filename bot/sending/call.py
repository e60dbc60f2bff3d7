"""Call: one request to the Bot API, which can be made again."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter

Result = bool | dict[str, Any] | list[dict[str, Any]]
Post = Callable[..., Coroutine[Any, Any, Result]]

# Made twice, these would show something twice; whatever else the bot calls can be repeated without harm.
SENDS = frozenset({"sendMessage"})
INTO_CHAT = SENDS | {"editMessageText", "editMessageReplyMarkup"}

# Telegram has read the call and said no; asking again would only bring the same answer.
REFUSALS = (BadRequest, Forbidden, InvalidToken, Conflict, ChatMigrated, RetryAfter)
# Nothing had gone out when these came.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


@dataclass(frozen=True, slots=True)
class Call:
    """``data`` as the library holds it, before it is written as a form; ``timeouts`` go with each attempt."""

    post: Post
    endpoint: str
    data: dict[str, Any]
    timeouts: dict[str, Any]

    async def made(self) -> Result:
        return await self.post(self.endpoint, self.data, **self.timeouts)

    def changed(self, endpoint: str, data: dict[str, Any]) -> Call:
        return Call(self.post, endpoint, data, self.timeouts)

    @property
    def chat(self) -> int | None:
        """The chat that a message goes into or stands in; null for calls that no chat limits."""
        chat = self.data.get("chat_id")
        return chat if self.endpoint in INTO_CHAT and isinstance(chat, int) else None

    @property
    def sends(self) -> bool:
        """Whether making it twice would show something twice."""
        return self.endpoint in SENDS


def surely_unsent(error: Exception) -> bool:
    return isinstance(error.__cause__, UNSENT)
