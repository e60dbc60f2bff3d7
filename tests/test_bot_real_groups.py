"""The real bot in groups: when it speaks, where, and to whom it replies."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.people.membership import upgrade
from playground.people.people import Seat
from playground.world.cast import ANNA, BOT, EDITOR, YERLAN
from playground.world.chats import GROUP, Chat
from tests.newsroom import ASKED, newsroom
from tests.real_bot import RealBot, clean_bot, labels

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU, KK = phrases_for("ru"), phrases_for("kk")
WORDS = "лебедей"
ANOTHER_GROUP = -1002000000777


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    """Privacy mode is off: the bot sees every word, and must tell by itself what is meant for it."""
    folder = tmp_path_factory.mktemp("groups")
    async with clean_bot(newsroom(folder / "articles"), folder / "state") as running:
        running.local.group.privacy = False
        yield running


def said_in_group(bot: RealBot) -> int:
    return len(bot.in_chat(bot.local.group.id))


@pytest.mark.parametrize(
    "text", [f"@{BOT.username} {ASKED}", f"{ASKED} @{(BOT.username or '').upper()}", f"/ask {ASKED}",
             f"/ask@{BOT.username} {ASKED}"],
)  # fmt: skip
async def test_a_mention_or_a_command_is_answered_in_reply(bot: RealBot, text: str) -> None:
    question = bot.local.group.last_message_id + 1
    answer = await bot.asked(text, bot.local.in_group())
    assert WORDS in answer["text"] and answer["reply_to_message"]["message_id"] == question


async def test_a_reply_to_the_bot_is_answered(bot: RealBot) -> None:
    first = await bot.asked(f"/ask {ASKED}", bot.local.in_group())
    second = await bot.asked("Кто живёт на озере Сасык?", bot.local.in_group(YERLAN), first["message_id"])
    assert "Сасык" in second["text"]


@pytest.mark.parametrize("text", [f"@{BOT.username}", "/ask"])
async def test_a_mention_in_reply_takes_the_other_message_for_the_question(bot: RealBot, text: str) -> None:
    someones = bot.local.people.say(bot.local.in_group(YERLAN), ASKED)
    answer = await bot.asked(text, bot.local.in_group(), someones.id)
    assert WORDS in answer["text"]


@pytest.mark.parametrize(
    "text",
    [ASKED, f"/ask@other_bot {ASKED}", "/help@other_bot", f"@other_bot {ASKED}", f"@{BOT.username}2 {ASKED}", "/ask",
     f"@{BOT.username}", f"@{BOT.username} 👍", f"@{BOT.username} привет", f"@{BOT.username} спасибо", "/reload",
     "/stats", "/weather",
     f"@{BOT.username} " + "а" * 2000],
)  # fmt: skip
async def test_everything_else_is_met_with_silence(bot: RealBot, text: str) -> None:
    before = said_in_group(bot)
    bot.local.people.say(bot.local.in_group(), text)
    await bot.quiet()
    assert said_in_group(bot) == before


@pytest.mark.parametrize("content", [{"sticker": {}}, {"photo": []}, {"voice": {}}])
async def test_no_text_is_met_with_silence_in_a_group(bot: RealBot, content: dict[str, object]) -> None:
    before = said_in_group(bot)
    file = {"file_id": "a", "file_unique_id": "b"}
    sticker = {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    filled = {"sticker": file | sticker, "photo": [file | {"width": 1, "height": 1}], "voice": file | {"duration": 1}}
    bot.local.people.post(bot.local.in_group(), {name: filled[name] for name in content})
    await bot.quiet()
    assert said_in_group(bot) == before


async def test_what_it_can_do_is_said_in_a_group_too(bot: RealBot) -> None:
    answer = await bot.asked(f"@{BOT.username} что ты умеешь?", bot.local.in_group())
    assert answer["text"] == RU.why_not["about_bot"] and labels(answer) == list(RU.examples)


async def test_what_it_has_not_is_said_in_a_group_too(bot: RealBot) -> None:
    answer = await bot.asked("/ask Какая завтра погода в Риме?", bot.local.in_group())
    assert answer["text"].startswith((RU.why_not["no_match"], RU.why_not["weak_match"]))


async def test_in_a_topic_the_answer_stays_there_and_in_general_it_stays_in_general(bot: RealBot) -> None:
    topic = bot.local.topic
    inside = await bot.asked(f"/ask {ASKED}", bot.local.in_group(thread=topic))
    outside = await bot.asked(f"/ask {ASKED}", bot.local.in_group())
    assert (inside["message_thread_id"], inside["is_topic_message"]) == (topic, True)
    assert "is_topic_message" not in outside


async def test_a_topics_first_notice_is_no_message_of_the_bots_to_reply_to(bot: RealBot) -> None:
    thread = bot.local.world.open_topic(bot.local.group, "Тема бота", BOT)
    before = said_in_group(bot)
    bot.local.people.say(bot.local.in_group(thread=thread), "обсудим обед?")
    await bot.quiet()
    assert said_in_group(bot) == before


async def test_the_answer_comes_even_where_the_question_is_deleted_meanwhile(bot: RealBot) -> None:
    before = said_in_group(bot)
    bot.local.people.delete(bot.local.people.say(bot.local.in_group(), f"/ask {ASKED}"))
    await bot.until(lambda: said_in_group(bot) == before + 1)


async def test_another_members_tap_turns_the_page_in_the_askers_language(bot: RealBot) -> None:
    answer = await bot.asked(f"/ask {ASKED}", bot.local.in_group())
    second = await bot.turned(answer, RU.more, YERLAN)
    assert second["text"].endswith("2/3") and RU.more in labels(second)


async def test_an_edited_question_edits_the_answer_in_the_group(bot: RealBot) -> None:
    answer = await bot.asked(f"@{BOT.username} {ASKED}", bot.local.in_group())
    question = bot.local.group.messages[answer["reply_to_message"]["message_id"]]
    text = f"@{BOT.username} кто живёт на озере Сасык?"
    assert "Сасык" in (await bot.changed(answer, lambda: bot.local.people.edit(ANNA, question, text)))["text"]


async def test_an_anonymous_administrator_is_answered_as_anybody_and_is_no_operator(bot: RealBot) -> None:
    seat = Seat(EDITOR, bot.local.group, anonymous=True)
    assert WORDS in (await bot.asked(f"/ask {ASKED}", seat))["text"]
    before = said_in_group(bot)
    bot.local.people.say(seat, "/reload")
    await bot.quiet()
    assert said_in_group(bot) == before


async def test_own_inline_result_is_not_answered(bot: RealBot) -> None:
    before = said_in_group(bot)
    query = bot.local.people.ask_inline(bot.local.in_group(), ASKED)
    await bot.until(lambda: query in bot.local.api.inline_answers)
    result = bot.local.api.inline_answers[query].results[0]["id"]
    bot.local.people.choose(bot.local.in_group(), query, ASKED, result)
    await bot.quiet()
    assert said_in_group(bot) == before


async def test_a_group_that_becomes_a_supergroup_is_answered_on(bot: RealBot) -> None:
    small = bot.local.world.add_group(Chat(-4001, GROUP, "Малая"), [ANNA, BOT], creator=ANNA)
    assert WORDS in (await bot.asked(f"/ask {ASKED}", Seat(ANNA, small)))["text"]
    large = upgrade(bot.local.people, small, -1002000004001, ANNA)
    assert WORDS in (await bot.asked(f"/ask {ASKED}", Seat(ANNA, large)))["text"]


async def test_the_log_has_a_line_for_each_update_and_no_text_of_it(bot: RealBot) -> None:
    """Last."""
    lines = [line for line in bot.log.splitlines() if "bot.handlers.arrivals: update " in line]
    assert any("message, supergroup" in line for line in lines) and len(lines) > 30
    assert not any(word in bot.log for word in ("лебед", "обед", "Утренняя"))
    assert bot.refused == []


async def test_with_a_list_of_groups_only_those_are_answered(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("allowed")
    allow = {"DOSLOVNO__GROUPS__ALLOW": f"{ANOTHER_GROUP}, -4002"}
    async with clean_bot(newsroom(folder / "articles"), folder / "state", **allow) as bot:
        world = bot.local.world
        another = world.add_group(Chat(ANOTHER_GROUP, GROUP, "Другая"), [ANNA, BOT])
        small = world.add_group(Chat(-4002, GROUP, "Малая"), [ANNA, BOT])
        bot.local.people.say(bot.local.in_group(), f"/ask {ASKED}")
        assert WORDS in (await bot.asked(f"/ask {ASKED}", Seat(ANNA, another)))["text"]
        large = upgrade(bot.local.people, small, -1002000004002, ANNA)
        await bot.quiet()
        assert WORDS in (await bot.asked(f"/ask {ASKED}", Seat(ANNA, large)))["text"]
        assert said_in_group(bot) == 0
