"""Chat: how long the real bot takes to answer through the local Bot API, asked in an open loop.

    python -m benchmarks.chat [--rate 12] [--seconds 30]

The questions come at their times whether or not the ones before are answered, each from a private chat of its own,
about the sample corpus; then as many inline queries. Bot and Bot API share the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playground.bot_api.api import BotApi
from playground.bot_process import BotProcess
from playground.people.people import People, Seat
from playground.server import PlaygroundServer
from playground.world.cast import BOT, furnish
from playground.world.users import User
from playground.world.world import Event, World

QUESTIONS = (
    "Что со стерлядью в Иртыше?",
    "Что говорят о студентах?",
    "Что говорили об экспорте зерна?",
    "Сколько воды потеряли старые каналы на Иртыше?",
    "Что эксперты думают о транспортных коридорах?",
    "Ертістегі балыққа не болды?",
    "Какая завтра погода в Риме?",
)
READERS = 10_000_000  # the ids of those who ask begin here
WARMING = 24  # questions before those that count
PATIENCE = 60.0
ROOT = Path(__file__).resolve().parent.parent


class Stopwatch:
    """`asked` the moment of each question, `answered` of each answer, by what ties the two together."""

    def __init__(self) -> None:
        self.asked: dict[str, float] = {}
        self.answered: dict[str, float] = {}

    def note(self, event: Event) -> None:
        if event.kind == "message" and event.data["from"]["id"] == BOT.id:
            self.answered.setdefault(f"chat {event.data['chat']['id']}", time.perf_counter())
        elif event.kind == "inline_answer":
            self.answered.setdefault(f"inline {event.data['query_id']}", time.perf_counter())

    def taken(self) -> list[float]:
        """Milliseconds from each question to its answer."""
        return [1000 * (self.answered[key] - at) for key, at in self.asked.items() if key in self.answered]


async def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    number = int(asked.rate * asked.seconds)
    with TemporaryDirectory() as state:
        os.environ |= {"STATE_PATH": state, "CORPUS_PATH": str(ROOT / "corpus" / "articles")}
        os.environ["DOSLOVNO__LOG__LEVEL"] = "WARNING"
        async with PlaygroundServer(People(BotApi(_world(WARMING + number)))) as server:
            bot = BotProcess(server)
            await bot.start()
            try:
                await bot.answers()
                await _measured(server.people, asked.rate)
            finally:
                await bot.stop()
    return 0


async def _measured(people: People, rate: float) -> None:
    users = [user for user in people.world.users.values() if READERS <= user.id < 2 * READERS]
    await _run(people, users[:WARMING], rate, _ask)
    _tell("private", await _run(people, users[WARMING:], rate, _ask), rate)
    _tell("inline", await _run(people, users[WARMING:], rate, _ask_inline), rate)


async def _run(
    people: People, users: Sequence[User], rate: float, ask: Callable[[People, User, str, Stopwatch], None]
) -> list[float]:
    """Each user asks once, at the rate a second; milliseconds until each answer."""
    watch = Stopwatch()
    stop = people.world.listen(watch.note)
    began = time.perf_counter()
    for index, user in enumerate(users):
        await asyncio.sleep(max(0.0, began + index / rate - time.perf_counter()))
        ask(people, user, QUESTIONS[index % len(QUESTIONS)], watch)
    async with asyncio.timeout(PATIENCE):
        while len(watch.taken()) < len(users):
            await asyncio.sleep(0.05)
    stop()
    return watch.taken()


def _ask(people: People, user: User, question: str, watch: Stopwatch) -> None:
    watch.asked[f"chat {user.id}"] = time.perf_counter()
    people.say(Seat(user, people.world.chats[user.id]), question)


def _ask_inline(people: People, user: User, question: str, watch: Stopwatch) -> None:
    now = time.perf_counter()
    watch.asked[f"inline {people.ask_inline(Seat(user, people.world.chats[user.id]), question)}"] = now


def _tell(what: str, taken: Sequence[float], rate: float) -> None:
    cuts = statistics.quantiles(taken, n=100)
    print(f"{what}: {len(taken)} at {rate:g}/s, p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms, max {max(taken):.0f} ms")


def _world(people: int) -> World:
    """A chat for each question, so that an answer tells by its chat which question it answers."""
    world = furnish(World(BOT))
    for number in range(people):
        world.add_user(User(READERS + number, f"Читатель {number}", language_code="ru"))
    return world


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks.chat", description=__doc__.splitlines()[0])
    parser.add_argument("--rate", type=float, default=12.0, help="questions a second")
    parser.add_argument("--seconds", type=float, default=30.0)
    return parser


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
