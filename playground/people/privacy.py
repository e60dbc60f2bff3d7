"""What the bot sees: in a group with privacy mode only what is meant for it."""

import re
from collections.abc import Callable

from playground.world.chats import Chat
from playground.world.messages import Message
from playground.world.users import User
from playground.world.world import World

SERVICE = ("new_chat_members", "left_chat_member", "forum_topic_created", "migrate_to_chat_id", "migrate_from_chat_id")


def bot_sees(world: World, message: Message) -> bool:
    """Whether Telegram tells the bot of this message."""
    chat = world.chats[message.chat_id]
    if not chat.has(world.bot.id) or message.sender.id == world.bot.id:
        return False
    if chat.is_private or not chat.privacy or chat.members[world.bot.id] == "administrator":
        return True
    return any(rule(world, chat, message) for rule in PRIVACY_RULES)


def _is_service(world: World, chat: Chat, message: Message) -> bool:
    return any(key in message.content for key in SERVICE)


def _is_via_bot(world: World, chat: Chat, message: Message) -> bool:
    return message.via_bot == world.bot


def _is_reply_to_bot(world: World, chat: Chat, message: Message) -> bool:
    replied = world.message(chat.id, message.reply_to)
    return replied is not None and replied.sender == world.bot


def _mentions_bot(world: World, chat: Chat, message: Message) -> bool:
    return re.search(rf"@{_name(world.bot)}\b", message.text, re.IGNORECASE) is not None


def _is_command_for_bot(world: World, chat: Chat, message: Message) -> bool:
    command = re.match(r"/\w+(?:@(\w+))?", message.text)
    return command is not None and (command.group(1) or _name(world.bot)).lower() == _name(world.bot).lower()


def _name(bot: User) -> str:
    return re.escape(bot.username or "")


PRIVACY_RULES: tuple[Callable[[World, Chat, Message], bool], ...] = (
    _is_service,
    _is_via_bot,
    _is_reply_to_bot,
    _mentions_bot,
    _is_command_for_bot,
)
