"""Soak: minutes of all that people do at once, with faults among it: nothing lost, nothing doubled, memory flat.

`SOAK_SECONDS` sets how long people are at it; the default makes it about three minutes in all.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import pytest

from playground.bot_api.faults import Fault, Trouble
from playground.people.people import Seat
from playground.world.cast import ANNA, EDITOR
from playground.world.users import User
from playground.world.world import Event
from tests.newsroom import ASKED, SWANS, newsroom
from tests.real_bot import RealBot, buttons, is_new, real_bot
from tests.test_bot_real_endings import MEGABYTE, memory_of

pytestmark = pytest.mark.soak

SECONDS = float(os.environ.get("SOAK_SECONDS", "150"))
PARTS = 3
A_SECOND = 10  # deeds
READERS = range(20_000_000_000, 20_000_000_060)
GROWTH = 16 * MEGABYTE  # after the first part, when everything has been done once
QUESTIONS = (
    ASKED,
    "Что Асан Сеитов сказал о лебедях?",
    "а о ячмене?",
    "Какая завтра погода в Риме?",
    f"/check {SWANS[1][3]}",
    f"/check {SWANS[1][3].replace('семнадцать', 'семьдесят')}",
    "/help",
)
FAULTS = (
    (Trouble.SERVER_ERROR, "sendMessage"),
    (Trouble.CUT_BEFORE, "sendMessage"),
    (Trouble.CUT_AFTER, "sendMessage"),
    (Trouble.FLOOD, "sendMessage"),
    (Trouble.SERVER_ERROR, "editMessageText"),
    (Trouble.SERVER_ERROR, "answerInlineQuery"),
)


@dataclass
class Crowd:
    """What people did and how many answers there must be for it."""

    bot: RealBot
    chance: random.Random = field(default_factory=lambda: random.Random(20310201))
    asked: int = 0
    tapped: int = 0
    queried: int = 0
    shown: int = 0  # answers to inline queries

    def __post_init__(self) -> None:
        world = self.bot.local.world
        self._readers = cycle([world.add_user(User(id, "Читатель", language_code="ru")) for id in READERS])

    def note(self, event: Event) -> None:
        self.shown += event.kind == "inline_answer"

    def act(self) -> None:
        deeds = (self.ask, self.ask_in_group, self.chatter, self.query, self.tap)
        self.chance.choices(deeds, (8, 1, 1, 3, 5))[0]()

    def ask(self) -> None:
        self._say(self._seat(), self.chance.choice(QUESTIONS))

    def ask_in_group(self) -> None:
        self._say(self.bot.local.in_group(), f"/ask {ASKED}")

    def reload(self) -> None:
        self._say(self.bot.local.private(EDITOR), "/reload")

    def chatter(self) -> None:
        self.bot.local.people.say(self.bot.local.in_group(), "обсудим обед?")

    def query(self) -> None:
        self.queried += 1
        self.bot.local.people.ask_inline(self._seat(), f"лебеди {self.queried}")

    def tap(self) -> None:
        """Not on an example: a message of its own answers that."""
        told = self.chance.choice(self.bot.said[-40:]) if self.bot.said else {}
        data = [button["callback_data"] for button in buttons(told) if "callback_data" in button]
        if data and not data[0].startswith("e:"):
            self.tapped += 1
            self.bot.local.people.tap(ANNA, self.bot.message(told), self.chance.choice(data))

    def meddle(self) -> None:
        trouble, method = self.chance.choice(FAULTS)
        self.bot.local.api.faults.plan(Fault(trouble, method))

    @property
    def reloads(self) -> int:
        """Those that have come to their end."""
        return sum(told["text"].startswith("Готово") for told in self.bot.said)

    @property
    def answered(self) -> tuple[int, int, int]:
        return sum(map(is_new, self.bot.said)), len(self.bot.taps), self.shown

    @property
    def done(self) -> tuple[int, int, int]:
        return self.asked, self.tapped, self.queried

    def _say(self, seat: Seat, text: str) -> None:
        self.asked += 1
        self.bot.local.people.say(seat, text)

    def _seat(self) -> Seat:
        return self.bot.local.private(next(self._readers))


@pytest.fixture
async def crowd(tmp_path: Path) -> AsyncIterator[Crowd]:
    async with real_bot(newsroom(tmp_path / "articles"), tmp_path / "state") as bot:
        bot.local.group.privacy = False
        crowd = Crowd(bot)
        stop = bot.local.world.listen(crowd.note)
        yield crowd
        stop()
        assert await bot.end() == 0
        bot.check()


async def live(crowd: Crowd, seconds: float) -> None:
    """A deed every now and then; a fault every few seconds, and one reading of the corpus."""
    for number in range(int(seconds * A_SECOND)):
        crowd.act()
        if number % (5 * A_SECOND) == 0:
            crowd.meddle()
        await asyncio.sleep(1 / A_SECOND)
    crowd.reload()


async def test_minutes_of_everything_lose_nothing_and_leave_no_memory_behind(crowd: Crowd) -> None:
    bot, used = crowd.bot, []
    for part in range(1, PARTS + 1):
        await live(crowd, SECONDS / PARTS)
        await bot.until(lambda: crowd.answered == crowd.done and crowd.reloads == part, 60)  # noqa: B023
        used.append(memory_of(bot))
    await bot.quiet()
    assert crowd.answered == crowd.done
    assert used[-1] - used[0] < GROWTH, [f"{each / MEGABYTE:.1f} MB" for each in used]
    assert " ERROR " not in bot.log
