"""The real bot asked for somebody's words: what the answer is held to, follow-ups, an honest nothing with offers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.world.cast import ANNA, YERLAN
from tests.newsroom import ASKED, newsroom
from tests.real_bot import RealBot, buttons, clean_bot, labels, real_bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU, KK = phrases_for("ru"), phrases_for("kk")
OF_SEITOV = "Что Асан Сеитов сказал о лебедях?"
OFF, ON = "✕ эксперт: Асан Сеитов", "✓ эксперт: Асан Сеитов"
WRITTEN_OUT = "эксперт: Асан Сеитов лебеди"
SILENT = "эксперт: Динара Ахатова ячмень"
IN_PRINT = " — в тексте издания «Степной вестник»"
# Nobody's, but near enough to be meant.
MISTYPED = "Сколько лебедев зимует на озиере?"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("held")
    async with clean_bot(newsroom(folder / "articles"), folder / "state") as running:
        yield running


async def test_what_the_answer_is_held_to_stands_above_it_and_can_be_taken_away(bot: RealBot) -> None:
    answer = await bot.asked(OF_SEITOV)
    assert answer["text"].startswith(f"эксперт: Асан Сеитов\n\nАсан Сеитов, егерь{IN_PRINT}\n")
    assert labels(answer) == [RU.context, RU.source, OFF]
    everybody = await bot.turned(answer, OFF)
    assert everybody["text"].startswith("Без условия эксперт: Асан Сеитов\n\n1. ")
    assert everybody["text"].endswith("1/3") and labels(everybody)[-2:] == [RU.more, ON]
    assert (await bot.turned(everybody, ON))["text"] == answer["text"]


async def test_the_answer_of_everybody_turns_its_own_pages_and_contexts(bot: RealBot) -> None:
    answer = await bot.turned(await bot.asked(WRITTEN_OUT), OFF)
    second = await bot.turned(answer, RU.more)
    context = await bot.turned(second, f"{RU.context} 5")
    back = await bot.turned(context, RU.to_answer)
    assert second["text"].endswith("2/3") and back["text"] == second["text"]
    assert "Мороз в этом году" in context["text"]


async def test_outlet_and_days_are_shown_together_and_taken_away_together(bot: RealBot) -> None:
    answer = await bot.asked("издание: «Степной вестник» с: 2031-02-03 по: 2031-02-05 лебеди")
    assert answer["text"].startswith("издание: Степной вестник · с: 03.02.2031 · по: 05.02.2031\n\n")
    assert labels(answer)[-1] == f"✕ {RU.conditions}"


async def test_the_data_of_buttons_is_short(bot: RealBot) -> None:
    answer = await bot.turned(await bot.asked(OF_SEITOV), OFF)
    data = [button["callback_data"] for button in buttons(answer) if "callback_data" in button]
    assert data and max(len(each.encode()) for each in data) <= 64
    assert max(map(len, labels(answer))) < 30


async def test_a_question_without_an_answer_of_the_person_offers_everybody(bot: RealBot) -> None:
    nothing = await bot.asked(SILENT)
    assert nothing["text"].startswith(f"{RU.silent.format(name='Динара Ахатова')}\n\n{RU.has_unheld}\n\n")
    assert labels(nothing)[0] == RU.everybody
    answer = await bot.turned(nothing, RU.everybody)
    assert answer["text"].startswith("Без условия эксперт: Динара Ахатова\n\nАсан Сеитов, егерь")
    assert labels(answer) == [RU.context, RU.source]


async def test_a_follow_up_asks_the_same_person(bot: RealBot) -> None:
    await bot.asked("Что Пётр Гусаров сказал о лебедях?")
    first, second = await bot.asked("а о полынье?"), await bot.asked("а о лебедях?")
    assert [told["text"].split("\n")[0] for told in (first, second)] == ["эксперт: Пётр Гусаров"] * 2


async def test_a_follow_up_asks_another_person_the_same(bot: RealBot) -> None:
    await bot.asked(OF_SEITOV)
    assert (await bot.asked("а Пётр Гусаров?"))["text"].startswith("эксперт: Пётр Гусаров\n\nПётр Гусаров, рыбак")


async def test_person_after_person_is_asked_the_same(bot: RealBot) -> None:
    await bot.asked(OF_SEITOV)
    await bot.asked("а Пётр Гусаров?")
    third = await bot.asked("а Ольга Зимина?")
    assert third["text"].startswith("эксперт: Ольга Зимина\n\nОльга Зимина")


async def test_what_was_taken_away_is_not_gone_on_with(bot: RealBot) -> None:
    answer = await bot.asked(OF_SEITOV)
    everybody = await bot.turned(answer, OFF)
    assert not (await bot.asked("а о лебедях?"))["text"].startswith("эксперт")
    await bot.asked(OF_SEITOV)
    await bot.turned(await bot.turned(everybody, ON), OFF)  # an answer with the same condition is as good
    assert not (await bot.asked("а о лебедях?"))["text"].startswith("эксперт")


async def test_what_is_asked_anew_has_no_condition(bot: RealBot) -> None:
    await bot.asked(OF_SEITOV)
    assert not (await bot.asked("О чём говорят на озере?"))["text"].startswith("эксперт")


async def test_in_a_group_each_goes_on_from_their_own_question(bot: RealBot) -> None:
    await bot.asked("/ask Что Пётр Гусаров сказал о лебедях?", bot.local.in_group(ANNA))
    await bot.asked("/ask Что Ольга Зимина сказала о лебедях?", bot.local.in_group(YERLAN))
    anna = await bot.asked("/ask а о лебедях?", bot.local.in_group(ANNA))
    yerlan = await bot.asked("/ask а о лебедях?", bot.local.in_group(YERLAN))
    assert "эксперт: Пётр Гусаров" in anna["text"] and "сарапшы: Ольга Зимина" in yerlan["text"]


async def test_an_edited_follow_up_goes_on_from_the_same_question(bot: RealBot) -> None:
    await bot.asked("Что Пётр Гусаров сказал о лебедях?")
    answer = await bot.asked("а о полынье?")
    question = list(bot.local.private().chat.messages.values())[-2]
    edited = await bot.changed(answer, lambda: bot.local.people.edit(ANNA, question, "а Иван Петров?"))
    assert edited["text"].startswith(f"эксперт: Иван Петров\n\nИван Петров, орнитолог{IN_PRINT}\n")


async def test_after_forget_nothing_is_gone_on_from(bot: RealBot) -> None:
    await bot.asked("Что Пётр Гусаров сказал о лебедях?")
    await bot.asked("/forget")
    assert "эксперт" not in (await bot.asked("а о лебедях?"))["text"]


async def test_nothing_found_says_what_there_is_and_offers_people(bot: RealBot) -> None:
    nothing = await bot.asked("Какая завтра погода в Риме?")
    assert "Статей в собрании: 7, известные даты 01.02.2031 – 07.02.2031." in nothing["text"]
    assert labels(nothing) == ["Иван Петров", "Асан Сеитов", "Ольга Зимина", "Марат Айтбаев"]
    answer = await bot.turned(nothing, "Асан Сеитов")
    assert answer["text"].startswith(f"эксперт: Асан Сеитов\n\nАсан Сеитов, егерь{IN_PRINT}\n")
    assert labels(answer)[:2] == [RU.context, RU.source]


async def test_a_question_offered_instead_is_answered_in_place(bot: RealBot) -> None:
    nothing = await bot.asked(MISTYPED)
    assert f"{RU.suggestions}\n• Зимовка на озере " in nothing["text"]
    offered = labels(nothing)[0]
    answer = await bot.turned(nothing, offered)
    assert answer["message_id"] == nothing["message_id"] and offered.rpartition(" ")[2] in answer["text"]
    context = await bot.turned(answer, next(label for label in labels(answer) if label.startswith(RU.context)))
    assert (await bot.turned(context, RU.to_answer))["text"] == answer["text"]


async def test_an_offer_tapped_twice_or_by_others_is_answered_the_same(bot: RealBot) -> None:
    nothing = await bot.asked("Какая завтра погода в Риме?", bot.local.private())
    before = len(bot.taps)
    for _ in range(3):
        bot.tap(nothing, "Асан Сеитов")
    await bot.until(lambda: len(bot.taps) == before + 3 and "Асан Сеитов, егерь" in bot.message(nothing).text)
    await bot.quiet()  # a tap is acknowledged before its answer is looked for, and the last may still be at it
    assert "Асан Сеитов, егерь" in bot.message(nothing).text


@pytest.mark.parametrize("data", ["o:unknown1:1", "P:unknown1:1", "C:unknown1:1"])
async def test_a_tap_on_what_is_not_kept_says_that_it_is_out_of_date(bot: RealBot, data: str) -> None:
    answer = await bot.asked(ASKED)
    before = len(bot.taps)
    bot.local.people.tap(ANNA, bot.message(answer), data)
    await bot.until(lambda: len(bot.taps) > before)
    assert bot.taps[before]["text"] == RU.outdated


async def test_a_group_is_told_the_same_nothing_in_the_askers_language(bot: RealBot) -> None:
    nothing = await bot.asked("/ask Римде ертең ауа райы қандай?", bot.local.in_group(YERLAN))
    assert "Жинақтағы мақалалар: 7" in nothing["text"] and nothing["text"].startswith(tuple(KK.why_not.values()))


async def test_no_names_reach_the_log_and_nothing_was_refused(bot: RealBot) -> None:
    """Last."""
    assert not any(word in bot.log for word in ("Сеитов", "Гусаров", "лебед"))
    assert [line for line in bot.refused if "message is not modified" not in line] == []


async def test_what_was_taken_away_stays_so_over_a_restart(tmp_path: Path) -> None:
    async with real_bot(newsroom(tmp_path / "articles"), tmp_path / "state") as bot:
        answer, nothing = await bot.asked(WRITTEN_OUT), await bot.asked("Какая завтра погода в Риме?")
        assert await bot.end() == 0
        await bot.start()
        everybody = await bot.turned(answer, OFF)
        assert everybody["text"].endswith("1/3") and labels(everybody)[-1] == ON
        assert "Асан Сеитов, егерь" in (await bot.turned(nothing, "Асан Сеитов"))["text"]
        assert (await bot.turned(everybody, ON))["text"] == answer["text"]
        assert await bot.end() == 0
        bot.check()
