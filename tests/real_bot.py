"""The real bot process on a local Bot API of the test's own: what people do there, and what the bot says and shows."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playground.bot_process import bot_environment
from playground.people.people import Seat
from playground.world.cast import ANNA
from playground.world.messages import Message
from playground.world.users import User
from playground.world.world import Event
from tests.bot_api_schema import call_problems
from tests.local_bot_api import TOKEN, LocalBotApi, local_bot_api
from tests.test_playground_process import ROOT

PATIENCE = 30.0  # seconds, for a machine that has other things to do
# A log line of ours: only these may name what went wrong, and none may bring a traceback.
LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?P<level>\w+) (?P<logger>[\w.]+): ")


Fits = Callable[[dict[str, Any]], bool]


def is_new(message: dict[str, Any]) -> bool:
    """Not one that was said before and is edited now."""
    return "edit_date" not in message


@dataclass
class RealBot:
    """`said` are the bot's messages as they came, with edits; `taps` what buttons answered, `actions` its typing."""

    local: LocalBotApi
    environment: dict[str, str]
    said: list[dict[str, Any]] = field(default_factory=list)
    taps: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    log: str = ""
    _process: asyncio.subprocess.Process | None = None
    _reading: asyncio.Task[None] | None = None
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    # the process

    async def start(self, *, ready: bool = True) -> None:
        """`ready`: wait until it asks for updates."""
        self.local.api.updates.polled.clear()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=ROOT, env=bot_environment(self.local.server) | self.environment,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self._reading = asyncio.create_task(self._read_log())
        if ready:
            await asyncio.wait_for(self.local.api.updates.polled.wait(), PATIENCE)

    async def end(self) -> int:
        """SIGTERM, and the exit code; the log is whole then."""
        self.terminate()
        return await self.ended()

    def terminate(self) -> None:
        if self.process.returncode is None:
            self.process.terminate()

    async def ended(self) -> int:
        code = await asyncio.wait_for(self.process.wait(), 30)
        if self._reading:
            await self._reading
        return code

    async def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.ended()

    @property
    def process(self) -> asyncio.subprocess.Process:
        assert self._process is not None, "not started"
        return self._process

    async def _read_log(self) -> None:
        assert self.process.stderr is not None
        while line := await self.process.stderr.readline():
            self.log += line.decode()
            self._changed.set()

    # what happens

    def note(self, event: Event) -> None:
        if event.kind == "message" and event.data["from"]["id"] == self.local.world.bot.id:
            self.said.append(event.data)
        elif event.kind == "tap_answer":
            self.taps.append(event.data)
        elif event.kind == "action":
            self.actions.append(event.data)
        self._changed.set()

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait until something holds, looked at after each of the world's events and each line of the log."""
        async with asyncio.timeout(seconds):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    async def says(self, number: int = 1) -> list[dict[str, Any]]:
        await self.until(lambda: len(self.said) >= number)
        return self.said

    async def after(self, act: Callable[[], Any], fits: Fits = is_new) -> dict[str, Any]:
        """The first of the bot's messages that follows upon what somebody does and fits: a new one unless told."""
        before = len(self.said)
        act()
        await self.until(lambda: any(map(fits, self.said[before:])))
        return next(filter(fits, self.said[before:]))

    async def asked(self, text: str, seat: Seat | None = None, reply_to: int | None = None) -> dict[str, Any]:
        """What the bot says to a text."""
        seat = seat or self.local.private()
        return await self.after(
            lambda: self.local.people.say(seat, text, reply_to),
            lambda told: is_new(told) and told["chat"]["id"] == seat.chat.id,
        )

    async def changed(self, message: dict[str, Any], act: Callable[[], Any]) -> dict[str, Any]:
        """The bot's message as it is after what somebody does."""
        return await self.after(act, lambda told: not is_new(told) and told["message_id"] == message["message_id"])

    async def tapped(self, message: dict[str, Any], button: str, user: User = ANNA) -> dict[str, Any]:
        """What the button's press is answered with; the message itself may change later."""
        before = len(self.taps)
        self.tap(message, button, user)
        await self.until(lambda: len(self.taps) > before)
        return self.taps[before]

    def tap(self, message: dict[str, Any], button: str, user: User = ANNA) -> None:
        data = next(one["callback_data"] for one in buttons(message) if one["text"] == button)
        self.local.people.tap(user, self.message(message), data)

    async def turned(self, message: dict[str, Any], button: str, user: User = ANNA) -> dict[str, Any]:
        """The message as it is after a press."""
        return await self.changed(message, lambda: self.tap(message, button, user))

    async def quiet(self) -> None:
        """Until the bot has done all that came before: it answers a last question, which is then forgotten."""
        last = await self.asked("/start")
        self.said.remove(last)

    def message(self, told: dict[str, Any]) -> Message:
        """The message as it stands in its chat now."""
        found = self.local.world.message(told["chat"]["id"], told["message_id"])
        assert found is not None
        return found

    def in_chat(self, chat_id: int) -> list[Message]:
        """The bot's messages that stand in a chat now."""
        messages = self.local.world.chats[chat_id].messages.values()
        return [message for message in messages if message.sender == self.local.world.bot]

    @property
    def refused(self) -> list[str]:
        """What the Bot API refused, apart from the menu of an administrator who has not begun a chat yet."""
        calls = self.local.api.recorder.refused
        return [f"{call.method}: {call.refusal}" for call in calls if call.method != "setMyCommands"]

    def check(self) -> None:
        """What holds for every run: calls as documented, a log of lines, and in it no token and no word of a user."""
        assert [problem for call in self.local.api.recorder.calls for problem in call_problems(call)] == []
        assert "Traceback" not in self.log
        strangers = [line for line in self.log.splitlines() if not LINE.match(line)]
        assert strangers == [], strangers
        assert TOKEN.split(":")[1] not in self.log
        assert ANNA.first_name not in self.log


def buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for button in buttons(message)]


@asynccontextmanager
async def real_bot(articles: Path, state: Path, *, start: bool = True, **environment: str) -> AsyncIterator[RealBot]:
    """The bot, once it asks for updates; `start`: False leaves starting it to the test."""
    async with local_bot_api() as local:
        bot = RealBot(local, {"CORPUS_PATH": str(articles), "STATE_PATH": str(state)} | environment)
        stop = local.world.listen(bot.note)
        try:
            if start:
                await bot.start()
            yield bot
        finally:
            stop()
            if bot._process is not None:
                await bot.kill()


@asynccontextmanager
async def clean_bot(articles: Path, state: Path, **environment: str) -> AsyncIterator[RealBot]:
    """As `real_bot`, and at the end: exit 0, and what holds for every run."""
    async with real_bot(articles, state, start=True, **environment) as bot:
        yield bot
        assert await bot.end() == 0
        bot.check()
