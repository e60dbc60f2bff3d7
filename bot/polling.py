"""Polling: how the bot asks for updates, saying once in the log when that fails and once when it works again."""

from __future__ import annotations

import logging
import time
from http import HTTPStatus
from typing import Any

from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.updates import NO_UPDATES, readable_answer

log = logging.getLogger(__name__)

ANOTHER_INSTANCE = "another instance is running with this token; stop one of them. This one goes on asking"
NO_NETWORK = "Telegram cannot be reached (%s); the bot goes on trying"
UNWELL = "Telegram answers %s; the bot goes on trying"
NOT_UPDATES = f"{NO_UPDATES}; the bot goes on trying"


class PollingRequest(HTTPXRequest):
    """The library tries again by itself, after up to 30 s; this tells of it without a line for each attempt."""

    def __init__(self) -> None:
        super().__init__(connection_pool_size=1)
        self._told: set[str] = set()
        self._since = 0.0

    async def do_request(self, *args: Any, **named: Any) -> tuple[int, bytes]:
        try:
            status, answer = await super().do_request(*args, **named)
        except NetworkError as error:
            self._tell(NO_NETWORK, error)
            raise
        if status == HTTPStatus.CONFLICT:
            self._tell(ANOTHER_INSTANCE)
        elif status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
            self._tell(UNWELL, status)
        elif status == HTTPStatus.OK:
            answer = self._readable(answer)
            self._over()
        return status, answer

    def _readable(self, answer: bytes) -> bytes:
        try:
            return readable_answer(answer)
        except NetworkError:
            self._tell(NOT_UPDATES)
            raise

    def _tell(self, line: str, *what: object) -> None:
        if not self._told:
            self._since = time.monotonic()
        if line not in self._told:
            self._told.add(line)
            log.warning(line, *what)

    def _over(self) -> None:
        if self._told:
            log.info("updates come again, after %.0f s", time.monotonic() - self._since)
            self._told.clear()
