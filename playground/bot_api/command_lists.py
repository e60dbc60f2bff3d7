"""Command lists: the menus that the bot has set, and the one that a person sees in a chat."""

import json
import re

from playground.bot_api import limits
from playground.bot_api.errors import bad_request
from playground.world.chats import Chat
from playground.world.users import Json, User

NAME = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
DEFAULT_SCOPE: Json = {"type": "default"}


def checked_commands(commands: list[Json]) -> list[Json]:
    if len(commands) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not NAME.fullmatch(command.get("command", "").removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= limits.COMMAND_DESCRIPTION_CHARACTERS:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return commands


def checked_language(language: str | None) -> str:
    if language and not LANGUAGE.fullmatch(language):
        raise bad_request("LANGUAGE_CODE_INVALID")
    return language or ""


class CommandLists:
    def __init__(self) -> None:
        self._lists: dict[tuple[str, str], list[Json]] = {}

    def set(self, scope: Json | None, language: str, commands: list[Json]) -> None:
        self._lists[_key(scope), language] = commands

    def delete(self, scope: Json | None, language: str) -> None:
        self._lists.pop((_key(scope), language), None)

    def get(self, scope: Json | None, language: str) -> list[Json]:
        return self._lists.get((_key(scope), language), [])

    def shown_to(self, user: User, chat: Chat) -> list[Json]:
        """The first list that is set, from the narrowest scope to the widest, in the user's language before none."""
        for scope in _scopes(user, chat):
            for language in (user.language_code or "", ""):
                if found := self.get(scope, language):
                    return found
        return []


def _key(scope: Json | None) -> str:
    return json.dumps(scope or DEFAULT_SCOPE, sort_keys=True)


def _scopes(user: User, chat: Chat) -> list[Json]:
    here: Json = {"type": "chat", "chat_id": chat.id}
    if chat.is_private:
        return [here, {"type": "all_private_chats"}, DEFAULT_SCOPE]
    member: Json = {"type": "chat_member", "chat_id": chat.id, "user_id": user.id}
    groups: Json = {"type": "all_group_chats"}
    if chat.members.get(user.id) in {"creator", "administrator"}:
        administrators: Json = {"type": "chat_administrators", "chat_id": chat.id}
        return [member, administrators, here, {"type": "all_chat_administrators"}, groups, DEFAULT_SCOPE]
    return [member, here, groups, DEFAULT_SCOPE]
