"""Arrivals: each update as it comes: a line in the log without a word of it, the newest id, groups that move."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from telegram import Update
from telegram.ext import ContextTypes

from bot.sending import Deliveries
from bot.state.groups import MovedGroups
from bot.updates import KINDS

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrivals:
    deliveries: Deliveries
    groups: MovedGroups

    async def note(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        chat, message = update.effective_chat, update.effective_message
        log.info("update %d: %s, %s", update.update_id, kind_of(update), chat.type if chat else "no chat")
        if chat and message:
            self.deliveries.newest.saw(chat.id, message.message_id)

    async def moved(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group became a supergroup; the notice comes in both, and either is enough."""
        message = update.effective_message
        if message is None:
            return
        old = message.migrate_from_chat_id or message.chat_id
        new = message.migrate_to_chat_id or message.chat_id
        if old != new:
            self.groups.move(old, new)
            log.info("a group became a supergroup: what is kept of it goes on under the new id")


def kind_of(update: Update) -> str:
    return next((kind for kind in KINDS if getattr(update, kind)), "other")
