"""The real bot and a network that fails: at each kind of call, with each fault, no answer is lost or doubled."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.bot_api.faults import Fault, Trouble
from playground.people.membership import block_bot, kick_bot, unblock_bot
from playground.people.people import Seat
from playground.world.cast import ANNA, BOT, EDITOR, YERLAN
from playground.world.chats import SUPERGROUP, Chat
from playground.world.users import User
from tests.newsroom import ASKED, newsroom
from tests.real_bot import RealBot, clean_bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU = phrases_for("ru")
OUTAGE = "outage"
TROUBLES = [*Trouble, OUTAGE]
FLOODED = -1002000000555


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("faults")
    one_at_a_time = {"DOSLOVNO__ANSWER__AT_ONCE": "1"}
    async with clean_bot(newsroom(folder / "articles"), folder / "state", **one_at_a_time) as running:
        yield running


def _has_more(bot: RealBot, chat_id: int, number: int) -> bool:
    return len(bot.in_chat(chat_id)) > number


def warned(bot: RealBot) -> list[str]:
    return [line for line in bot.log.splitlines() if " WARNING " in line]


def plan(bot: RealBot, trouble: Trouble | str, method: str) -> None:
    """Once at the calls of `method`; in an outage nothing goes through, several times over."""
    kind, times = (trouble, 1) if isinstance(trouble, Trouble) else (Trouble.CUT_BEFORE, 2)
    bot.local.api.faults.plan(Fault(kind, method, times=times, retry_after=1))


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_sent_answer_comes_once(bot: RealBot, trouble: Trouble | str) -> None:
    seat, lines = bot.local.private(), len(warned(bot))
    before = len(bot.in_chat(seat.chat.id))
    plan(bot, trouble if isinstance(trouble, Trouble) else Trouble.CUT_BEFORE, "sendMessage")
    if trouble == OUTAGE:  # nor does the question after the lost message go through
        plan(bot, trouble, "editMessageText")
    bot.local.people.say(seat, ASKED)
    await bot.until(lambda: len(bot.in_chat(seat.chat.id)) > before, 30)
    bot.local.api.faults.clear()
    await bot.quiet()
    answers = [message for message in bot.in_chat(seat.chat.id)[before:] if "лебедей" in message.text]
    assert len(answers) == 1
    await bot.until(lambda: len(warned(bot)) > lines)


@pytest.mark.parametrize("place", ["private", "group", "topic"])
async def test_answers_whose_confirmations_are_lost_come_once_each(bot: RealBot, place: str) -> None:
    seats = {
        "private": bot.local.private(YERLAN),
        "group": bot.local.in_group(ANNA),
        "topic": bot.local.in_group(ANNA, bot.local.topic),
    }
    seat, chat = seats[place], seats[place].chat
    lakes = ("Караколь", "Балтыр", "Шалкар", "Сасык", "Зеркальное", "Тенгиз")
    expected = [(await bot.asked(f"/ask Кто живёт на озере {lake}?", seat))["text"] for lake in lakes]
    before = len(bot.in_chat(chat.id))
    for number in range(len(lakes)):
        # The confirmation is lost; of every fourth message the message itself.
        trouble = Trouble.CUT_BEFORE if number % 4 == 3 else Trouble.CUT_AFTER
        bot.local.api.faults.plan(Fault(trouble, "sendMessage", chat.id))
    for lake in lakes:
        bot.local.people.say(seat, f"/ask Кто живёт на озере {lake}?")
    await bot.until(lambda: len(bot.in_chat(chat.id)) >= before + len(lakes), 40)
    bot.local.api.faults.clear()
    last = await bot.asked("/ask Кто живёт на озере Кривое?", seat)
    said = bot.in_chat(chat.id)[before:]
    assert sorted(message.text for message in said) == sorted([*expected, last["text"]])
    replied = [message.reply_to for message in said]
    assert replied == [None] * len(said) if chat.is_private else len(set(replied)) == len(said)


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_turned_page_is_shown(bot: RealBot, trouble: Trouble | str) -> None:
    answer, lines = await bot.asked(ASKED), len(warned(bot))
    plan(bot, trouble, "editMessageText")
    bot.tap(answer, RU.more)
    await bot.until(lambda: bot.message(answer).text.endswith("2/3") and len(warned(bot)) > lines, 30)
    bot.local.api.faults.clear()


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_tap_is_answered_and_takes_effect(bot: RealBot, trouble: Trouble | str) -> None:
    answer = await bot.asked(ASKED)
    plan(bot, trouble, "answerCallbackQuery")
    taps = len(bot.taps)
    bot.tap(answer, RU.more)
    await bot.until(lambda: bot.message(answer).text.endswith("2/3") and len(bot.taps) > taps, 30)
    bot.local.api.faults.clear()
    assert len(bot.taps) == taps + 1


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_an_inline_query_is_answered(bot: RealBot, trouble: Trouble | str) -> None:
    plan(bot, trouble, "answerInlineQuery")
    query = bot.local.people.ask_inline(bot.local.private(), f"{ASKED} {trouble}")
    await bot.until(lambda: query in bot.local.api.inline_answers, 30)
    bot.local.api.faults.clear()


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_questions_come_through_though_polling_fails(bot: RealBot, trouble: Trouble | str) -> None:
    seat, lines = bot.local.private(), len(warned(bot))
    before = len(bot.in_chat(seat.chat.id))
    if trouble == OUTAGE:
        bot.local.api.set_outage(True)
    else:
        plan(bot, trouble, "getUpdates")
    for number in range(before, before + 3):
        bot.local.people.say(seat, ASKED)
        if trouble == OUTAGE:
            await bot.until(lambda: len(warned(bot)) > lines)
            bot.local.api.set_outage(False)
        await bot.until(partial(_has_more, bot, seat.chat.id, number), 40)
    bot.local.api.faults.clear()
    assert len(warned(bot)) == lines + 1
    await bot.quiet()
    answers = [message for message in bot.in_chat(seat.chat.id)[before:] if "лебедей" in message.text]
    assert len(answers) == 3


@pytest.mark.parametrize("trouble", Trouble)
async def test_typing_that_fails_costs_no_answer(bot: RealBot, trouble: Trouble) -> None:
    """A question behind many inline queries, one searched at a time, waits, and its topic shows it."""
    seat, actions = bot.local.in_group(thread=bot.local.topic), len(bot.actions)
    fault = bot.local.api.faults.plan(Fault(trouble, "sendChatAction", times=1))
    for number in range(200):
        reader = bot.local.world.add_user(User(70_000_000 + number, "Читатель"))
        bot.local.people.ask_inline(bot.local.private(reader), f"{ASKED} зимовка озеро птица мороз {trouble} " * 3)
    answer = await bot.asked(f"/ask {ASKED}", seat)
    bot.local.api.faults.clear()
    assert fault.times == 0 and answer["message_thread_id"] == bot.local.topic
    assert {action["thread"] for action in bot.actions[actions:]} <= {bot.local.topic}


async def test_a_flooded_group_holds_no_private_answer_up(bot: RealBot) -> None:
    group = bot.local.world.add_group(Chat(FLOODED, SUPERGROUP, "Поток"), [ANNA, BOT])
    fault = bot.local.api.faults.plan(Fault(Trouble.FLOOD, "sendMessage", FLOODED, times=None, retry_after=2))
    for _ in range(150):
        bot.local.people.say(Seat(ANNA, group), f"/ask {ASKED}")
    await bot.until(lambda: bool(bot.local.api.recorder.refused))
    assert "лебедей" in (await bot.asked(ASKED))["text"]
    assert bot.in_chat(FLOODED) == []
    fault.times = 0
    await bot.until(lambda: len(bot.in_chat(FLOODED)) == 150, 60)


async def test_whoever_blocks_or_removes_the_bot_brings_no_error(bot: RealBot) -> None:
    group = bot.local.world.add_group(Chat(-1002000000666, SUPERGROUP, "Прощание"), [ANNA, BOT])
    lines = len(warned(bot))
    bot.local.people.say(bot.local.private(EDITOR), "/start")
    bot.local.people.say(bot.local.private(YERLAN), ASKED)
    block_bot(bot.local.people, YERLAN)
    bot.local.people.say(Seat(ANNA, group), f"/ask {ASKED}")
    kick_bot(bot.local.people, group, ANNA)
    await bot.until(lambda: bot.log.count("the bot may not write there") == 2)
    unblock_bot(bot.local.people, YERLAN)
    await bot.asked(ASKED, bot.local.private(YERLAN))
    assert len(warned(bot)) == lines and " ERROR " not in bot.log


async def test_an_update_that_cannot_be_read_costs_itself_alone(bot: RealBot) -> None:
    """One of a Bot API of another age: confirmed, told of without its words, and what comes behind it is answered."""
    updates, lines = bot.local.api.updates, len(warned(bot))
    assert updates.put("message", {"message_id": 5, "text": "слово от Марии", "from": {"first_name": "Мария"}})
    assert "лебедей" in (await bot.asked(ASKED))["text"]
    await bot.until(lambda: not updates.pending)
    (line,) = warned(bot)[lines:]
    assert "message, cannot be read (TypeError): skipped" in line and "Мари" not in bot.log
    assert updates.allowed == {"message", "edited_message", "inline_query", "callback_query"}


async def test_trouble_takes_a_line_each_and_never_an_error(bot: RealBot) -> None:
    """Last."""
    assert [line for line in bot.log.splitlines() if re.search(" (ERROR|CRITICAL) ", line)] == []
    refused: list[Any] = [line for line in bot.refused if "unknown parameter" in line or "can't parse" in line]
    assert refused == []
