"""Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>, with the faults planned for them."""

import asyncio
import hmac
import json
import logging
from typing import Any

from tornado.web import RequestHandler

from playground.bot_api.api import BotApi
from playground.bot_api.dispatch import answer_to
from playground.bot_api.errors import BotApiError
from playground.bot_api.faults import Fault, Trouble
from playground.bot_api.request import given_parameters
from playground.world.users import Json

log = logging.getLogger(__name__)


class _BotHandler(RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self.api = api

    def is_known(self, token: str) -> bool:
        if hmac.compare_digest(token.encode(), self.api.token.encode()):
            return True
        self.write_json(BotApiError(401, "Unauthorized").as_json())
        return False

    def write_json(self, answer: Json) -> None:
        self.set_status(answer.get("error_code", 200))
        self.set_header("Content-Type", "application/json")
        if "retry_after" in answer.get("parameters", {}):
            self.set_header("Retry-After", str(answer["parameters"]["retry_after"]))
        self.write(json.dumps(answer, ensure_ascii=False))

    def write_error(self, status_code: int, **more: Any) -> None:
        self.write_json(BotApiError(status_code, "Internal Server Error").as_json())

    def log_exception(self, kind: Any, error: Any, trace: Any) -> None:
        """Without the address, which holds the token."""
        log.error("a call failed", exc_info=(kind, error, trace))

    def cut(self) -> None:
        """Close the connection without a word."""
        self.detach().close()


class MethodHandler(_BotHandler):
    _work: asyncio.Task[Json] | None = None

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        if self.api.faults.outage:
            return self.cut()
        if not self.is_known(token):
            return None
        try:
            given = given_parameters(self.request, self.api.world.files)
        except BotApiError as error:
            return self.write_json(error.as_json())
        return await self._answer(method, given)

    async def _answer(self, method: str, given: dict[str, Any]) -> None:
        fault = self.api.faults.strike(method, _chat_id(given))
        if fault is not None and fault.trouble is not Trouble.CUT_AFTER:
            return self._fail(method, given, fault)
        self._work = asyncio.ensure_future(answer_to(self.api, method, given))
        try:
            answer = await self._work
        except asyncio.CancelledError:
            return None
        return self.cut() if fault is not None or self.api.faults.outage else self.write_json(answer)

    def _fail(self, method: str, given: dict[str, Any], fault: Fault) -> None:
        if fault.trouble is Trouble.CUT_BEFORE:
            return self.cut()
        answer = fault.refusal().as_json()
        self.api.recorder.record(method, given, answer)
        return self.write_json(answer)

    def on_connection_close(self) -> None:
        # Only a request that still waits for updates is given up with its connection: other work is done at once.
        if self._work is not None:
            self._work.cancel()


class FileHandler(_BotHandler):
    def get(self, token: str, path: str) -> None:
        if self.api.faults.strike("file", None) is not None:
            return self.cut()
        if not self.is_known(token):
            return None
        file = self.api.world.files.get(path.removeprefix("documents/"))
        if file is None:
            return self.write_json(BotApiError(404, "Not Found").as_json())
        self.set_header("Content-Type", "application/octet-stream")
        self.write(file.content)
        return None


def _chat_id(given: dict[str, Any]) -> int | None:
    try:
        return int(given["chat_id"])
    except (KeyError, ValueError, TypeError):
        return None
