"""Updates: the kinds that are handled, and what becomes of one that the library cannot make an object of.

Such a one, of a Bot API newer or older than the library, is taken for an empty one: its number is confirmed, nobody is
answered, and the updates behind it come through. The library itself would ask for it again without end, and log it with
the words in it.
"""

from __future__ import annotations

import json
import logging
from itertools import count
from typing import Any

from telegram import Bot, Update
from telegram.error import NetworkError
from telegram.ext._utils import webhookhandler  # the library has no other way to the updates that a webhook brings

log = logging.getLogger(__name__)

KINDS = ("message", "edited_message", "inline_query", "callback_query")
NO_UPDATES = "Telegram's answer holds no updates"

_unreadable = count(1)


def readable_answer(payload: bytes) -> bytes:
    """Telegram's answer to getUpdates, with an empty update in the place of each that cannot be read.

    Raises NetworkError where it holds no updates at all.
    """
    try:
        given = json.loads(payload.decode("utf-8", "replace"))["result"]
        updates = [readable(update) for update in given]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NetworkError(NO_UPDATES) from None  # the cause's text may hold a user's words
    return payload if updates == given else json.dumps({"ok": True, "result": updates}).encode()


def readable(update: Any) -> Any:
    """``update``, or an empty one of its number where the library cannot read it.

    Raises LookupError or TypeError where it has no number.
    """
    number = update["update_id"]
    if not isinstance(number, int):
        raise TypeError("an update's number is a number")
    try:
        Update.de_json(update, None)
    except Exception as error:
        kinds = ", ".join(sorted(set(Update.ALL_TYPES) & set(update))) or "of no known kind"
        reason, skipped = type(error).__name__, next(_unreadable)
        log.warning("update %d: %s, cannot be read (%s): skipped, %d by now", number, kinds, reason, skipped)
        return {"update_id": number}
    return update


class _ReadableUpdate:
    """What the library's webhook makes of an update's JSON."""

    @staticmethod
    def de_json(data: Any, bot: Bot) -> Update | None:
        """Null, which the library passes over, where it is no update."""
        try:
            return Update.de_json(readable(data), bot)
        except (LookupError, TypeError):
            log.warning("the webhook was brought something that is no update")
            return None


def read_webhooks() -> None:
    """From now on a webhook takes what it cannot read, too: refused, Telegram would bring it again and again."""
    webhookhandler.Update = _ReadableUpdate  # type: ignore[attr-defined, assignment]
