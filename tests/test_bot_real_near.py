"""The real bot where no answer is sure enough: what comes near is shown as near, at once or on a tap, on any page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.world.cast import EDITOR, YERLAN
from tests.newsroom import ASKED, newsroom
from tests.real_bot import RealBot, clean_bot, labels, real_bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU, KK = phrases_for("ru"), phrases_for("kk")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("near")
    environment = {"DOSLOVNO__ANSWER__STRICTNESS": "high", "ADMIN_IDS": str(EDITOR.id)}
    async with clean_bot(newsroom(folder / "articles"), folder / "state", **environment) as running:
        yield running


async def test_in_private_it_is_shown_at_once_and_turned_like_an_answer(bot: RealBot) -> None:
    near = await bot.asked(ASKED)
    assert near["text"].startswith(f"{RU.nearest}\n\n1. Асан Сеитов, егерь") and near["text"].endswith("1/3")
    assert labels(near)[:2] == [f"{RU.context} 1", f"{RU.context} 2"] and labels(near)[-1] == RU.more
    second = await bot.turned(near, RU.more)
    assert second["text"].startswith(f"{RU.nearest}\n\n4. ") and second["text"].endswith("2/3")
    context = await bot.turned(second, f"{RU.context} 5")
    assert (await bot.turned(context, RU.to_answer))["text"] == second["text"]


async def test_in_a_group_it_is_shown_on_a_tap_by_anybody(bot: RealBot) -> None:
    nothing = await bot.asked(f"/ask {ASKED}", bot.local.in_group(YERLAN))
    assert nothing["text"].startswith(KK.why_not["weak_match"]) and "Сеитов, егерь" not in nothing["text"]
    near = await bot.turned(nothing, KK.show_nearest)
    assert near["text"].startswith(f"{KK.nearest}\n\n1. Асан Сеитов") and near["text"].endswith("1/3")


async def test_what_nothing_comes_near_to_has_no_such_button(bot: RealBot) -> None:
    nothing = await bot.asked("/ask Какая завтра погода в Риме?", bot.local.in_group())
    assert nothing["text"].startswith(RU.why_not["no_match"]) and RU.show_nearest not in labels(nothing)


async def test_inline_it_says_so_in_each_title_and_below_a_button_into_the_chat(bot: RealBot) -> None:
    id = bot.local.people.ask_inline(bot.local.in_group(), ASKED)
    await bot.until(lambda: id in bot.local.api.inline_answers)
    shown = bot.local.api.inline_answers[id]
    assert shown.button == {"text": RU.inline_nothing, "start_parameter": "ask"}
    assert len(shown.results) == 7 and all(each["title"].startswith("Ближайшее: ") for each in shown.results)


async def test_it_is_counted_apart_from_answers(bot: RealBot) -> None:
    """After the questions above: two of them came near."""
    stats = await bot.asked("/stats", bot.local.private(EDITOR))
    assert "вопросов: 3, из них с ответом: 0, с близким: 2;" in stats["text"]


async def test_it_is_near_still_after_a_restart(tmp_path: Path) -> None:
    folder, state = newsroom(tmp_path / "articles"), tmp_path / "state"
    async with real_bot(folder, state, DOSLOVNO__ANSWER__STRICTNESS="high") as bot:
        near, nothing = await bot.asked(ASKED), await bot.asked(f"/ask {ASKED}", bot.local.in_group())
        assert await bot.end() == 0
        await bot.start()
        assert (await bot.turned(near, RU.more))["text"].startswith(f"{RU.nearest}\n\n4. ")
        assert (await bot.turned(nothing, RU.show_nearest))["text"].startswith(f"{RU.nearest}\n\n1. ")
        assert await bot.end() == 0
        bot.check()
