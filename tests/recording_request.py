"""A request that reaches no network: it keeps what the bot sent and answers as Telegram would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from telegram.request import BaseRequest, RequestData

BOT = {"id": 5, "is_bot": True, "first_name": "Дословно", "username": "doslovno_test_bot"}
SENT = {"message_id": 9, "date": 0, "chat": {"id": 7, "type": "private"}}
RESULTS: dict[str, Any] = {"getMe": BOT, "sendMessage": SENT}

Refusal = tuple[int, dict[str, Any]]


@dataclass(frozen=True)
class Call:
    method: str
    given: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.given.get("text", ""))


@dataclass
class RecordingRequest(BaseRequest):
    """``refuse`` may answer a call with an HTTP status and Telegram's error, or raise."""

    refuse: Callable[[Call], Refusal | None] = lambda call: None
    calls: list[Call] = field(default_factory=list)

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named: Any
    ) -> tuple[int, bytes]:
        call = Call(url.rpartition("/")[2], dict(request_data.parameters) if request_data else {})
        self.calls.append(call)
        refusal = self.refuse(call)
        status, answer = refusal or (200, {"ok": True, "result": RESULTS.get(call.method, True)})
        return status, json.dumps(answer).encode()

    def sent(self, method: str = "sendMessage") -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def texts(self) -> list[str]:
        return [call.text for call in self.sent()]


def refusing(method: str, status: int, description: str) -> Callable[[Call], Refusal | None]:
    """Refuses every call of ``method`` in Telegram's words."""
    error = {"ok": False, "error_code": status, "description": description}
    return lambda call: (status, error) if call.method == method else None
