"""The real bot process on the local Bot API: every call as documented, none refused, no answer lost or doubled."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.bot_api.faults import Fault, Trouble
from playground.people.people import Seat
from playground.world.cast import ANNA, EDITOR
from tests.bot_api_schema import call_problems
from tests.local_bot_api import TOKEN
from tests.real_bot import RealBot, real_bot

QUESTION = "Сколько тонн держит мост через Илек?"
WORDS = "Мост держит семьдесят тонн"


@pytest.fixture
async def bot(articles: Path, tmp_path: Path) -> AsyncIterator[RealBot]:
    """At the end of each test: a clean exit, no traceback, no token in the log, every call as documented."""
    async with real_bot(articles, tmp_path / "state") as running:
        yield running
        assert await running.end() == 0
    assert "Traceback" not in running.log
    assert TOKEN.split(":")[1] not in running.log
    assert [problem for call in running.local.api.recorder.calls for problem in call_problems(call)] == []


async def test_questions_in_private_in_a_topic_and_inline(bot: RealBot) -> None:
    local = bot.local
    local.people.say(local.private(), "/start")
    await bot.says(1)
    local.people.say(local.private(), QUESTION)
    answer = (await bot.says(2))[1]
    assert WORDS in answer["text"]
    local.people.say(local.in_group(thread=local.topic), f"/ask {QUESTION}")
    in_topic = (await bot.says(3))[2]
    assert (in_topic["message_thread_id"], WORDS in in_topic["text"]) == (local.topic, True)
    local.people.ask_inline(local.in_group(), QUESTION)
    await bot.until(lambda: bool(local.api.recorder.of("answerInlineQuery")))
    # An administrator who has not begun a chat has no menu yet.
    assert {call.method for call in local.api.recorder.refused} <= {"setMyCommands"}


async def test_own_inline_result_chatter_and_other_bots_commands_are_not_answered(bot: RealBot) -> None:
    local = bot.local
    local.group.privacy = False
    local.people.ask_inline(local.private(), QUESTION)
    await bot.until(lambda: bool(local.api.inline_answers))
    query_id, offered = next(iter(local.api.inline_answers.items()))
    local.people.choose(local.private(), query_id, QUESTION, offered.results[0]["id"])
    local.people.say(local.in_group(), "кто идёт обедать?")
    local.people.say(local.in_group(), f"/ask@other_bot {QUESTION}")
    local.people.say(local.private(), "/start")
    await bot.says(1)
    assert await bot.end() == 0
    assert [message["chat"]["id"] for message in bot.said] == [ANNA.id]
    assert WORDS not in bot.said[0]["text"]


async def test_flood_is_waited_out_and_the_answer_comes_once(bot: RealBot) -> None:
    bot.local.api.faults.plan(Fault(Trouble.FLOOD, "sendMessage", ANNA.id, times=2, retry_after=1))
    bot.local.people.say(bot.local.private(), QUESTION)
    await bot.says(1)
    assert await bot.end() == 0
    assert len(bot.said) == 1


async def test_answers_begun_are_delivered_after_sigterm(bot: RealBot) -> None:
    local = bot.local
    for _ in range(10):
        local.people.say(local.private(), QUESTION)
    await bot.says(1)
    assert await bot.end() == 0
    answered = [message for message in bot.said if WORDS in message["text"]]
    left = [update for update in local.api.updates.pending if "message" in update]
    assert len(answered) + len(left) == 10


async def test_burst_is_answered_each_once(bot: RealBot) -> None:
    local = bot.local
    questions = [local.people.say(local.private(), QUESTION) for _ in range(200)]
    await bot.says(len(questions))
    assert await bot.end() == 0
    assert len(bot.said) == len(questions)


async def test_anonymous_administrator_is_answered_as_anybody(bot: RealBot) -> None:
    seat = Seat(EDITOR, bot.local.group, anonymous=True)
    bot.local.people.say(seat, f"/ask {QUESTION}")
    assert WORDS in (await bot.says(1))[0]["text"]
