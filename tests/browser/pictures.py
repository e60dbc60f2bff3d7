"""Pictures of the web chat for the README: `python -m tests.browser.pictures FOLDER`, on the sample corpus."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.page import ChatPage, browser_page
from tests.test_playground_process import address, playground

SIZES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "device_scale_factor": 2},
    "dark": {"color_scheme": "dark", "device_scale_factor": 2},
    "phone": {"viewport": {"width": 390, "height": 780}, "color_scheme": "light", "device_scale_factor": 2},
}
QUESTION = "Что Сарсекова думает о плате за транзит газа?"
GROUP_QUESTION = "/ask Сколько линеек осталось Каспию?"
INLINE = "@doslovno_bot вода"


async def draw(folder: Path) -> None:
    """Private chat, group and inline mode, each in light, dark and on a phone."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        async with playground(Path(state), "--port", "0") as process:
            where = await address(process)
            for name, options in SIZES.items():
                async with browser_page(where, **options) as chat:
                    await _draw_all(chat, folder, name, first=name == "light")


async def _draw_all(chat: ChatPage, folder: Path, name: str, first: bool) -> None:
    if first:
        await chat.ask(QUESTION)
    await _draw(chat, folder / f"private-{name}.png")
    await _open(chat, name, "Транзит и торговля")
    if first:
        await chat.ask(GROUP_QUESTION)
    await _draw(chat, folder / f"group-{name}.png")
    await chat.box.fill(INLINE)
    await chat.results.first.wait_for()
    await _draw(chat, folder / f"inline-{name}.png")


async def _open(chat: ChatPage, name: str, conversation: str) -> None:
    if name == "phone":
        await chat.page.get_by_role("button", name="К списку чатов").click()
    await chat.open(conversation)


async def _draw(chat: ChatPage, path: Path) -> None:
    await chat.page.mouse.move(0, 0)
    await chat.page.screenshot(path=path, animations="disabled")


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.browser.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    asyncio.run(draw(parser.parse_args().folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
