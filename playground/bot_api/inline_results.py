"""Inline answer: results checked as Telegram checks them, and Telegram's cache of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playground.bot_api import limits
from playground.bot_api.errors import bad_request
from playground.bot_api.formatting import formatted_text, text_content
from playground.bot_api.markup import checked_markup
from playground.world.users import Json, User

START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class InlineQuery:
    """What somebody typed after the bot's name, from where, and which page of the results is asked for."""

    user: User
    text: str
    offset: str = ""
    chat_type: str | None = None


@dataclass(frozen=True)
class InlineAnswer:
    """The results as the bot gave them, each with the message it stands for under "message"; `ttl` in seconds."""

    results: tuple[Json, ...]
    button: Json | None
    next_offset: str
    ttl: int
    is_personal: bool


def checked_results(results: list[Json]) -> tuple[Json, ...]:
    """The results, their messages parsed; raises BotApiError for what Telegram refuses."""
    if len(results) > limits.INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if not all(1 <= len(result_id.encode()) <= limits.INLINE_ID_BYTES for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    return tuple(_checked_result(result) for result in results)


def _checked_result(result: Json) -> Json:
    if result.get("type") != "article":
        raise bad_request("unsupported inline query result type")
    if not result.get("title"):
        raise bad_request('can\'t parse inline query result: Field "title" must be of type String')
    content = result.get("input_message_content") or {}
    if "message_text" not in content:
        raise bad_request("can't parse inline query result: input message content is not specified")
    formatted = formatted_text(content["message_text"], content.get("parse_mode"), content.get("entities"))
    markup = checked_markup(result.get("reply_markup"))
    return result | {"message": {"content": text_content(formatted), "markup": markup}}


def checked_button(button: Json | None) -> Json | None:
    if button is None:
        return None
    if not button.get("text"):
        raise bad_request('can\'t parse inline query results button: Field "text" must be of type String')
    if not START_PARAMETER.fullmatch(button.get("start_parameter", "")):
        raise bad_request("START_PARAM_INVALID")
    return button


def checked_next_offset(offset: str | None) -> str:
    if len((offset or "").encode()) > limits.INLINE_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    return offset or ""


class InlineCache:
    """Answers by query and offset, and by user where personal, as long as the bot said; `clock` in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._kept: dict[tuple[str, str, int | None], tuple[float, InlineAnswer]] = {}

    def keep(self, query: InlineQuery, answer: InlineAnswer) -> None:
        if answer.ttl > 0:
            user = query.user.id if answer.is_personal else None
            self._kept[query.text, query.offset, user] = (self._clock() + answer.ttl, answer)

    def find(self, query: InlineQuery) -> InlineAnswer | None:
        for user in (query.user.id, None):
            until, answer = self._kept.get((query.text, query.offset, user), (0.0, None))
            if answer is not None and self._clock() < until:
                return answer
        return None
