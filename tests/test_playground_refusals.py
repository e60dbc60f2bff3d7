"""The local Bot API refuses what Telegram refuses, in its words."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from playground.people.membership import block_bot, kick_bot, upgrade
from playground.world.cast import ANNA, BOT, EDITOR, YERLAN
from playground.world.chats import GROUP, Chat
from tests.local_bot_api import TOKEN, LocalBotApi, local_bot_api


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api() as api:
        yield api


def _keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def _button(data: str) -> dict[str, str]:
    return {"text": "Ещё", "callback_data": data}


HERE = ANNA.id
REFUSED_MESSAGES: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "message text is empty"),
    ({}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "я" * 4097}, "message is too long"),
    ({"text": "😀" * 2049}, "message is too long"),
    ({"text": "я" * 16_400}, "message is too long"),
    ({"text": "a <foo>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "foo" at byte offset 2'),
    ({"text": "да", "parse_mode": "Markdown"}, "unsupported parse_mode"),
    ({"text": "да", "colour": "red"}, 'unknown parameter "colour"'),
    ({"text": "да", "chat_id": 42}, "chat not found"),
    ({"text": "да", "chat_id": EDITOR.id}, "chat not found"),
    ({"text": "да", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ({"text": "да", "message_thread_id": 1}, "message thread not found"),
    ({"text": "да", "reply_markup": "нет"}, "can't parse reply_markup: Object expected"),
    ({"text": "да", "reply_markup": {"inline_keyboard": [5]}}, 'field "inline_keyboard" must be an Array of Arrays'),
    ({"text": "да", "entities": [5]}, "can't parse entities: Array of Objects expected"),
    ({"text": "да", "reply_markup": _keyboard([_button("")])}, "BUTTON_DATA_INVALID"),
    ({"text": "да", "reply_markup": _keyboard([_button("я" * 33)])}, "BUTTON_DATA_INVALID"),
    ({"text": "да", "reply_markup": _keyboard(*[[_button("x")]] * 101)}, "reply markup is too long"),
    ({"text": "да", "reply_markup": _keyboard([_button("x")] * 9)}, "too many buttons in a row of the inline keyboard"),
    ({"text": "да", "reply_markup": _keyboard([{"text": "Ещё"}])},
     "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ({"text": "да", "reply_markup": _keyboard([{"text": "Ещё", "url": "не адрес"}])},
     "inline keyboard button URL 'не адрес' is invalid: Wrong HTTP URL"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "reason"), REFUSED_MESSAGES)
async def test_message_is_refused(local: LocalBotApi, given: dict[str, Any], reason: str) -> None:
    answer = await local.call("sendMessage", **{"chat_id": HERE} | given)
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}
    assert not local.world.chats[HERE].messages


@pytest.mark.parametrize(
    "given",
    [
        {"text": "я" * 4096},
        {"text": "😀" * 2048},
        {"text": "<b>" + "я" * 4096 + "</b>", "parse_mode": "HTML"},
        {"text": "да", "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
        {"text": "да", "reply_markup": _keyboard([_button("я" * 32)])},
    ],
)
async def test_message_at_the_limit_is_taken(local: LocalBotApi, given: dict[str, Any]) -> None:
    assert (await local.call("sendMessage", chat_id=HERE, **given))["ok"]


async def test_wrong_token_and_unknown_method(local: LocalBotApi) -> None:
    stranger = await local.http.post("/bot1:wrong/getMe")
    assert (stranger.status_code, stranger.json()["description"]) == (401, "Unauthorized")
    assert (await local.call("sendLove")) == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_form_and_json_are_both_taken(local: LocalBotApi) -> None:
    form = await local.http.post(f"/bot{TOKEN}/sendMessage", data={"chat_id": str(HERE), "text": "из формы"})
    assert form.json()["result"]["text"] == "из формы"
    broken = await local.http.post(
        f"/bot{TOKEN}/sendMessage", content=b"{", headers={"Content-Type": "application/json"}
    )
    assert broken.json()["description"] == "Bad Request: can't parse request JSON object"


async def test_edit_to_the_same_is_refused_and_a_change_taken(local: LocalBotApi) -> None:
    sent = await local.result("sendMessage", chat_id=HERE, text="<b>раз</b>", parse_mode="HTML")
    place = {"chat_id": HERE, "message_id": sent["message_id"]}
    same = await local.call("editMessageText", text="<b>раз</b>", parse_mode="HTML", **place)
    assert same["description"].startswith("Bad Request: message is not modified")
    changed = await local.result("editMessageText", text="два", **place)
    assert changed["text"] == "два"
    assert changed["edit_date"]


async def test_only_own_messages_are_edited(local: LocalBotApi) -> None:
    question = local.people.say(local.private(), "вопрос")
    not_own = await local.call("editMessageText", chat_id=HERE, message_id=question.id, text="да")
    assert not_own["description"] == "Bad Request: message can't be edited"
    no_such = await local.call("editMessageText", chat_id=HERE, message_id=999, text="да")
    assert no_such["description"] == "Bad Request: message to edit not found"


async def test_deletion_in_private_and_in_a_group(local: LocalBotApi) -> None:
    mine = local.people.say(local.private(), "вопрос")
    assert await local.result("deleteMessage", chat_id=HERE, message_id=mine.id)
    gone = await local.call("deleteMessage", chat_id=HERE, message_id=mine.id)
    assert gone["description"] == "Bad Request: message to delete not found"
    theirs = local.people.say(local.in_group(), "болтовня")
    answer = await local.call("deleteMessage", chat_id=local.group.id, message_id=theirs.id)
    assert answer["description"] == "Bad Request: message can't be deleted"


async def test_tap_is_answered_once_and_in_time(local: LocalBotApi) -> None:
    sent = await local.result("sendMessage", chat_id=HERE, text="да", reply_markup=_keyboard([_button("x")]))
    message = local.world.chats[HERE].messages[sent["message_id"]]
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    first = local.people.tap(ANNA, message, "x")
    assert await local.result("answerCallbackQuery", callback_query_id=first)
    assert (await local.call("answerCallbackQuery", callback_query_id=first))["description"] == too_old
    second = local.people.tap(ANNA, message, "x")
    local.clock.pass_seconds(60)
    assert (await local.call("answerCallbackQuery", callback_query_id=second))["description"] == too_old


async def test_blocked_and_kicked_bot_is_forbidden(local: LocalBotApi) -> None:
    block_bot(local.people, ANNA)
    blocked = await local.call("sendMessage", chat_id=HERE, text="да")
    assert (blocked["error_code"], blocked["description"]) == (403, "Forbidden: bot was blocked by the user")
    kick_bot(local.people, local.group, EDITOR)
    kicked = await local.call("sendMessage", chat_id=local.group.id, text="да")
    assert kicked["description"] == "Forbidden: bot was kicked from the supergroup chat"


async def test_upgraded_group_names_its_new_id(local: LocalBotApi) -> None:
    group = local.world.add_group(Chat(-77, GROUP, "Кухня"), [ANNA, BOT], creator=ANNA)
    upgrade(local.people, group, -100777, ANNA)
    answer = await local.call("sendMessage", chat_id=-77, text="да")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": -100777}
    notices = [update["message"] for update in await local.updates()]
    assert [notice.get("migrate_to_chat_id") for notice in notices] == [-100777, None]
    assert notices[1]["migrate_from_chat_id"] == -77


async def test_reply_stays_in_its_topic_and_general_has_no_thread(local: LocalBotApi) -> None:
    question = local.people.say(local.in_group(thread=local.topic), "вопрос @doslovno_bot")
    reply = {"message_id": question.id}
    answer = await local.result("sendMessage", chat_id=local.group.id, text="ответ", reply_parameters=reply)
    assert (answer["message_thread_id"], answer["is_topic_message"]) == (local.topic, True)
    general = await local.call("sendMessage", chat_id=local.group.id, text="да", message_thread_id=1)
    assert general["description"] == "Bad Request: message thread not found"
    assert await local.result("sendChatAction", chat_id=local.group.id, action="typing", message_thread_id=1)


async def test_quote_must_be_in_the_message(local: LocalBotApi) -> None:
    question = local.people.say(local.private(), "Сколько зерна вывезли?")
    wrong = {"message_id": question.id, "quote": "Сколько угля"}
    answer = await local.call("sendMessage", chat_id=HERE, text="да", reply_parameters=wrong)
    assert answer["description"] == "Bad Request: QUOTE_TEXT_INVALID"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"commands": [{"command": "Ask", "description": "вопрос"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "ask", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [], "language_code": "rus"}, "LANGUAGE_CODE_INVALID"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": EDITOR.id}}, "chat not found"),
    ],
)
async def test_command_menu_is_refused(local: LocalBotApi, given: dict[str, Any], reason: str) -> None:
    assert (await local.call("setMyCommands", **given))["description"] == f"Bad Request: {reason}"


async def test_command_menu_goes_from_the_narrowest_scope_and_the_users_language(local: LocalBotApi) -> None:
    for name, scope, language in (("all", "default", ""), ("kk", "all_private_chats", "kk")):
        commands = [{"command": name, "description": "…"}]
        await local.result("setMyCommands", commands=commands, scope={"type": scope}, language_code=language)
    shown = [
        local.api.commands.shown_to(user, local.world.chats[chat_id])[0]["command"]
        for user, chat_id in ((ANNA, ANNA.id), (YERLAN, YERLAN.id), (YERLAN, local.group.id))
    ]
    assert shown == ["all", "kk", "all"]


async def test_document_is_sent_and_fetched_byte_for_byte(local: LocalBotApi) -> None:
    sent = local.people.upload(local.private(), "статья.txt", "text/plain", b"\xef\xbb\xbftext")
    file = await local.result("getFile", file_id=sent.content["document"]["file_id"])
    fetched = await local.http.get(f"/file/bot{TOKEN}/{file['file_path']}")
    assert fetched.content == b"\xef\xbb\xbftext"
    big = local.people.upload(local.private(), "big.bin", "application/octet-stream", bytes(20 * 2**20 + 1))
    refused = await local.call("getFile", file_id=big.content["document"]["file_id"])
    assert refused["description"] == "Bad Request: file is too big"
