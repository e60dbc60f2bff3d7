"""Addressed chat: where a call wants to act, and whether the bot may."""

from dataclasses import dataclass

from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request, forbidden
from playground.world.chats import Chat
from playground.world.messages import Message
from playground.world.users import Json

KICKED, LEFT = "kicked", "left"
SHOWN_TYPES = {"group": "group chat", "supergroup": "supergroup chat", "private": "private chat"}


def addressed_chat(api: BotApi, chat_id: str) -> Chat:
    """The chat, whether or not the bot is in it; the bot knows a private chat only once its user has begun it."""
    chat = api.world.chats.get(int(chat_id)) if chat_id.lstrip("-").isdecimal() else None
    if chat is None or (chat.is_private and api.world.bot.id not in chat.members):
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    return chat


def open_chat(api: BotApi, chat_id: str) -> Chat:
    """The chat where the bot may write; raises BotApiError where it was blocked, kicked or has left."""
    chat = addressed_chat(api, chat_id)
    standing = chat.members.get(api.world.bot.id)
    if standing == KICKED:
        raise forbidden(
            "bot was blocked by the user" if chat.is_private else f"bot was kicked from the {SHOWN_TYPES[chat.type]}"
        )
    if standing in (None, LEFT):
        raise forbidden(f"bot is not a member of the {SHOWN_TYPES[chat.type]}")
    return chat


@dataclass(frozen=True)
class Place:
    """Where in the chat a new message goes: the one it replies to, with the words quoted, and its thread."""

    reply_to: int | None = None
    quote: str | None = None
    thread: int | None = None
    in_topic: bool = False


def place_in(chat: Chat, thread: int | None, reply: Json | None) -> Place:
    """Where the bot's message goes; raises BotApiError for a reply to nothing and for a thread that is no topic."""
    replied = _replied(chat, reply)
    if thread is not None and thread not in chat.topics:
        # General included: it has no thread, and Telegram refuses the 1 that its links show.
        raise bad_request("message thread not found")
    if replied is None:
        return Place(thread=thread, in_topic=thread is not None)
    return reply_place(chat, replied, _quote(replied, reply or {}))


def reply_place(chat: Chat, replied: Message, quote: str | None = None) -> Place:
    """The place of a reply: in the thread of what it replies to, which outside topics begins with that message."""
    if chat.is_private or chat.type == "group":
        return Place(replied.id, quote)
    return Place(replied.id, quote, replied.thread or replied.id, replied.in_topic)


def _replied(chat: Chat, reply: Json | None) -> Message | None:
    if reply is None:
        return None
    if "chat_id" in reply and str(reply["chat_id"]) != str(chat.id):
        raise bad_request("replies to other chats are not carried here")
    replied = chat.messages.get(int(reply.get("message_id", 0)))
    if replied is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return replied


def _quote(replied: Message, reply: Json) -> str | None:
    quote = reply.get("quote")
    if quote and quote not in replied.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return quote or None
