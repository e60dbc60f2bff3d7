"""Membership: blocking, adding and removing the bot, and a group that becomes a supergroup."""

from playground.bot_api.methods.chats import member_json
from playground.people.people import People
from playground.world.chats import SUPERGROUP, Chat
from playground.world.messages import Message
from playground.world.users import Json, User


def block_bot(people: People, user: User) -> None:
    """The user blocks the bot in the private chat."""
    _set_bot(people, people.world.chats[user.id], user, "kicked")


def unblock_bot(people: People, user: User) -> None:
    _set_bot(people, people.world.chats[user.id], user, "member")


def kick_bot(people: People, chat: Chat, by: User) -> None:
    _set_bot(people, chat, by, "kicked")


def add_bot(people: People, chat: Chat, by: User, status: str = "member") -> None:
    """Add the bot, or make it an administrator."""
    newcomer = not chat.has(people.world.bot.id)
    _set_bot(people, chat, by, status)
    if newcomer:
        _notice(people, chat, by, {"new_chat_members": [people.world.bot.as_json()]})


def upgrade(people: People, group: Chat, supergroup_id: int, by: User) -> Chat:
    """The group becomes a supergroup under another id; both notices reach the bot."""
    supergroup = Chat(supergroup_id, SUPERGROUP, group.title, members=dict(group.members), privacy=group.privacy)
    people.world.add_chat(supergroup)
    _notice(people, group, by, {"migrate_to_chat_id": supergroup_id})
    group.migrated_to = supergroup_id
    _notice(people, supergroup, by, {"migrate_from_chat_id": group.id})
    people.world.publish("chat", people.world.chat_json(group))
    return supergroup


def _notice(people: People, chat: Chat, by: User, content: Json) -> None:
    message = people.world.post(Message(0, chat.id, by, 0, content))
    people.api.updates.put("message", people.world.message_json(message))


def _set_bot(people: People, chat: Chat, by: User, status: str) -> None:
    world = people.world
    old = member_json(world.bot.as_json(), chat.members.get(world.bot.id, "left"))
    world.set_member(chat, world.bot, status)
    change: Json = {"chat": chat.as_json(), "from": by.as_json(), "date": int(world.clock())}
    change |= {"old_chat_member": old, "new_chat_member": member_json(world.bot.as_json(), status)}
    people.api.updates.put("my_chat_member", change)
