"""The whole way in a browser: the real bot process behind the real page, on three small articles."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.page import ChatPage, browser_page
from tests.test_playground_process import address, playground


@pytest.fixture
async def chat(tmp_path: Path, articles: Path) -> AsyncIterator[ChatPage]:
    async with (
        playground(tmp_path, "--port", "0", CORPUS_PATH=str(articles)) as process,
        browser_page(await address(process)) as page,
    ):
        yield page


async def test_question_in_private_is_answered_with_a_credited_quote(chat: ChatPage) -> None:
    answer = await chat.ask("Сколько тонн держит мост через Илек?")
    quote = answer.locator("blockquote").first
    await expect(quote).to_contain_text("Мост держит семьдесят тонн, а трещин < 2 мм & ржавчины")
    await expect(answer).to_contain_text("Асан Кали")


async def test_question_in_a_topic_is_answered_there(chat: ChatPage) -> None:
    await chat.open("Транзит и торговля")
    answer = await chat.ask("/ask Сколько суток идёт баржа с пшеницей через Каспий?")
    await expect(answer.locator("blockquote").first).to_contain_text("четверо суток")


async def test_inline_card_is_chosen(chat: ChatPage) -> None:
    await chat.open("Общая тема")
    await chat.box.fill("@doslovno_bot баржа с пшеницей через Каспий")
    await chat.results.first.click()
    await expect(chat.messages.last.locator("blockquote").first).to_contain_text("Баржа с пшеницей идёт через Каспий")
