"""Edited messages: a new text or new buttons in the old place."""

import dataclasses
from dataclasses import dataclass

from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request
from playground.bot_api.formatting import formatted_text, same_content, text_content
from playground.bot_api.markup import checked_markup
from playground.bot_api.methods.addressed import open_chat
from playground.world.messages import Message
from playground.world.users import Json

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


@dataclass(frozen=True)
class EditMessageReplyMarkup:
    chat_id: str | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    reply_markup: Json | None = None


@dataclass(frozen=True)
class EditMessageText(EditMessageReplyMarkup):
    text: str | None = None
    parse_mode: str | None = None
    entities: list[Json] | None = None
    link_preview_options: Json | None = None


def edit_message_text(api: BotApi, asked: EditMessageText) -> Json | bool:
    formatted = formatted_text(asked.text, asked.parse_mode, asked.entities)
    message = _message_to_edit(api, asked)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _replace(api, message, text_content(formatted), checked_markup(asked.reply_markup))


def edit_message_reply_markup(api: BotApi, asked: EditMessageReplyMarkup) -> Json | bool:
    message = _message_to_edit(api, asked)
    return _replace(api, message, message.content, checked_markup(asked.reply_markup))


def _message_to_edit(api: BotApi, asked: EditMessageReplyMarkup) -> Message:
    if asked.inline_message_id is not None:
        place = api.world.inline_messages.get(asked.inline_message_id)
        message = api.world.message(*place) if place else None
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat = open_chat(api, asked.chat_id or "")
    message = chat.messages.get(asked.message_id or 0)
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != api.world.bot.id:
        raise bad_request("message can't be edited")
    return message


def _replace(api: BotApi, message: Message, content: Json, markup: Json | None) -> Json | bool:
    """The edited message, or True for one sent through inline mode."""
    if same_content(message.content, content) and same_content(message.markup or {}, markup or {}):
        raise bad_request(NOT_MODIFIED)
    edited = dataclasses.replace(message, content=content, markup=markup, edited=int(api.world.clock()))
    api.world.replace(edited)
    return True if message.inline_message_id else api.world.message_json(edited)
