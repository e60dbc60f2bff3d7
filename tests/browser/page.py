"""A browser page on the web chat, and what a person does there, by the names that assistive technology reads."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: As root in a container the sandbox has no rights, and shared memory is small.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
#: Set where a skipped browser test must not pass for a green one.
REQUIRED = "BROWSER_TESTS_REQUIRED"
MISSING = "no chromium on this machine (Debian: apt-get install chromium): the web chat goes untested"
WAIT = 20_000.0


def browser_path() -> str:
    """The browser to drive; skips the test where there is none, or fails it where one is required."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        (pytest.fail if os.environ.get(REQUIRED) else pytest.skip)(MISSING)
    return str(path)


@asynccontextmanager
async def browser_page(address: str, **options: Any) -> AsyncIterator["ChatPage"]:
    """The chat, loaded; at the end no script may have failed and nothing may have come from elsewhere."""
    troubles: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        page = await browser.new_page(**{"locale": "ru-RU", "viewport": {"width": 1180, "height": 780}} | options)
        page.set_default_timeout(WAIT)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else troubles.append(request.url))
        await page.goto(address)
        await expect(page.get_by_role("heading", level=1)).not_to_be_empty(timeout=WAIT)
        yield ChatPage(page)
        await browser.close()
    assert troubles == []


class ChatPage:
    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name="Сообщение")

    @property
    def messages(self) -> Locator:
        return self.page.get_by_role("article")

    @property
    def results(self) -> Locator:
        return self.page.get_by_role("listbox", name="Результаты").get_by_role("option")

    async def send(self, text: str) -> None:
        await self.box.fill(text)
        await self.page.get_by_role("button", name="Отправить").click()

    async def ask(self, text: str) -> Locator:
        """Send a text and wait for the message that comes after it."""
        before = await self.messages.count()
        await self.send(text)
        answer = self.messages.nth(before + 1)
        await answer.wait_for()
        return answer

    async def open(self, conversation: str) -> None:
        await self.page.get_by_role("navigation", name="Чаты").get_by_role("button", name=conversation).click()
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(conversation)

    async def speak_as(self, name: str) -> None:
        choice = self.page.get_by_role("combobox", name="Вы пишете как")
        label = await choice.locator("option", has_text=name).text_content()
        await choice.select_option(label=label)
