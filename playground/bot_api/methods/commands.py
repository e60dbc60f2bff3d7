"""Command menus: set, read and deleted by scope and language."""

from dataclasses import dataclass

from playground.bot_api.api import BotApi
from playground.bot_api.command_lists import checked_commands, checked_language
from playground.bot_api.errors import bad_request
from playground.bot_api.methods.addressed import addressed_chat
from playground.world.users import Json

SCOPES = frozenset({
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
})  # fmt: skip


@dataclass(frozen=True)
class GetMyCommands:
    scope: Json | None = None
    language_code: str | None = None


@dataclass(frozen=True)
class DeleteMyCommands(GetMyCommands):
    pass


@dataclass(frozen=True)
class SetMyCommands(GetMyCommands):
    commands: list[Json] | None = None


def set_my_commands(api: BotApi, asked: SetMyCommands) -> bool:
    if asked.commands is None:
        raise bad_request("can't parse BotCommand: commands are not specified")
    scope = _checked_scope(api, asked.scope)
    api.commands.set(scope, checked_language(asked.language_code), checked_commands(asked.commands))
    api.world.publish("commands", {})
    return True


def get_my_commands(api: BotApi, asked: GetMyCommands) -> list[Json]:
    return api.commands.get(_checked_scope(api, asked.scope), checked_language(asked.language_code))


def delete_my_commands(api: BotApi, asked: DeleteMyCommands) -> bool:
    api.commands.delete(_checked_scope(api, asked.scope), checked_language(asked.language_code))
    api.world.publish("commands", {})
    return True


def _checked_scope(api: BotApi, scope: Json | None) -> Json | None:
    if scope is None:
        return None
    if scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if "chat_id" not in scope:
        return scope
    return scope | {"chat_id": addressed_chat(api, str(scope["chat_id"])).id}
