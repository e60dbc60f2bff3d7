"""Deleted messages: the bot's own, and others' where it may."""

from dataclasses import dataclass

from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request
from playground.bot_api.methods.addressed import open_chat

DELETABLE_SECONDS = 48 * 3600


@dataclass(frozen=True)
class DeleteMessage:
    chat_id: str | None = None
    message_id: int | None = None


def delete_message(api: BotApi, asked: DeleteMessage) -> bool:
    chat = open_chat(api, asked.chat_id or "")
    message = chat.messages.get(asked.message_id or 0)
    if message is None:
        raise bad_request("message to delete not found")
    own = message.sender.id == api.world.bot.id
    may_delete_others = chat.is_private or chat.members.get(api.world.bot.id) == "administrator"
    too_old = api.world.clock() - message.date > DELETABLE_SECONDS
    if not (own or may_delete_others) or too_old:
        raise bad_request("message can't be deleted")
    api.world.remove(message)
    return True
