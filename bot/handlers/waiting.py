"""Waiting: "typing…" in the chat while an answer takes its time, and only then."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from telegram import Message
from telegram.constants import ChatAction
from telegram.error import TelegramError

T = TypeVar("T")

UNNOTICED = 0.3  # seconds; a quicker answer needs no sign of work
RENEWED = 4.0  # Telegram takes the sign away after five


async def typing_while(work: Coroutine[Any, Any, T], message: Message) -> T:
    """What ``work`` returns; the sign of work goes to the topic of ``message``."""
    task = asyncio.ensure_future(work)
    patience = UNNOTICED
    while not (await asyncio.wait({task}, timeout=patience))[0]:
        patience = RENEWED
        with suppress(TelegramError):
            await message.reply_chat_action(ChatAction.TYPING)
    return task.result()
