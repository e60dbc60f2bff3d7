"""The real bot's beginnings and ends: stopped amid answers, started without a network, restarted, and started twice."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.phrases import phrases_for
from playground.bot_api.faults import Fault, Trouble
from playground.people.membership import block_bot
from playground.world.cast import ANNA, PEOPLE
from tests.newsroom import ASKED, newsroom
from tests.real_bot import RealBot, real_bot

RU = phrases_for("ru")
TEN_SECONDS = 10
MEGABYTE = 2**20


@pytest.fixture
async def stopped(tmp_path: Path) -> AsyncIterator[RealBot]:
    """A bot that the test starts itself."""
    async with real_bot(newsroom(tmp_path / "articles"), tmp_path / "state", start=False) as bot:
        yield bot
    bot.check()


def ask(bot: RealBot, number: int) -> None:
    """Questions of all the people by turns, in private."""
    for index in range(number):
        bot.local.people.say(bot.local.private(PEOPLE[index % len(PEOPLE)]), ASKED)


def answers(bot: RealBot) -> int:
    """The answers that stand in the private chats, each in whatever language its frame is."""
    messages = [message for user in PEOPLE for message in bot.in_chat(user.id)]
    return sum("лебедей" in message.text for message in messages)


async def ended_in_time(bot: RealBot) -> int:
    began = time.monotonic()
    code = await bot.end()
    assert time.monotonic() - began < TEN_SECONDS  # what is promised, not how fast it is
    return code


async def test_ten_answers_begun_are_all_delivered_after_sigterm(stopped: RealBot) -> None:
    ask(stopped, 10)
    stopped.local.api.faults.plan(Fault(Trouble.FLOOD, "sendMessage", ANNA.id, times=1, retry_after=2))
    await stopped.start()
    await stopped.until(lambda: answers(stopped) > 0)
    assert await ended_in_time(stopped) == 0
    assert answers(stopped) == 10 and not stopped.local.api.updates.pending


async def test_what_cannot_be_delivered_does_not_keep_a_stopped_bot(stopped: RealBot) -> None:
    stopped.local.api.faults.plan(Fault(Trouble.FLOOD, "sendMessage", ANNA.id, times=None, retry_after=60))
    ask(stopped, 8)
    await stopped.start()
    await stopped.until(lambda: answers(stopped) == 6)
    assert await ended_in_time(stopped) == 0


async def test_buttons_of_before_a_restart_work_after_it(stopped: RealBot) -> None:
    await stopped.start()
    answer = await stopped.asked(ASKED)
    assert await stopped.end() == 0
    stopped.tap(answer, RU.more)  # while the bot is away
    await stopped.start()
    await stopped.until(lambda: stopped.message(answer).text.endswith("2/3"))
    context = await stopped.turned(answer, f"{RU.context} 1")
    assert "Мороз" in context["text"]
    assert await stopped.end() == 0


async def test_no_update_is_answered_twice_over_a_restart(stopped: RealBot) -> None:
    await stopped.start()
    for _ in range(3):
        ask(stopped, 20)
        assert await stopped.end() == 0
        await stopped.start()
    await stopped.until(lambda: answers(stopped) >= 60)
    assert await stopped.end() == 0
    assert answers(stopped) == 60


async def test_without_a_network_at_the_start_it_comes_up_by_itself(stopped: RealBot) -> None:
    stopped.local.api.set_outage(True)
    await stopped.start(ready=False)
    await stopped.until(lambda: "getMe" in stopped.log)
    stopped.local.api.set_outage(False)
    assert "лебедей" in (await stopped.asked(ASKED))["text"]
    assert await stopped.end() == 0
    assert stopped.log.count(" WARNING ") == 1


async def test_without_a_network_it_can_still_be_stopped(stopped: RealBot) -> None:
    stopped.local.api.set_outage(True)
    await stopped.start(ready=False)
    await stopped.until(lambda: "getMe" in stopped.log)
    assert await ended_in_time(stopped) == 0


async def test_network_lost_later_takes_a_line_and_comes_back(stopped: RealBot) -> None:
    await stopped.start()
    stopped.local.api.set_outage(True)
    await stopped.until(lambda: "Telegram cannot be reached" in stopped.log)
    ask(stopped, 4)
    stopped.local.api.set_outage(False)
    await stopped.until(lambda: answers(stopped) == 4, 40)
    await stopped.until(lambda: "updates come again" in stopped.log)
    assert await stopped.end() == 0
    assert stopped.log.count("Telegram cannot be reached") == 1 and "Traceback" not in stopped.log


async def test_a_second_instance_is_said_clearly_and_once(stopped: RealBot, tmp_path: Path) -> None:
    await stopped.start()
    second = RealBot(stopped.local, stopped.environment | {"STATE_PATH": str(tmp_path / "second")})
    await second.start(ready=False)
    await stopped.until(lambda: "another instance is running with this token" in stopped.log + second.log, 30)
    await second.kill()
    assert "лебедей" in (await stopped.asked(ASKED))["text"]
    assert await stopped.end() == 0
    assert stopped.log.count("another instance") <= 1 and second.log.count("another instance") <= 1
    assert "Traceback" not in second.log


async def test_a_backlog_of_somebody_who_blocked_the_bot_meanwhile_is_no_error(stopped: RealBot) -> None:
    ask(stopped, 8)
    block_bot(stopped.local.people, ANNA)
    await stopped.start()
    await stopped.until(lambda: answers(stopped) == 6 and stopped.log.count("the bot may not write there") == 2)
    assert await stopped.end() == 0
    assert " WARNING " not in stopped.log and " ERROR " not in stopped.log


async def test_a_burst_is_answered_each_once(stopped: RealBot) -> None:
    await stopped.start()
    ask(stopped, 120)
    await stopped.until(lambda: answers(stopped) == 120)
    assert await stopped.end() == 0
    assert answers(stopped) == 120


@pytest.mark.slow
async def test_a_thousand_updates_in_a_burst_are_answered_each_once_and_leave_no_memory_behind(
    stopped: RealBot,
) -> None:
    await stopped.start()
    used = []
    for burst in range(1, 4):
        ask(stopped, 1000)
        await stopped.until(lambda: answers(stopped) == 1000 * burst, 120)  # noqa: B023
        used.append(memory_of(stopped))
    assert await stopped.end() == 0
    assert answers(stopped) == 3000
    assert used[2] - used[0] < 8 * MEGABYTE, used


def memory_of(bot: RealBot) -> int:
    """Bytes of the process that are its own."""
    status = Path(f"/proc/{bot.process.pid}/status").read_text(encoding="ascii")
    found = re.search(r"RssAnon:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) * 1024
