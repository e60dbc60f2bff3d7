"""Chat: a conversation, who is in it, its topics and messages."""

from dataclasses import dataclass, field

from playground.world.messages import Message
from playground.world.users import Json, User

PRIVATE, GROUP, SUPERGROUP = "private", "group", "supergroup"
PRESENT = frozenset({"creator", "administrator", "member"})


@dataclass
class Chat:
    """A private chat has its user's id, groups negative ones; `members` maps a user's id to the standing there.

    `topics` maps a forum topic's thread id to its name; General is no topic and has no id.
    """

    id: int
    type: str
    title: str | None = None
    owner: User | None = None
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    is_forum: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: int | None = None
    privacy: bool = True

    @property
    def is_private(self) -> bool:
        return self.type == PRIVATE

    def has(self, user_id: int) -> bool:
        return self.members.get(user_id) in PRESENT

    def as_json(self) -> Json:
        """The chat as the Bot API's `Chat`."""
        told: Json = {"id": self.id, "type": self.type}
        if self.owner is not None:
            own = self.owner.as_json()
            return told | {key: own[key] for key in ("first_name", "last_name", "username") if key in own}
        told["title"] = self.title
        return told | ({"is_forum": True} if self.is_forum else {})
