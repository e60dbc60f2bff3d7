"""Addressed: whether a message asks the bot something, and what: rules, in order; the first that fits decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.handlers.alleged import is_quotation
from retrieval.talk import Talk, talk_in

COMMAND = re.compile(r"/(?P<name>ask|check)(?:@(?P<bot>\w+))?(?:\s+(?P<words>.*))?", re.DOTALL | re.IGNORECASE)
CHECK = "check"
OF_THE_OTHER = (Talk.CHECKING, Talk.POINTING)
MENTIONS = (MessageEntity.MENTION, MessageEntity.TEXT_MENTION)


@dataclass(frozen=True, slots=True)
class Addressed:
    """``words`` are a question, or an alleged quotation to be checked; empty where there are none."""

    words: str
    checks: bool = False


def addressed(message: Message, bot: User) -> Addressed | None:
    """What somebody turned to the bot with; null where the message is not meant for it."""
    if not said_in(message):
        return None
    return next((meant for rule in RULES if (meant := rule(message, bot)) is not None), None)


def said_in(message: Message) -> str:
    """The text, or what stands under a photo."""
    return message.text or message.caption or ""


def by_command(message: Message, bot: User) -> Addressed | None:
    """``/ask words``, ``/check@bot words``, or the command alone in reply to the words."""
    match = COMMAND.fullmatch(said_in(message))
    if match is None or (match["bot"] or bot.username or "").lower() != (bot.username or "").lower():
        return None
    return _meant((match["words"] or "").strip(), message, bot, match["name"].lower() == CHECK)


def in_private(message: Message, bot: User) -> Addressed | None:
    text = said_in(message)
    if message.chat.type != ChatType.PRIVATE or text.startswith("/"):
        return None
    return _meant(text, message, bot, is_quotation(text))


def by_mention(message: Message, bot: User) -> Addressed | None:
    """``@bot words`` anywhere in the message, or the mention alone in reply to the words."""
    parse = message.parse_entities if message.text else message.parse_caption_entities
    mentions = [entity for entity, shown in parse(list(MENTIONS)).items() if _is_of(entity, shown, bot)]
    return _meant(_without(message, mentions), message, bot) if mentions else None


def by_reply(message: Message, bot: User) -> Addressed | None:
    """A reply to one of the bot's own messages."""
    replied = message.reply_to_message
    is_topic_notice = replied is not None and replied.forum_topic_created is not None
    if replied is None or is_topic_notice or replied.from_user != bot or said_in(message).startswith("/"):
        return None
    return Addressed(said_in(message))


RULES: tuple[Callable[[Message, User], Addressed | None], ...] = (by_command, in_private, by_mention, by_reply)


def _meant(words: str, message: Message, bot: User, checks: bool = False) -> Addressed:
    """``words``; where there are none, or they only point there («ответь», «проверь»), those of the other message."""
    said = talk_in(words)
    other = _replied_to(message, bot) if not words or said in OF_THE_OTHER else ""
    return Addressed(other or words, checks or (bool(other) and said is Talk.CHECKING))


def _is_of(entity: MessageEntity, shown: str, bot: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user == bot
    return shown.lower() == f"@{bot.username}".lower()


def _without(message: Message, mentions: list[MessageEntity]) -> str:
    """The text without the mentions and the marks that parted them from it."""
    words = " ".join(_pieces(message, mentions))
    return " ".join(words.split()).strip(" ,:;—–-")


def _pieces(message: Message, mentions: list[MessageEntity]) -> Iterator[str]:
    """Entities count in UTF-16 units."""
    text = said_in(message).encode("utf-16-le")
    start = 0
    for entity in sorted(mentions, key=lambda entity: entity.offset):
        yield text[2 * start : 2 * entity.offset].decode("utf-16-le")
        start = entity.offset + entity.length
    yield text[2 * start :].decode("utf-16-le")


def _replied_to(message: Message, bot: User) -> str:
    """The part that was chosen of the message replied to, in this chat or another; else all that somebody else said."""
    if message.quote:
        return message.quote.text.strip()
    replied = message.reply_to_message
    return "" if replied is None or replied.from_user == bot else said_in(replied).strip()
