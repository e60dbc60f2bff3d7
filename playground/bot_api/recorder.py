"""Recorded calls: what the bot asked for and what it was told, for tests and for whoever wonders."""

import time
from collections import deque
from dataclasses import dataclass
from typing import Any

from playground.world.users import Json


@dataclass(frozen=True)
class Call:
    """`given` are the parameters as sent, files by their names; `at` is `time.monotonic()` when the call came."""

    method: str
    given: Json
    answer: Json
    at: float

    @property
    def ok(self) -> bool:
        return bool(self.answer.get("ok"))

    @property
    def refusal(self) -> str:
        return str(self.answer.get("description", ""))


class Recorder:
    """The last `keep` calls, all where it is None; polling for updates is left out."""

    def __init__(self, keep: int | None = None) -> None:
        self.calls: deque[Call] = deque(maxlen=keep)

    def record(self, method: str, given: dict[str, Any], answer: Json) -> None:
        if method != "getUpdates":
            self.calls.append(Call(method, given, answer, time.monotonic()))

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def refused(self) -> list[Call]:
        return [call for call in self.calls if not call.ok]
