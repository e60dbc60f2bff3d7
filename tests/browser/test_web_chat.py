"""The page itself: what the bot sends is shown as it is, and what a person does reaches the bot."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from playground.world.cast import ANNA, YERLAN
from tests.browser.page import ChatPage, browser_page
from tests.local_bot_api import LocalBotApi, local_bot_api

LONG_QUOTE = "Слова, сказанные на совещании, приводятся целиком. " * 30


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api() as api:
        yield api


@pytest.fixture
async def chat(local: LocalBotApi) -> AsyncIterator[ChatPage]:
    async with browser_page(local.server.address) as page:
        yield page


async def _send(local: LocalBotApi, text: str, **more: Any) -> dict[str, Any]:
    sent: dict[str, Any] = await local.result("sendMessage", chat_id=ANNA.id, text=text, parse_mode="HTML", **more)
    return sent


async def _height(shown: Locator) -> float:
    box = await shown.bounding_box()
    assert box
    return box["height"]


def _keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Ещё"} | button]]}


async def _update(local: LocalBotApi, kind: str) -> dict[str, Any]:
    """The last update, once it is of this kind."""
    while True:
        updates = await local.updates(offset=-1, timeout=20)
        if updates and kind in updates[-1]:
            found: dict[str, Any] = updates[-1][kind]
            return found
        await local.updates(offset=updates[-1]["update_id"] + 1 if updates else 0)


async def test_message_is_sent_by_button_and_by_enter(local: LocalBotApi, chat: ChatPage) -> None:
    await chat.send("Сколько зерна?")
    await expect(chat.messages).to_have_count(1)
    assert (await _update(local, "message"))["text"] == "Сколько зерна?"
    await chat.box.fill("строка")
    await chat.box.press("Shift+Enter")
    await chat.box.type("вторая")
    await chat.box.press("Enter")
    await expect(chat.messages).to_have_count(2)
    await expect(chat.messages.last).to_contain_text("строка\nвторая", use_inner_text=True)


async def test_markup_of_a_message_stays_text(local: LocalBotApi, chat: ChatPage) -> None:
    await chat.send("<img src=x onerror=alert(1)> & <b>нет</b>")
    await expect(chat.messages.last).to_contain_text("<img src=x onerror=alert(1)> & <b>нет</b>")
    await _send(local, "«5 &lt; 6 &amp; 7» <b>Ким</b>")
    await expect(chat.messages.last).to_contain_text("«5 < 6 & 7» Ким")
    assert await chat.messages.locator("img[src=x]").count() == 0
    await expect(chat.messages.last.locator("strong")).to_have_text("Ким")


async def test_long_quote_opens_on_a_tap_and_a_short_one_has_no_button(local: LocalBotApi, chat: ChatPage) -> None:
    await _send(local, f"<blockquote expandable>{LONG_QUOTE}</blockquote>")
    quote = chat.messages.last.locator("blockquote")
    assert (await quote.inner_text()).strip() == LONG_QUOTE.strip()
    folded = await _height(quote)
    await chat.messages.last.get_by_role("button", name="Развернуть цитату").click()
    assert await _height(quote) > folded * 2
    await _send(local, "<blockquote expandable>Коротко.</blockquote>")
    await expect(chat.messages.last).to_contain_text("Коротко.")
    await expect(chat.messages.last.get_by_role("button", name="Развернуть цитату")).to_have_count(0)


async def test_button_is_pressed_answered_and_edits_in_place(local: LocalBotApi, chat: ChatPage) -> None:
    sent = await _send(local, "страница 1", reply_markup=_keyboard(callback_data="next"))
    await chat.messages.last.get_by_role("button", name="Ещё").click()
    query = await _update(local, "callback_query")
    assert (query["data"], query["message"]["message_id"]) == ("next", sent["message_id"])
    await local.result("answerCallbackQuery", callback_query_id=query["id"], text="Листаю")
    await expect(chat.page.get_by_text("Листаю")).to_be_visible()
    await local.result("editMessageText", chat_id=ANNA.id, message_id=sent["message_id"], text="страница 2")
    await expect(chat.messages).to_have_count(1)
    await expect(chat.messages.last).to_contain_text("страница 2")


async def test_alert_is_shown_until_closed(local: LocalBotApi, chat: ChatPage) -> None:
    await _send(local, "да", reply_markup=_keyboard(callback_data="x"))
    await chat.messages.last.get_by_role("button", name="Ещё").click()
    query = await _update(local, "callback_query")
    await local.result("answerCallbackQuery", callback_query_id=query["id"], text="Устарело", show_alert=True)
    await expect(chat.page.get_by_role("dialog")).to_contain_text("Устарело")
    await chat.page.get_by_role("button", name="Понятно").click()
    await expect(chat.page.get_by_role("dialog")).to_have_count(0)


async def test_inline_results_page_and_are_chosen(local: LocalBotApi, chat: ChatPage) -> None:
    await chat.box.fill("@doslovno_bot зерно")
    query = await _update(local, "inline_query")
    assert (query["query"], query["offset"]) == ("зерно", "")
    content = {"message_text": "<blockquote>слова</blockquote>", "parse_mode": "HTML"}
    result = {"type": "article", "id": "1", "title": "Айна Ким", "input_message_content": content}
    await local.result("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await expect(chat.results).to_have_count(1)
    await chat.box.press("ArrowDown")
    await chat.box.press("Enter")
    await expect(chat.messages.last.locator("blockquote")).to_have_text("слова")
    await expect(chat.messages.last).to_contain_text("через @doslovno_bot")
    await expect(chat.box).to_have_value("")


async def test_inline_button_leads_into_the_private_chat(local: LocalBotApi, chat: ChatPage) -> None:
    await chat.open("Общая тема")
    await chat.box.fill("@doslovno_bot погода")
    query = await _update(local, "inline_query")
    button = {"text": "Спросить бота", "start_parameter": "inline"}
    await local.result("answerInlineQuery", inline_query_id=query["id"], results=[], button=button)
    await chat.page.get_by_role("button", name="Спросить бота").click()
    assert (await _update(local, "message"))["text"] == "/start inline"
    await expect(chat.page.get_by_role("heading", level=1)).to_have_text("Дословно")


async def test_group_reply_topic_and_other_person(local: LocalBotApi, chat: ChatPage) -> None:
    await chat.open("Транзит и торговля")
    await chat.send("Кто видел статью?")
    await chat.speak_as(YERLAN.first_name)
    await chat.messages.last.hover()
    await chat.messages.last.get_by_role("button", name="Ответить").click()
    await chat.send("@doslovno_bot что там сказали?")
    message = await _update(local, "message")
    assert message["from"]["id"] == YERLAN.id
    assert message["message_thread_id"] == local.topic
    assert message["reply_to_message"]["text"] == "Кто видел статью?"


async def test_own_message_is_edited(local: LocalBotApi, chat: ChatPage) -> None:
    await chat.send("Сколько зерна?")
    await chat.messages.last.wait_for()
    await chat.box.press("ArrowUp")
    await chat.send("Сколько угля?")
    assert (await _update(local, "edited_message"))["text"] == "Сколько угля?"
    await expect(chat.messages).to_have_count(1)
    await expect(chat.messages.last).to_contain_text("изменено")


async def test_link_that_starts_the_bot_does(local: LocalBotApi, chat: ChatPage) -> None:
    await _send(local, '<a href="https://t.me/doslovno_bot?start=q_1">эта цитата</a>')
    await chat.messages.last.get_by_role("link", name="эта цитата").click()
    assert (await _update(local, "message"))["text"] == "/start q_1"


async def test_typing_shows_until_the_message_comes(local: LocalBotApi, chat: ChatPage) -> None:
    await local.result("sendChatAction", chat_id=ANNA.id, action="typing")
    await expect(chat.page.get_by_text("печатает…")).to_be_visible()
    await _send(local, "ответ")
    await expect(chat.messages.last).to_contain_text("ответ")
    await expect(chat.page.get_by_text("печатает…")).to_have_count(0)


async def test_document_is_sent_and_offered(local: LocalBotApi, chat: ChatPage, tmp_path: Path) -> None:
    article = tmp_path / "статья.txt"
    article.write_text("Текст статьи", encoding="utf-8")
    await chat.page.locator("input[type=file]").set_input_files(article)
    document = (await _update(local, "message"))["document"]
    assert document["file_name"] == "статья.txt"
    async with chat.page.expect_download() as started:
        await chat.messages.last.get_by_role("link", name="статья.txt").click()
    downloaded = await (await started.value).path()
    assert await asyncio.to_thread(Path(downloaded).read_text, "utf-8") == "Текст статьи"


async def test_commands_are_offered_and_picked(local: LocalBotApi, chat: ChatPage) -> None:
    commands = [{"command": "help", "description": "Как спрашивать"}, {"command": "sources", "description": "Издания"}]
    await local.result("setMyCommands", commands=commands)
    await chat.box.type("/so")
    await chat.page.get_by_role("option", name="/sources").click()
    assert (await _update(local, "message"))["text"] == "/sources"


async def test_phone_shows_one_thing_at_a_time(local: LocalBotApi) -> None:
    async with browser_page(local.server.address, viewport={"width": 390, "height": 780}) as chat:
        await expect(chat.box).to_be_visible()
        await chat.page.get_by_role("button", name="К списку чатов").click()
        await expect(chat.box).to_be_hidden()
        await chat.open("Общая тема")
        await expect(chat.box).to_be_visible()
        await _send(local, "<blockquote expandable>" + LONG_QUOTE + "</blockquote>")
        await chat.page.get_by_role("button", name="К списку чатов").click()
        await chat.open("Дословно")
        assert await chat.page.evaluate("document.documentElement.scrollWidth") == 390


async def test_everything_has_a_name(chat: ChatPage) -> None:
    for role in ("button", "textbox", "combobox", "link"):
        for element in await chat.page.get_by_role(role).all():
            label = await element.get_attribute("aria-label") or (await element.inner_text()).strip()
            assert label, await element.evaluate("element => element.outerHTML")
