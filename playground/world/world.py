"""World: everything that the playground holds, with the few operations that change it."""

import dataclasses
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playground.world.chats import PRIVATE, Chat
from playground.world.files import Files
from playground.world.messages import Message, message_json
from playground.world.users import Json, User


@dataclass(frozen=True)
class Event:
    """Something that whoever looks at the chats should see: its kind and what the page needs to show it."""

    kind: str
    data: Json


Listener = Callable[[Event], None]


class World:
    """The chats are reached by id. Every change is told to the listeners at once.

    `first_id` is the number below which no message id lies: the bot's memory outlives the playground, so ids must
    not come back with other messages behind them. `clock` gives Unix seconds.
    """

    def __init__(self, bot: User, first_id: int = 0, clock: Callable[[], float] = time.time) -> None:
        self.bot = bot
        self.clock = clock
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.inline_messages: dict[str, tuple[int, int]] = {}
        self._first_id = first_id
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every event from now on; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, kind: str, data: Json) -> None:
        for listener in tuple(self._listeners):
            listener(Event(kind, data))

    def add_user(self, user: User) -> User:
        """Add somebody, and the private chat with the bot, not yet begun: the bot is no member of it."""
        self.users[user.id] = user
        self.add_chat(Chat(user.id, PRIVATE, owner=user, members={user.id: "member"}))
        return user

    def add_chat(self, chat: Chat) -> Chat:
        # A forum's General has the id 1, so no message of a forum has.
        chat.last_message_id = max(chat.last_message_id, self._first_id, int(chat.is_forum))
        self.chats[chat.id] = chat
        self.publish("chat", self.chat_json(chat))
        return chat

    def add_group(self, group: Chat, members: Iterable[User], creator: User | None = None) -> Chat:
        group.members |= {user.id: "member" for user in members}
        if creator is not None:
            group.members[creator.id] = "creator"
        return self.add_chat(group)

    def open_topic(self, chat: Chat, name: str, creator: User) -> int:
        """Open a forum topic and return its thread id, which is the id of the notice that opens it."""
        thread = chat.last_message_id + 1
        chat.topics[thread] = name
        notice = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        self.post(Message(0, chat.id, creator, 0, notice, thread=thread, in_topic=True))
        self.publish("chat", self.chat_json(chat))
        return thread

    def set_member(self, chat: Chat, user: User, status: str) -> None:
        chat.members[user.id] = status
        self.publish("chat", self.chat_json(chat))

    def post(self, draft: Message) -> Message:
        """Put the message into its chat under the next id, dated now."""
        chat = self.chats[draft.chat_id]
        chat.last_message_id += 1
        message = dataclasses.replace(draft, id=chat.last_message_id, date=int(self.clock()))
        chat.messages[message.id] = message
        if message.inline_message_id:
            self.inline_messages[message.inline_message_id] = (chat.id, message.id)
        self.publish("message", self.message_json(message))
        return message

    def replace(self, message: Message) -> Message:
        """Put an edited message in the place of the one with its id."""
        self.chats[message.chat_id].messages[message.id] = message
        self.publish("message", self.message_json(message))
        return message

    def remove(self, message: Message) -> None:
        self.chats[message.chat_id].messages.pop(message.id, None)
        self.publish("deleted", {"chat_id": message.chat_id, "message_id": message.id})

    def message(self, chat_id: int, message_id: int | None) -> Message | None:
        chat = self.chats.get(chat_id)
        return chat.messages.get(message_id) if chat and message_id is not None else None

    def message_json(self, message: Message) -> Json:
        """The message as the bot gets it: with the one it replies to, but not with what that one replies to."""
        chat = self.chats[message.chat_id].as_json()
        replied = self.message(message.chat_id, message.reply_to or self._topic_notice(message))
        return message_json(message, chat, message_json(replied, chat) if replied else None)

    def chat_json(self, chat: Chat) -> Json:
        """The chat with its members and topics, for the page."""
        topics = [{"thread": thread, "name": name} for thread, name in chat.topics.items()]
        return chat.as_json() | {"members": dict(chat.members), "topics": topics, "migrated_to": chat.migrated_to}

    def _topic_notice(self, message: Message) -> int | None:
        # Telegram shows every message of a topic as a reply to the notice that opened it, unless it replies to another.
        return message.thread if message.in_topic and message.thread != message.id else None
