"""People: what users can do in the chats; each deed changes the world and tells the bot what it may know."""

import dataclasses
import secrets
from dataclasses import dataclass

from playground.bot_api.api import BotApi, Tap
from playground.bot_api.found_entities import found_entities
from playground.bot_api.html_entities import FormattedText, trimmed
from playground.bot_api.inline_results import InlineQuery
from playground.bot_api.limits import INLINE_QUERY_CHARACTERS, TEXT_UNITS, utf16_length
from playground.bot_api.methods.addressed import Place, reply_place
from playground.people.privacy import bot_sees
from playground.world.chats import Chat
from playground.world.messages import Message
from playground.world.users import GROUP_ANONYMOUS_BOT, Json, User


class NotPossibleError(ValueError):
    """What somebody tried to do cannot be done; the text says why, in Russian, for the page."""


@dataclass(frozen=True)
class Seat:
    """Somebody in a chat: who writes, where, in which topic, and whether behind the group's name."""

    user: User
    chat: Chat
    thread: int | None = None
    anonymous: bool = False


class People:
    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.world = api.world

    def say(self, seat: Seat, text: str, reply_to: int | None = None) -> Message:
        """Write a text; raises NotPossibleError for an empty or too long one."""
        return self.post(seat, _typed(text), reply_to)

    def post(self, seat: Seat, content: Json, reply_to: int | None = None) -> Message:
        """Send anything that the Bot API's `Message` can hold: a text, a document, a sticker."""
        self._enter(seat)
        replied = seat.chat.messages.get(reply_to or 0)
        place = reply_place(seat.chat, replied) if replied else Place(None, None, seat.thread, seat.thread is not None)
        sender = GROUP_ANONYMOUS_BOT if seat.anonymous else seat.user
        draft = Message(
            0, seat.chat.id, sender, 0, content, place.reply_to, None, place.thread, place.in_topic,
            anonymous=seat.anonymous,
        )  # fmt: skip
        return self._told(self.world.post(draft))

    def upload(self, seat: Seat, name: str, media_type: str, content: bytes, caption: str = "") -> Message:
        file = self.world.files.store(name, media_type, content)
        told = {"document": file.as_document()} | ({"caption": caption} if caption.strip() else {})
        return self.post(seat, told)

    def edit(self, user: User, message: Message, text: str) -> Message:
        """Change one's own message."""
        if message.sender != user:
            raise NotPossibleError("Изменить можно только своё сообщение.")
        edited = dataclasses.replace(message, content=_typed(text), edited=int(self.world.clock()))
        self.world.replace(edited)
        if bot_sees(self.world, edited):
            self.api.updates.put("edited_message", self.world.message_json(edited))
        return edited

    def delete(self, message: Message) -> None:
        """Delete a message; bots are told nothing of it."""
        self.world.remove(message)

    def tap(self, user: User, message: Message, data: str) -> str:
        """Press a button with callback data; the id of the query is returned."""
        query_id = self.api.taps.add(Tap(user, message))
        query: Json = {"id": query_id, "from": user.as_json(), "chat_instance": str(message.chat_id), "data": data}
        if message.inline_message_id:
            query["inline_message_id"] = message.inline_message_id
        else:
            query["message"] = self.world.message_json(message)
        self.api.updates.put("callback_query", query)
        return query_id

    def ask_inline(self, seat: Seat, text: str, offset: str = "") -> str:
        """Type after the bot's name; Telegram's cache may answer instead of the bot."""
        chat_type = "sender" if seat.chat.is_private else seat.chat.type
        query = InlineQuery(seat.user, text[:INLINE_QUERY_CHARACTERS], offset, chat_type)
        query_id = self.api.inline_queries.add(query)
        cached = self.api.inline_cache.find(query)
        if cached is not None:
            self.api.inline_queries.take(query_id)
            self.api.answer_inline(query_id, query, cached)
            return query_id
        told = {"id": query_id, "from": seat.user.as_json(), "query": query.text, "offset": offset}
        self.api.updates.put("inline_query", told | {"chat_type": chat_type})
        return query_id

    def choose(self, seat: Seat, query_id: str, query: str, result_id: str) -> Message:
        """Send one of the results that the bot offered to an inline query."""
        answer = self.api.inline_answers.get(query_id)
        result = next((one for one in answer.results if one["id"] == result_id), None) if answer else None
        if result is None:
            raise NotPossibleError("Этот результат уже недоступен.")
        content, markup = result["message"]["content"], result["message"]["markup"]
        inline_id = secrets.token_urlsafe(18) if markup else None
        self._enter(seat)
        draft = Message(
            0, seat.chat.id, seat.user, 0, content, thread=seat.thread, in_topic=seat.thread is not None,
            markup=markup, via_bot=self.world.bot, inline_message_id=inline_id,
        )  # fmt: skip
        message = self._told(self.world.post(draft))
        chosen: Json = {"result_id": result_id, "from": seat.user.as_json(), "query": query}
        chosen |= {"inline_message_id": inline_id} if inline_id else {}
        self.api.updates.put("chosen_inline_result", chosen)
        return message

    def _enter(self, seat: Seat) -> None:
        """The first word in a private chat begins it: the bot knows of it from then on."""
        if seat.chat.is_private and self.world.bot.id not in seat.chat.members:
            self.world.set_member(seat.chat, self.world.bot, "member")
        if not seat.chat.has(seat.user.id):
            raise NotPossibleError("Вы не состоите в этом чате.")

    def _told(self, message: Message) -> Message:
        if bot_sees(self.world, message):
            self.api.updates.put("message", self.world.message_json(message))
        return message


def _typed(text: str) -> Json:
    """The content of a text as a person types it: Telegram finds commands, mentions and links in it."""
    typed = trimmed(FormattedText(text)).text
    if not typed:
        raise NotPossibleError("Сообщение пустое.")
    if utf16_length(typed) > TEXT_UNITS:
        raise NotPossibleError(f"Сообщение длиннее {TEXT_UNITS} знаков.")
    found = found_entities(typed)
    return {"text": typed} | ({"entities": found} if found else {})
