"""Snapshot: everything that the page shows at first; after it come the world's events."""

from playground.world.cast import ADMINISTRATORS
from playground.world.chats import Chat
from playground.world.messages import Message
from playground.world.users import Json
from playground.world.world import World

MESSAGES_A_CHAT = 300


def snapshot(world: World) -> Json:
    administrators = {user.id for user in ADMINISTRATORS}
    people = [
        user.as_json() | {"is_administrator": user.id in administrators}
        for user in world.users.values()
        if user != world.bot
    ]
    chats = [world.chat_json(chat) for chat in world.chats.values()]
    messages = [world.message_json(message) for chat in world.chats.values() for message in _latest(chat)]
    return {"bot": world.bot.as_json(), "users": people, "chats": chats, "messages": messages}


def _latest(chat: Chat) -> list[Message]:
    return list(chat.messages.values())[-MESSAGES_A_CHAT:]
