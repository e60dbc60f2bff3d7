"""Filters: what the routes tell messages apart by."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import Message
from telegram.ext import filters

from bot.state.groups import MovedGroups

# In whose names Telegram shows a group's anonymous administrators, and people who write as their channel.
PEOPLE_BEHIND = frozenset({1087968824, 136817688})


class OwnInlineResult(filters.MessageFilter):
    """A message that somebody sent by choosing one of this bot's inline results."""

    def filter(self, message: Message) -> bool:
        return message.via_bot is not None and message.via_bot.id == message.get_bot().id


class FromBot(filters.MessageFilter):
    """Another bot's message: two that answer each other would never end."""

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        return sender is not None and sender.is_bot and sender.id not in PEOPLE_BEHIND


class Administrator(filters.MessageFilter):
    """Written by a configured administrator in person, not in the name of a group or channel."""

    def __init__(self, ids: Iterable[int]) -> None:
        super().__init__()
        self._ids = frozenset(ids)

    def filter(self, message: Message) -> bool:
        sender = message.from_user
        return sender is not None and sender.id in self._ids and message.sender_chat is None


class AllowedGroup(filters.MessageFilter):
    """In a group that is on the list, or was before it became a supergroup; with no list, in any."""

    def __init__(self, allow: Iterable[int], moved: MovedGroups) -> None:
        super().__init__()
        self._allow = frozenset(allow)
        self._moved = moved

    def filter(self, message: Message) -> bool:
        return not self._allow or bool(self._allow & {message.chat_id, self._moved.before(message.chat_id)})
