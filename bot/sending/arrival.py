"""Arrival: whether a message whose confirmation was lost has reached its chat.

A cut connection does not tell whether Telegram had done the work: sent again, the message might stand there twice;
not sent again, not at all. A bot cannot read a chat. But it can ask to change a message into the very text that it
sent: Telegram refuses that with "message is not modified" where the message stands, and with another refusal where
there is none or it is somebody else's. Only the ids that can have been given out since are asked about.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from telegram.error import BadRequest

from bot.sending.call import Call, Result

NOT_MODIFIED = "message is not modified"
BEYOND = 10  # ids that other messages may have taken before ours
MOST_ASKED = 40
CHATS_KNOWN = 10_000
SHOWN = ("chat_id", "text", "parse_mode", "entities", "link_preview_options", "reply_markup")

# Supergroups number their messages each for itself; all other chats of a bot share one numbering.
SUPERGROUPS_BELOW = -1_000_000_000_000
SHARED = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """The highest ids known when a message was sent: its own is above them."""

    in_chat: int
    shared: int


class NewestIds:
    """The highest message id known of each chat that was lately heard of."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, int] = OrderedDict()

    def saw(self, chat: int, message: int) -> None:
        for numbering in (chat, *([] if chat < SUPERGROUPS_BELOW else [SHARED])):
            self._known[numbering] = max(message, self._known.get(numbering, 0))
            self._known.move_to_end(numbering)
        while len(self._known) > CHATS_KNOWN:
            self._known.popitem(last=False)

    def mark(self, chat: int) -> Mark:
        shared = 0 if chat < SUPERGROUPS_BELOW else self._known.get(SHARED, 0)
        return Mark(self._known.get(chat, 0), shared)

    def since(self, mark: Mark, chat: int) -> Iterator[int]:
        """Ids that a message sent after ``mark`` may have, the likeliest first."""
        now = self.mark(chat)
        near = range(mark.in_chat + 1, now.in_chat + BEYOND + 1)
        shared = range(mark.shared + 1, now.shared + BEYOND + 1) if mark.shared else ()
        yield from list(dict.fromkeys([*near, *shared]))[:MOST_ASKED]


async def arrived(call: Call, ids: Iterator[int]) -> Result | None:
    """The message that ``call`` sent, as far as it is known, or null where none of ``ids`` is it.

    Raises what the network or a flood raises: then nothing is known yet.
    """
    shown = {name: call.data[name] for name in SHOWN if name in call.data}
    for id in ids:
        try:
            return await call.changed("editMessageText", shown | {"message_id": id}).made()
        except BadRequest as refusal:
            if NOT_MODIFIED in str(refusal).lower():
                return _stand_in(call, id)
    return None


def _stand_in(call: Call, id: int) -> Result:
    chat = call.data["chat_id"]
    kind = "private" if chat > 0 else "supergroup" if chat < SUPERGROUPS_BELOW else "group"
    return {"message_id": id, "date": int(time.time()), "chat": {"id": chat, "type": kind}}
