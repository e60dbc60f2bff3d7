"""Answered taps: what a button says back."""

from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request


@dataclass(frozen=True)
class AnswerCallbackQuery:
    callback_query_id: str | None = None
    text: str | None = None
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


def answer_callback_query(api: BotApi, asked: AnswerCallbackQuery) -> bool:
    if len(asked.text or "") > limits.CALLBACK_ANSWER_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = api.taps.take(asked.callback_query_id or "")
    shown = {"text": asked.text, "alert": asked.show_alert, "url": asked.url}
    place = {"chat_id": tap.message.chat_id, "message_id": tap.message.id}
    api.world.publish("tap_answer", {"user_id": tap.user.id, **place, **shown})
    return True
