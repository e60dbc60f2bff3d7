"""Methods: by name, what each takes and the function that does it; one module a group."""

import typing
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.bot_api.methods import callbacks, chats, commands, deletion, editing, files, inline, sending, updates


@dataclass(frozen=True)
class Method:
    """`takes` is the dataclass of the parameters, read from the function's own signature."""

    name: str
    run: Callable[..., Any]

    @property
    def takes(self) -> type[Any]:
        hints = typing.get_type_hints(self.run)
        return typing.cast(type[Any], hints["asked"])


CARRIED = (
    Method("getMe", chats.get_me),
    Method("getUpdates", updates.get_updates),
    Method("setWebhook", updates.set_webhook),
    Method("deleteWebhook", updates.delete_webhook),
    Method("getWebhookInfo", updates.get_webhook_info),
    Method("sendMessage", sending.send_message),
    Method("sendDocument", sending.send_document),
    Method("sendChatAction", sending.send_chat_action),
    Method("editMessageText", editing.edit_message_text),
    Method("editMessageReplyMarkup", editing.edit_message_reply_markup),
    Method("deleteMessage", deletion.delete_message),
    Method("answerCallbackQuery", callbacks.answer_callback_query),
    Method("answerInlineQuery", inline.answer_inline_query),
    Method("setMyCommands", commands.set_my_commands),
    Method("getMyCommands", commands.get_my_commands),
    Method("deleteMyCommands", commands.delete_my_commands),
    Method("getChat", chats.get_chat),
    Method("getChatMember", chats.get_chat_member),
    Method("getChatAdministrators", chats.get_chat_administrators),
    Method("leaveChat", chats.leave_chat),
    Method("getFile", files.get_file),
)

#: By name in small letters: Telegram takes any case.
METHODS = {method.name.lower(): method for method in CARRIED}
