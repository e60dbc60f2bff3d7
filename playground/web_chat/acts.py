"""Acts: what the page may do in a person's name, by the last part of its address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.bot_api.errors import bad_request
from playground.people.people import NotPossibleError, People, Seat
from playground.world.messages import Message
from playground.world.users import Json, User


@dataclass(frozen=True)
class AtSeat:
    """Who acts and where."""

    user_id: int
    chat_id: int
    thread: int | None = None


@dataclass(frozen=True)
class Say(AtSeat):
    text: str = ""
    reply_to: int | None = None


@dataclass(frozen=True)
class OnMessage(AtSeat):
    message_id: int = 0
    text: str = ""


@dataclass(frozen=True)
class Inline(AtSeat):
    query: str = ""
    offset: str = ""
    query_id: str = ""
    result_id: str = ""


def say(people: People, asked: Say) -> Json:
    message = people.say(_seat(people, asked), asked.text, asked.reply_to)
    return {"message_id": message.id}


def edit(people: People, asked: OnMessage) -> Json:
    people.edit(_user(people, asked), _message(people, asked), asked.text)
    return {}


def delete(people: People, asked: OnMessage) -> Json:
    people.delete(_message(people, asked))
    return {}


def tap(people: People, asked: OnMessage) -> Json:
    """`text` is the callback data of the button, which must be one of the message's."""
    message = _message(people, asked)
    rows = (message.markup or {}).get("inline_keyboard", [])
    if not any(button.get("callback_data") == asked.text for row in rows for button in row):
        raise NotPossibleError("Такой кнопки у сообщения уже нет.")
    return {"query_id": people.tap(_user(people, asked), message, asked.text)}


def ask_inline(people: People, asked: Inline) -> Json:
    return {"query_id": people.ask_inline(_seat(people, asked), asked.query, asked.offset)}


def choose(people: People, asked: Inline) -> Json:
    message = people.choose(_seat(people, asked), asked.query_id, asked.query, asked.result_id)
    return {"message_id": message.id}


def commands(people: People, asked: AtSeat) -> Json:
    """The menu of commands that this person sees in this chat."""
    seat = _seat(people, asked)
    return {"commands": people.api.commands.shown_to(seat.user, seat.chat)}


ACTS: dict[str, tuple[type[Any], Callable[[People, Any], Json]]] = {
    "say": (Say, say),
    "edit": (OnMessage, edit),
    "delete": (OnMessage, delete),
    "tap": (OnMessage, tap),
    "ask-inline": (Inline, ask_inline),
    "choose": (Inline, choose),
    "commands": (AtSeat, commands),
}


def upload(people: People, asked: AtSeat, name: str, media_type: str, content: bytes) -> Json:
    message = people.upload(_seat(people, asked), name, media_type, content)
    return {"message_id": message.id}


def _user(people: People, asked: AtSeat) -> User:
    user = people.world.users.get(asked.user_id)
    if user is None or user.is_bot:
        raise bad_request("user not found")
    return user


def _seat(people: People, asked: AtSeat) -> Seat:
    chat = people.world.chats.get(asked.chat_id)
    if chat is None or not chat.has(asked.user_id) or asked.thread not in (None, *chat.topics):
        raise bad_request("chat not found")
    return Seat(_user(people, asked), chat, asked.thread)


def _message(people: People, asked: OnMessage) -> Message:
    _seat(people, asked)
    message = people.world.message(asked.chat_id, asked.message_id)
    if message is None:
        raise NotPossibleError("Этого сообщения уже нет.")
    return message
