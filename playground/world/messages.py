"""Message: one bubble of a chat, and its form in the Bot API."""

from dataclasses import dataclass, field

from playground.world.users import Json, User


@dataclass(frozen=True)
class Message:
    """`id` counts within the chat; `date` and `edited` are Unix seconds.

    `content` holds the fields of the Bot API's `Message` that say what is in it: `text` and `entities`, a `document`
    with its `caption`, a service notice.
    """

    id: int
    chat_id: int
    sender: User
    date: int
    content: Json = field(default_factory=dict)
    reply_to: int | None = None
    quote: str | None = None
    thread: int | None = None
    in_topic: bool = False
    markup: Json | None = None
    via_bot: User | None = None
    anonymous: bool = False
    edited: int | None = None
    inline_message_id: str | None = None

    @property
    def text(self) -> str:
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        return list(self.content.get("entities") or self.content.get("caption_entities") or [])


def message_json(message: Message, chat: Json, replied: Json | None = None) -> Json:
    """The message as the Bot API's `Message`; `chat` and `replied` come in that form already."""
    told: Json = {"message_id": message.id, "date": message.date, "chat": chat, "from": message.sender.as_json()}
    if message.anonymous:
        told["sender_chat"] = chat
    told |= message.content
    optional = {
        "message_thread_id": message.thread,
        "is_topic_message": message.in_topic or None,
        "reply_to_message": replied,
        "quote": message.quote and {"text": message.quote, "position": 0, "is_manual": True},
        "reply_markup": message.markup,
        "via_bot": message.via_bot and message.via_bot.as_json(),
        "edit_date": message.edited,
    }
    return told | {key: value for key, value in optional.items() if value is not None}
