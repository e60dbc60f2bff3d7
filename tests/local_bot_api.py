"""A local Bot API for tests: its own clock, a small cast, and a plain HTTP client in the bot's place."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from telegram.ext import Application, ApplicationBuilder

from playground.bot_api.api import BotApi
from playground.people.people import People, Seat
from playground.server import PlaygroundServer
from playground.world.cast import ANNA, BOT, GROUP_ID, YERLAN, furnish
from playground.world.chats import Chat
from playground.world.users import User
from playground.world.world import World

TOKEN = "5000000001:test_token-of-the_local_bot_api"


class Clock:
    """Unix seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += seconds


@dataclass(frozen=True)
class LocalBotApi:
    server: PlaygroundServer
    people: People
    clock: Clock
    http: httpx.AsyncClient

    @property
    def api(self) -> BotApi:
        return self.people.api

    @property
    def world(self) -> World:
        return self.people.world

    @property
    def group(self) -> Chat:
        return self.world.chats[GROUP_ID]

    @property
    def topic(self) -> int:
        return next(iter(self.group.topics))

    def private(self, user: User = ANNA) -> Seat:
        return Seat(user, self.world.chats[user.id])

    def in_group(self, user: User = ANNA, thread: int | None = None) -> Seat:
        return Seat(user, self.group, thread)

    async def call(self, method: str, **given: Any) -> dict[str, Any]:
        """A call as a bot makes it, in JSON; the whole answer is returned."""
        response = await self.http.post(f"/bot{TOKEN}/{method}", json=given)
        answer: dict[str, Any] = response.json()
        assert answer.get("error_code", 200) == response.status_code
        return answer

    async def result(self, method: str, **given: Any) -> Any:
        answer = await self.call(method, **given)
        assert answer["ok"], answer
        return answer["result"]

    async def updates(self, **given: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.result("getUpdates", **given)
        return found


@asynccontextmanager
async def local_bot_api(control: bool = False) -> AsyncIterator[LocalBotApi]:
    """Anna and Yerlan have begun their private chats, the editor has not; all are in the group."""
    clock = Clock()
    world = furnish(World(BOT, clock=clock))
    people = People(BotApi(world, TOKEN))
    for user in (ANNA, YERLAN):
        world.set_member(world.chats[user.id], BOT, "member")
    async with (
        PlaygroundServer(people, control=control) as server,
        httpx.AsyncClient(base_url=server.address, trust_env=False, timeout=30) as http,
    ):
        yield LocalBotApi(server, people, clock, http)


def application_builder(local: LocalBotApi) -> ApplicationBuilder[Any, Any, Any, Any, Any, Any]:
    """A builder of python-telegram-bot applications that know only this Bot API."""
    builder = Application.builder().token(TOKEN)
    return builder.base_url(local.server.base_url).base_file_url(local.server.base_file_url)


def events(lines: str) -> list[dict[str, Any]]:
    """The events of a server-sent stream as far as it was read."""
    return [json.loads(line.removeprefix("data: ")) for line in lines.splitlines() if line.startswith("data: ")]
