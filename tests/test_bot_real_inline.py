"""The real bot in inline mode: cards, paging, the cache, and queries that nobody waits for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.bot_api.faults import Fault, Trouble
from playground.world.cast import EMILY
from tests.newsroom import ASKED, SWANS, newsroom
from tests.real_bot import RealBot, clean_bot

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU, EN = phrases_for("ru"), phrases_for("en")
IN_PRINT = " — в тексте издания «Степной вестник»"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("inline")
    few = {"DOSLOVNO__INLINE__RESULTS": "3"}
    async with clean_bot(newsroom(folder / "articles"), folder / "state", **few) as running:
        yield running


async def answered(bot: RealBot, query: str, offset: str = "") -> Any:
    """What the query shows."""
    id = bot.local.people.ask_inline(bot.local.in_group(), query, offset)
    await bot.until(lambda: id in bot.local.api.inline_answers)
    return bot.local.api.inline_answers[id]


async def test_cards_are_one_extract_each_and_page_by_offset(bot: RealBot) -> None:
    pages = [await answered(bot, ASKED)]
    while pages[-1].next_offset:
        pages.append(await answered(bot, ASKED, pages[-1].next_offset))
    results = [result for page in pages for result in page.results]
    assert [len(page.results) for page in pages] == [3, 3, 1]
    assert len({result["id"] for result in results}) == 7
    texts = [result["message"]["content"]["text"] for result in results]
    assert all(sum(words in text for *_, words in SWANS) == 1 for text in texts)
    titles = {result["title"] for result in results}
    assert titles >= {f"Иван Петров, орнитолог{IN_PRINT}", f"Динара Ахатова, эколог{IN_PRINT}"}


async def test_a_card_leads_to_the_source_and_to_the_same_words_in_the_bot(bot: RealBot) -> None:
    card = (await answered(bot, ASKED)).results[0]
    (source, opened) = card["message"]["markup"]["inline_keyboard"][0]
    assert source["url"].startswith("https://example.org/news/") and ":~:text=" in source["url"]
    answer = await bot.asked(f"/start {opened['url'].partition('start=')[2]}")
    assert answer["text"] == card["message"]["content"]["text"]


async def test_the_cache_is_short_and_personal_but_for_the_empty_query(bot: RealBot) -> None:
    asked, empty = await answered(bot, f"{ASKED} "), await answered(bot, "")
    assert (asked.ttl, asked.is_personal, empty.ttl) == (30, True, 3600)


@pytest.mark.parametrize(("query", "text"), [("Какая погода в Риме?", RU.inline_nothing), ("", RU.inline_ask)])
async def test_nothing_found_leads_into_the_private_chat(bot: RealBot, query: str, text: str) -> None:
    answer = await answered(bot, query)
    assert (list(answer.results), answer.button) == ([], {"text": text, "start_parameter": "ask"})


async def test_the_frame_is_in_the_users_language(bot: RealBot) -> None:
    id = bot.local.people.ask_inline(bot.local.private(EMILY), ASKED)
    await bot.until(lambda: id in bot.local.api.inline_answers)
    first = bot.local.api.inline_answers[id].results[0]
    assert "February 2031" in first["message"]["content"]["text"]
    assert first["message"]["markup"]["inline_keyboard"][0][0]["text"] == EN.source


async def test_of_queries_typed_fast_the_last_is_answered(bot: RealBot) -> None:
    typed = [ASKED[:length] for length in range(10, len(ASKED), 2)]
    ids = [bot.local.people.ask_inline(bot.local.private(), text) for text in typed]
    await bot.until(lambda: ids[-1] in bot.local.api.inline_answers)
    await bot.quiet()
    dropped = [id for id in ids if id not in bot.local.api.inline_answers]
    assert dropped and ids[-1] not in dropped


async def test_a_query_too_old_is_dropped_without_a_word_to_the_user(bot: RealBot) -> None:
    before = len(bot.said)
    bot.local.people.ask_inline(bot.local.private(), "лебеди на озере Тенгиз")
    bot.local.clock.pass_seconds(11)
    await bot.until(lambda: "inline answer came too late" in bot.log)
    assert len(bot.said) == before


async def test_an_outage_of_the_answer_is_made_good(bot: RealBot) -> None:
    bot.local.api.faults.plan(Fault(Trouble.SERVER_ERROR, "answerInlineQuery"))
    assert (await answered(bot, "зимовка лебедей на озере")).results


@pytest.mark.parametrize("offset", ["no number", "-3", "9" * 40, "99"])
async def test_an_offset_of_nobodys_is_taken_calmly(bot: RealBot, offset: str) -> None:
    answer = await answered(bot, f"{ASKED} {offset}", offset)
    assert len(answer.results) in (0, 3)


async def test_only_what_came_too_late_was_refused(bot: RealBot) -> None:
    """Last."""
    assert [line for line in bot.refused if "query is too old" not in line and "Bad Gateway" not in line] == []
