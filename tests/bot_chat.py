"""A chat with the real Application: updates in, recorded calls out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram import Update

from bot.app import App, build_application
from bot.archive import Archive, Searching
from bot.settings import Settings, load_settings
from corpus.library import Library
from tests.recording_request import BOT, RecordingRequest

TOKEN = "5:AAE-test_token_of-the_bot"
USER = {"id": 7, "is_bot": False, "first_name": "Анна", "language_code": "ru"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Анна"}
GROUP = {"id": -70, "type": "supergroup", "title": "Группа"}


@dataclass
class Chat:
    application: App
    request: RecordingRequest

    async def gives(self, **update: Any) -> list[str]:
        """What the bot sends for the update, texts of messages only."""
        before = len(self.request.texts)
        await self.application.process_update(self.update(**update))
        return self.request.texts[before:]

    def update(self, **update: Any) -> Update:
        return Update.de_json({"update_id": 1, **update}, self.application.bot)

    async def says(self, text: str, **fields: Any) -> list[str]:
        return await self.gives(message=message(text=text, entities=commands(text), **fields))

    async def asks_inline(self, query: str, language: str = "ru") -> dict[str, Any]:
        """What the inline query is answered with; empty where it is not."""
        user = USER | {"language_code": language}
        await self.gives(inline_query={"id": "11", "from": user, "query": query, "offset": ""})
        answered = self.request.sent("answerInlineQuery")
        return answered[-1].given if answered else {}


def message(**fields: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": 0, "chat": PRIVATE, "from": USER} | fields


def commands(text: str) -> list[dict[str, Any]]:
    length = len(text.split()[0]) if text.startswith("/") else 0
    return [{"type": "bot_command", "offset": 0, "length": length}] if length else []


def settings_for(corpus: Path, **environ: str) -> Settings:
    state = corpus.parent / "state"
    file = corpus.parent / "config.yaml"
    file.touch()
    return load_settings(
        file, {"TELEGRAM_TOKEN": TOKEN, "CORPUS_PATH": str(corpus), "STATE_PATH": str(state), **environ}
    )


def archive_of(searcher: Searching) -> Archive:
    return Archive(Library(), searcher)


@asynccontextmanager
async def chat_with(
    archive: Archive, settings: Settings, request: RecordingRequest | None = None
) -> AsyncIterator[Chat]:
    request = request or RecordingRequest()
    application = build_application(settings, archive, request)
    async with application:
        yield Chat(application, request)
    await application.post_shutdown(application)  # type: ignore[misc]


__all__ = ["BOT", "GROUP", "PRIVATE", "TOKEN", "USER", "Chat", "archive_of", "chat_with", "message", "settings_for"]
