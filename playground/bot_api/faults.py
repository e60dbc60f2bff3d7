"""Fault: what goes wrong on purpose, at which calls and how often."""

from dataclasses import dataclass, field
from enum import Enum

from playground.bot_api.errors import BotApiError, too_many_requests


class Trouble(Enum):
    """What goes wrong. A connection is cut before the work is done, or after it, its answer lost."""

    FLOOD = "flood"
    SERVER_ERROR = "server_error"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"


@dataclass
class Fault:
    """At calls of `method`, into `chat_id` (None: any); `times` times, for ever where None.

    `retry_after` in seconds goes with FLOOD, `code` with SERVER_ERROR.
    """

    trouble: Trouble
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    retry_after: int = 1
    code: int = 502

    def meets(self, method: str, chat_id: int | None) -> bool:
        same_method = self.method is None or self.method.lower() == method.lower()
        return same_method and self.chat_id in (None, chat_id) and self.times != 0

    def refusal(self) -> BotApiError:
        if self.trouble is Trouble.FLOOD:
            return too_many_requests(self.retry_after)
        return BotApiError(self.code, "Bad Gateway" if self.code == 502 else "Internal Server Error")


@dataclass
class Faults:
    """The faults to come, in order; during an `outage` every connection is cut before any work."""

    planned: list[Fault] = field(default_factory=list)
    outage: bool = False

    def plan(self, fault: Fault) -> Fault:
        self.planned.append(fault)
        return fault

    def clear(self) -> None:
        self.planned.clear()
        self.outage = False

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that this call meets, counted off."""
        if self.outage:
            return Fault(Trouble.CUT_BEFORE)
        fault = next((fault for fault in self.planned if fault.meets(method, chat_id)), None)
        if fault is not None and fault.times is not None:
            fault.times -= 1
        return fault
