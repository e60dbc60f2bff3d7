"""A watched corpus is reloaded by itself, and what cannot be read is told and tried again."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from bot.archive import open_archive
from bot.desk import Desk
from bot.reloading import Reloading
from bot.watching import check_watching, watch
from tests.bot_chat import settings_for

pytest.importorskip("watchfiles")

BRIDGE = "Мост через Илек держит семьдесят тонн груза."


async def until_asked(desk: Desk, words: str) -> None:
    """Until an answer has these words."""
    async with asyncio.timeout(20):
        while words not in "".join(each.text for each in (await desk.answer("Сколько тонн держит мост?", 3)).extracts):
            await asyncio.sleep(0.05)


async def test_a_change_is_answered_from_without_being_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.watching.QUIET", 50)
    check_watching()
    corpus = tmp_path / "articles"
    corpus.mkdir()
    (corpus / "мост.txt").write_text(BRIDGE, encoding="utf-8")
    settings = settings_for(corpus)
    desk = Desk(open_archive(settings), 1)
    reloading = Reloading(desk, settings)
    watching = asyncio.create_task(watch(corpus, reloading))
    try:
        await changed_until_seen(corpus, desk, "семьдесят", "восемьдесят")
        with caplog.at_level(logging.WARNING):
            (corpus / "мост.txt").unlink()
            async with asyncio.timeout(20):
                while "has no article any more" not in caplog.text:
                    await asyncio.sleep(0.05)
        (corpus / "мост.txt").write_text(BRIDGE, encoding="utf-8")
        await until_asked(desk, "семьдесят")
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        desk.close()


async def changed_until_seen(corpus: Path, desk: Desk, old: str, new: str) -> None:
    """Watching begins at a moment of its own, so the change is made again until it is seen."""
    async with asyncio.timeout(20):
        while True:
            (corpus / "мост.txt").write_text(BRIDGE.replace(old, new), encoding="utf-8")
            try:
                async with asyncio.timeout(1):
                    return await until_asked(desk, new)
            except TimeoutError:
                continue
