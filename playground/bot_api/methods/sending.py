"""Sent messages: text, documents, and the typing that shows before them."""

from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request
from playground.bot_api.formatting import caption_content, formatted_caption, formatted_text, text_content
from playground.bot_api.markup import checked_markup
from playground.bot_api.methods.addressed import Place, open_chat, place_in
from playground.world.chats import Chat
from playground.world.files import StoredFile
from playground.world.messages import Message
from playground.world.users import Json

CHAT_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


@dataclass(frozen=True)
class SendMessage:
    chat_id: str | None = None
    text: str | None = None
    parse_mode: str | None = None
    entities: list[Json] | None = None
    message_thread_id: int | None = None
    reply_parameters: Json | None = None
    reply_markup: Json | None = None
    link_preview_options: Json | None = None
    disable_notification: bool = False
    protect_content: bool = False


@dataclass(frozen=True)
class SendDocument:
    chat_id: str | None = None
    document: StoredFile | None = None
    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: list[Json] | None = None
    message_thread_id: int | None = None
    reply_parameters: Json | None = None
    reply_markup: Json | None = None
    disable_content_type_detection: bool = False
    disable_notification: bool = False
    protect_content: bool = False


@dataclass(frozen=True)
class SendChatAction:
    chat_id: str | None = None
    action: str | None = None
    message_thread_id: int | None = None


def send_message(api: BotApi, asked: SendMessage) -> Json:
    formatted = formatted_text(asked.text, asked.parse_mode, asked.entities)
    chat = open_chat(api, asked.chat_id or "")
    place = place_in(chat, asked.message_thread_id, asked.reply_parameters)
    return _post(api, chat, text_content(formatted), place, checked_markup(asked.reply_markup))


def send_document(api: BotApi, asked: SendDocument) -> Json:
    if asked.document is None:
        raise bad_request("there is no document in the request")
    formatted = formatted_caption(asked.caption, asked.parse_mode, asked.caption_entities)
    chat = open_chat(api, asked.chat_id or "")
    place = place_in(chat, asked.message_thread_id, asked.reply_parameters)
    content = {"document": asked.document.as_document()} | caption_content(formatted)
    return _post(api, chat, content, place, checked_markup(asked.reply_markup))


def send_chat_action(api: BotApi, asked: SendChatAction) -> bool:
    chat = open_chat(api, asked.chat_id or "")
    if asked.action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    # Unlike a message, an action may name General by the 1 that it has in links.
    if asked.message_thread_id not in (None, 1, *chat.topics):
        raise bad_request("message thread not found")
    thread = None if asked.message_thread_id == 1 else asked.message_thread_id
    api.world.publish(
        "action",
        {"chat_id": chat.id, "thread": thread, "action": asked.action, "seconds": limits.TYPING_SECONDS},
    )
    return True


def _post(api: BotApi, chat: Chat, content: Json, place: Place, markup: Json | None) -> Json:
    draft = Message(
        0, chat.id, api.world.bot, 0, content, place.reply_to, place.quote, place.thread, place.in_topic, markup
    )
    return api.world.message_json(api.world.post(draft))
