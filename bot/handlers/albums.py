"""Albums: several photos sent as one come as a message each; what is said of them is said once."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from telegram import Message

REMEMBERED = 256  # the messages of an album come together


@dataclass(frozen=True, slots=True)
class Albums:
    seen: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def begins(self, message: Message) -> bool:
        """Whether the message is the first of its album to come, or in none."""
        album = message.media_group_id
        if album is None:
            return True
        is_new = album not in self.seen
        if is_new:
            self.seen.append(album)
        return is_new
