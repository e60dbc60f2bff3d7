"""Addressed: whether a message asks the bot something, and what: rules, in order; the first that fits decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.handlers.alleged import is_quotation

COMMAND = re.compile(r"/(?P<name>ask|check)(?:@(?P<bot>\w+))?(?:\s+(?P<words>.*))?", re.DOTALL | re.IGNORECASE)
CHECK = "check"
MENTIONS = (MessageEntity.MENTION, MessageEntity.TEXT_MENTION)


@dataclass(frozen=True, slots=True)
class Addressed:
    """``words`` are a question, or an alleged quotation to be checked; empty where there are none."""

    words: str
    checks: bool = False


def addressed(message: Message, bot: User) -> Addressed | None:
    """What somebody turned to the bot with; null where the message is not meant for it."""
    if not message.text:
        return None
    return next((meant for rule in RULES if (meant := rule(message, bot)) is not None), None)


def by_command(message: Message, bot: User) -> Addressed | None:
    """``/ask words``, ``/check@bot words``, or the command alone in reply to the words."""
    match = COMMAND.fullmatch(message.text or "")
    if match is None or (match["bot"] or bot.username or "").lower() != (bot.username or "").lower():
        return None
    words = (match["words"] or "").strip() or _replied_to(message, bot)
    return Addressed(words, checks=match["name"].lower() == CHECK)


def in_private(message: Message, bot: User) -> Addressed | None:
    text = message.text or ""
    if message.chat.type != ChatType.PRIVATE or text.startswith("/"):
        return None
    return Addressed(text, checks=is_quotation(text))


def by_mention(message: Message, bot: User) -> Addressed | None:
    """``@bot words`` anywhere in the message, or the mention alone in reply to the words."""
    mentions = [entity for entity in message.parse_entities(list(MENTIONS)) if _is_of(entity, message, bot)]
    return Addressed(_without(message, mentions) or _replied_to(message, bot)) if mentions else None


def by_reply(message: Message, bot: User) -> Addressed | None:
    """A reply to one of the bot's own messages."""
    replied = message.reply_to_message
    is_topic_notice = replied is not None and replied.forum_topic_created is not None
    if replied is None or is_topic_notice or replied.from_user != bot or (message.text or "").startswith("/"):
        return None
    return Addressed(message.text or "")


RULES: tuple[Callable[[Message, User], Addressed | None], ...] = (by_command, in_private, by_mention, by_reply)


def _is_of(entity: MessageEntity, message: Message, bot: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user == bot
    return message.parse_entity(entity).lower() == f"@{bot.username}".lower()


def _without(message: Message, mentions: list[MessageEntity]) -> str:
    """The text without the mentions and the marks that parted them from it."""
    words = " ".join(_pieces(message, mentions))
    return " ".join(words.split()).strip(" ,:;—–-")


def _pieces(message: Message, mentions: list[MessageEntity]) -> Iterator[str]:
    """Entities count in UTF-16 units."""
    text = (message.text or "").encode("utf-16-le")
    start = 0
    for entity in sorted(mentions, key=lambda entity: entity.offset):
        yield text[2 * start : 2 * entity.offset].decode("utf-16-le")
        start = entity.offset + entity.length
    yield text[2 * start :].decode("utf-16-le")


def _replied_to(message: Message, bot: User) -> str:
    """What somebody else said in the message replied to, or the part of it that was chosen."""
    replied = message.reply_to_message
    if replied is None or replied.from_user == bot:
        return ""
    chosen = message.quote.text if message.quote and message.quote.is_manual else None
    return (chosen or replied.text or replied.caption or "").strip()
