"""Chats and their members, as the bot asks after them."""

from dataclasses import dataclass

from playground.bot_api.api import BotApi
from playground.bot_api.errors import bad_request
from playground.bot_api.methods.addressed import open_chat
from playground.world.chats import Chat
from playground.world.users import Json

ADMINISTRATORS = ("creator", "administrator")
RIGHTS = (
    "can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories",
)  # fmt: skip


@dataclass(frozen=True)
class GetMe:
    pass


@dataclass(frozen=True)
class GetChat:
    chat_id: str | None = None


@dataclass(frozen=True)
class GetChatMember:
    chat_id: str | None = None
    user_id: int | None = None


@dataclass(frozen=True)
class GetChatAdministrators:
    chat_id: str | None = None
    return_bots: bool = False


@dataclass(frozen=True)
class LeaveChat:
    chat_id: str | None = None


def get_me(api: BotApi, asked: GetMe) -> Json:
    private = all(chat.privacy for chat in api.world.chats.values())
    return api.world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not private,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(api: BotApi, asked: GetChat) -> Json:
    chat = open_chat(api, asked.chat_id or "")
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    return chat.as_json() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_chat_member(api: BotApi, asked: GetChatMember) -> Json:
    chat = open_chat(api, asked.chat_id or "")
    if asked.user_id not in api.world.users:
        raise bad_request("user not found")
    return _member(api, chat, asked.user_id)


def get_chat_administrators(api: BotApi, asked: GetChatAdministrators) -> list[Json]:
    chat = open_chat(api, asked.chat_id or "")
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [
        _member(api, chat, user_id)
        for user_id, standing in chat.members.items()
        if standing in ADMINISTRATORS and (asked.return_bots or not api.world.users[user_id].is_bot)
    ]


def leave_chat(api: BotApi, asked: LeaveChat) -> bool:
    chat = open_chat(api, asked.chat_id or "")
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    api.world.set_member(chat, api.world.bot, "left")
    return True


def _member(api: BotApi, chat: Chat, user_id: int) -> Json:
    return member_json(api.world.users[user_id].as_json(), chat.members.get(user_id, "left"))


def member_json(user: Json, standing: str) -> Json:
    """The Bot API's `ChatMember` for the standing."""
    told: Json = {"user": user, "status": standing}
    if standing == "creator":
        return told | {"is_anonymous": False}
    if standing == "administrator":
        return told | {"is_anonymous": False} | dict.fromkeys(RIGHTS, True)
    return told | ({"until_date": 0} if standing == "kicked" else {})
