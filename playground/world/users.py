"""User: somebody with an account, or the bot."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class User:
    """`id` is unique among users; `username` is written without the @."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def as_json(self) -> Json:
        """The user as the Bot API's `User`."""
        known = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        told = {key: value for key, value in known.items() if value is not None}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **told}


#: In whose name Telegram shows the messages of a group's anonymous administrators.
GROUP_ANONYMOUS_BOT = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
