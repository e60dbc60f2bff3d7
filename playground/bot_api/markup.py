"""Checked keyboard: a message's reply_markup as Telegram keeps it, or its refusal."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playground.bot_api import limits
from playground.bot_api.errors import bad_request
from playground.world.users import Json

OTHER_MARKUPS = frozenset({"keyboard", "remove_keyboard", "force_reply"})
HOST = re.compile(r"[^\s.]+(?:\.[^\s.]+)+|[\w-]+(?::\d+)?")
DECORATION = frozenset({"text", "style"})


def checked_markup(markup: Json | None) -> Json | None:
    """The inline keyboard to keep with the message; None where there is nothing to keep.

    Raises BotApiError for a keyboard that Telegram would refuse.
    """
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        if not OTHER_MARKUPS & markup.keys():
            raise bad_request("object expected as reply markup")
        return None
    rows = _rows(markup["inline_keyboard"])
    _check_size(rows)
    return {"inline_keyboard": [[_checked_button(button) for button in row] for row in rows]} if rows else None


def _rows(keyboard: Any) -> list[list[Json]]:
    if not isinstance(keyboard, list) or not all(isinstance(row, list) for row in keyboard):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    if not all(isinstance(button, dict) for row in keyboard for button in row):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    return [row for row in keyboard if row]


def _check_size(rows: list[list[Json]]) -> None:
    if sum(map(len, rows)) > limits.BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > limits.BUTTONS_IN_A_ROW for row in rows):
        raise bad_request("too many buttons in a row of the inline keyboard")


def _checked_button(button: Json) -> Json:
    if not button.get("text"):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    actions = button.keys() - DECORATION
    if len(actions) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    action = actions.pop()
    if action not in BUTTON_RULES:
        raise bad_request("BUTTON_TYPE_INVALID")
    BUTTON_RULES[action](button[action])
    return button


def _callback_data_fits(data: str) -> None:
    if not 1 <= len(data.encode()) <= limits.CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _url_leads_somewhere(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https", "tg"} or not HOST.fullmatch(parts.netloc):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _query_fits(query: str) -> None:
    if len(query) > limits.INLINE_QUERY_CHARACTERS:
        raise bad_request("BUTTON_SWITCH_QUERY_TOO_LONG")


def _copied_text_fits(copied: Json) -> None:
    if not 1 <= len(copied.get("text", "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


#: What a button may do, and the check of it.
BUTTON_RULES: dict[str, Callable[..., None]] = {
    "callback_data": _callback_data_fits,
    "url": _url_leads_somewhere,
    "switch_inline_query": _query_fits,
    "switch_inline_query_current_chat": _query_fits,
    "copy_text": _copied_text_fits,
}
