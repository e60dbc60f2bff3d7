"""The whole way in a browser: the real bot process behind the real page, on a folder of articles of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from playground.world.cast import EDITOR
from tests.browser.page import ChatPage, browser_page
from tests.newsroom import ASKED, article, newsroom
from tests.test_playground_process import address, playground

HERONS = article(8, "Цаплиное", "лесничий", "Юрий Воронов", "Цапель на озере Цаплиное гнездится восемьдесят пар")


@pytest.fixture
def folder(tmp_path: Path, articles: Path) -> Path:
    return newsroom(articles)


@pytest.fixture
async def chat(tmp_path: Path, folder: Path) -> AsyncIterator[ChatPage]:
    async with (
        playground(tmp_path, "--port", "0", CORPUS_PATH=str(folder)) as process,
        browser_page(await address(process)) as page,
    ):
        yield page


def button(message: Locator, name: str) -> Locator:
    return message.get_by_role("button", name=name)


async def test_question_in_private_is_answered_with_a_credited_quote(chat: ChatPage) -> None:
    answer = await chat.ask("Сколько тонн держит мост через Илек?")
    quote = answer.locator("blockquote").first
    await expect(quote).to_contain_text("Мост держит семьдесят тонн, а трещин < 2 мм & ржавчины")
    await expect(answer).to_contain_text("Асан Кали")


async def test_buttons_turn_pages_and_show_the_context_in_place(chat: ChatPage) -> None:
    answer = await chat.ask(ASKED)
    await expect(answer).to_contain_text("1/3")
    await button(answer, "Ещё").click()
    await expect(answer).to_contain_text("2/3")
    await button(answer, "Контекст 4").click()
    await expect(answer).to_contain_text("Мороз в этом году пришёл рано.")
    await button(answer, "К ответу").click()
    await expect(answer).to_contain_text("2/3")


async def test_what_the_question_names_is_taken_away_and_brought_back(chat: ChatPage) -> None:
    answer = await chat.ask("Что Асан Сеитов сказал о лебедях?")
    await expect(answer).to_contain_text("эксперт: Асан Сеитов")
    await button(answer, "✕ эксперт: Асан Сеитов").click()
    await expect(answer.locator("s")).to_have_text("эксперт: Асан Сеитов")
    await expect(answer).to_contain_text("1/3")
    await button(answer, "✓ эксперт: Асан Сеитов").click()
    await expect(answer.locator("blockquote")).to_have_count(1)


async def test_nothing_found_offers_people_to_tap(chat: ChatPage) -> None:
    nothing = await chat.ask("Какая завтра погода в Риме?")
    await expect(nothing).to_contain_text("Статей в собрании: 10")
    await nothing.get_by_role("button", name="Иван Петров").click()
    await expect(nothing.locator("blockquote").first).to_contain_text("Лебедей на озере Караколь зимует сорок два")


async def test_quotation_is_checked_and_its_differences_are_marked(chat: ChatPage) -> None:
    verdict = await chat.ask("/check Мост держит девяносто тонн, а трещин < 2 мм & ржавчины мы не нашли")
    await expect(verdict.locator("s")).to_have_text("девяносто")
    await expect(verdict.locator("strong").nth(1)).to_have_text("семьдесят")
    await expect(verdict.locator("blockquote")).to_contain_text("Мост держит семьдесят тонн")


async def test_question_in_a_topic_is_answered_there(chat: ChatPage) -> None:
    await chat.open("Транзит и торговля")
    answer = await chat.ask("/ask Сколько суток идёт баржа с пшеницей через Каспий?")
    await expect(answer.locator("blockquote").first).to_contain_text("четверо суток")


async def test_inline_card_is_chosen(chat: ChatPage) -> None:
    await chat.open("Общая тема")
    await chat.box.fill("@doslovno_bot баржа с пшеницей через Каспий")
    await chat.results.first.click()
    await expect(chat.messages.last.locator("blockquote").first).to_contain_text("Баржа с пшеницей идёт через Каспий")


async def test_administrator_reloads_after_a_file_was_added(chat: ChatPage, folder: Path) -> None:
    (folder / "цапли.md").write_text(HERONS, encoding="utf-8")
    await chat.speak_as(EDITOR.first_name)
    report = await chat.ask("/reload")
    await expect(report).to_contain_text("Добавлено: 1")
    await expect(report).to_contain_text("цапли.md")
    answer = await chat.ask("Сколько пар цапель гнездится на озере?")
    await expect(answer.locator("blockquote").first).to_contain_text("восемьдесят пар")
