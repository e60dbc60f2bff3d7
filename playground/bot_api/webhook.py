"""Webhook: updates brought to the bot's own address, in order, each until it is taken."""

import asyncio
import json
import logging
from dataclasses import dataclass

from tornado.httpclient import AsyncHTTPClient, HTTPClientError

from playground.bot_api.updates import UpdateQueue
from playground.world.users import Json
from playground.world.world import World

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True)
class Webhook:
    url: str
    secret_token: str | None = None
    max_connections: int = 40


class Courier:
    """Brings the queue's updates to the webhook; `pauses` are the seconds before each further try."""

    def __init__(self, updates: UpdateQueue, world: World, pauses: tuple[float, ...] = (0.05, 0.2, 1.0, 5.0)) -> None:
        self.webhook: Webhook | None = None
        self.last_error: tuple[int, str] | None = None
        self._updates = updates
        self._world = world
        self._pauses = pauses
        self._task: asyncio.Task[None] | None = None
        updates.on_arrival = self._start

    def set(self, webhook: Webhook) -> None:
        self.stop()
        self.webhook = webhook
        self.last_error = None
        self._start()

    def stop(self) -> None:
        """Bring nothing more; what is not taken stays in the queue."""
        self.webhook = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        if self.webhook is not None and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._bring_all(self.webhook))

    async def _bring_all(self, webhook: Webhook) -> None:
        failures = 0
        while self._updates.pending:
            update = self._updates.pending[0]
            if await self._bring(webhook, update):
                self._updates.confirm(update["update_id"] + 1)
                failures = 0
            else:
                await asyncio.sleep(self._pauses[min(failures, len(self._pauses) - 1)])
                failures += 1

    async def _bring(self, webhook: Webhook, update: Json) -> bool:
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers[SECRET_HEADER] = webhook.secret_token
        body = json.dumps(update)
        try:
            await AsyncHTTPClient().fetch(
                webhook.url, method="POST", headers=headers, body=body, request_timeout=60, follow_redirects=False
            )
        except HTTPClientError as error:
            self._note(f"Wrong response from the webhook: {error.code} {error.message}")
            return False
        except OSError:
            self._note("Connection refused")
            return False
        return True

    def _note(self, trouble: str) -> None:
        log.info("webhook: %s", trouble)
        self.last_error = (int(self._world.clock()), trouble)
