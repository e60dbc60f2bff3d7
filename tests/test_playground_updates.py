"""Updates: what the bot gets to know, by polling and by webhook, and in a group only what is meant for it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from playground.people.membership import add_bot
from playground.people.people import Seat
from playground.world.cast import ANNA, BOT, EDITOR, YERLAN
from playground.world.users import GROUP_ANONYMOUS_BOT
from tests.local_bot_api import LocalBotApi, local_bot_api


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api() as api:
        yield api


def _texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_they_are_confirmed(local: LocalBotApi) -> None:
    for text in ("раз", "два", "три"):
        local.people.say(local.private(), text)
    first = await local.updates(limit=2)
    assert _texts(first) == ["раз", "два"]
    assert _texts(await local.updates(limit=2)) == ["раз", "два"]
    assert _texts(await local.updates(offset=first[-1]["update_id"] + 1)) == ["три"]
    assert _texts(await local.updates()) == ["три"]


async def test_negative_offset_keeps_the_last(local: LocalBotApi) -> None:
    for text in ("раз", "два", "три"):
        local.people.say(local.private(), text)
    assert _texts(await local.updates(offset=-1)) == ["три"]


async def test_poll_waits_for_the_next_update(local: LocalBotApi) -> None:
    waiting = asyncio.create_task(local.updates(timeout=20))
    await local.api.updates.polled.wait()
    local.people.say(local.private(), "раз")
    assert _texts(await waiting) == ["раз"]


async def test_second_instance_ends_the_first_ones_poll(local: LocalBotApi) -> None:
    first = asyncio.create_task(local.call("getUpdates", timeout=20))
    await local.api.updates.polled.wait()
    local.api.updates.polled.clear()
    second = asyncio.create_task(local.call("getUpdates", timeout=20))
    assert await first == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    local.people.say(local.private(), "раз")
    assert (await second)["ok"]


async def test_chosen_results_come_only_when_asked_for(local: LocalBotApi) -> None:
    assert not local.api.updates.put("chosen_inline_result", {})
    await local.updates(allowed_updates=["message", "chosen_inline_result"])
    assert local.api.updates.put("chosen_inline_result", {})
    assert not local.api.updates.put("callback_query", {})
    await local.updates()
    assert local.api.updates.put("chosen_inline_result", {})
    await local.updates(allowed_updates=[])
    assert not local.api.updates.put("chosen_inline_result", {})


SEEN_IN_A_GROUP: list[tuple[str, bool]] = [
    ("болтовня", False),
    ("@doslovno_bot что сказали о зерне?", True),
    ("а вот @Doslovno_Bot знает", True),
    ("@doslovno_bots знает", False),
    ("/ask зерно", True),
    ("/ask@doslovno_bot зерно", True),
    ("/ask@other_bot зерно", False),
]


@pytest.mark.parametrize(("text", "seen"), SEEN_IN_A_GROUP)
async def test_privacy_mode(local: LocalBotApi, text: str, seen: bool) -> None:
    local.people.say(local.in_group(), text)
    assert bool(await local.updates()) is seen


async def test_reply_to_the_bot_is_seen_and_privacy_ends_for_an_administrator(local: LocalBotApi) -> None:
    answer = await local.result("sendMessage", chat_id=local.group.id, text="ответ")
    local.people.say(local.in_group(), "а ещё?", answer["message_id"])
    (reply,) = await local.updates()
    assert reply["message"]["reply_to_message"]["message_id"] == answer["message_id"]
    add_bot(local.people, local.group, EDITOR, "administrator")
    local.people.say(local.in_group(YERLAN), "болтовня")
    assert _texts([update for update in await local.updates() if "message" in update]) == ["а ещё?", "болтовня"]


async def test_messages_of_a_topic_reply_to_its_opening(local: LocalBotApi) -> None:
    local.people.say(local.in_group(thread=local.topic), "/ask зерно")
    message = (await local.updates())[0]["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (local.topic, True)
    assert message["reply_to_message"]["forum_topic_created"]["name"] == local.group.topics[local.topic]


async def test_reply_in_general_has_a_thread_that_is_no_topic(local: LocalBotApi) -> None:
    first = local.people.say(local.in_group(), "болтовня")
    local.people.say(local.in_group(YERLAN), "@doslovno_bot", first.id)
    message = (await local.updates())[0]["message"]
    assert message["message_thread_id"] == first.id
    assert "is_topic_message" not in message


async def test_anonymous_administrator_writes_as_the_group(local: LocalBotApi) -> None:
    local.people.say(Seat(EDITOR, local.group, anonymous=True), "/reload")
    message = (await local.updates())[0]["message"]
    assert message["from"]["id"] == GROUP_ANONYMOUS_BOT.id
    assert message["sender_chat"]["id"] == local.group.id


async def test_edit_is_told(local: LocalBotApi) -> None:
    question = local.people.say(local.private(), "вопрос")
    local.people.edit(ANNA, question, "другой вопрос")
    assert [next(iter(update.keys() - {"update_id"})) for update in await local.updates()] == [
        "message",
        "edited_message",
    ]


async def test_unbegun_private_chat_begins_with_the_first_word(local: LocalBotApi) -> None:
    assert not (await local.call("sendMessage", chat_id=EDITOR.id, text="да"))["ok"]
    local.people.say(local.private(EDITOR), "/start")
    assert (await local.call("sendMessage", chat_id=EDITOR.id, text="да"))["ok"]


class _Hook(RequestHandler):
    """Takes what it is brought, after as many refusals as told."""

    def initialize(self, take: Callable[[dict[str, Any], str | None], bool]) -> None:
        self.take = take

    def post(self) -> None:
        if not self.take(json.loads(self.request.body), self.request.headers.get("X-Telegram-Bot-Api-Secret-Token")):
            self.set_status(500)


async def test_webhook_brings_updates_in_order_until_taken(local: LocalBotApi) -> None:
    seen: list[tuple[int, str | None]] = []
    done = asyncio.Event()

    def take(update: dict[str, Any], secret: str | None) -> bool:
        seen.append((update["update_id"], secret))
        if len(seen) == 3:
            done.set()
        return len(seen) != 1

    server = HTTPServer(Application([(r"/hook", _Hook, {"take": take})], log_function=lambda handler: None))
    sockets = bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/hook"
    await local.result("setWebhook", url=url, secret_token="s3cret")
    local.people.say(local.private(), "раз")
    local.people.say(local.private(), "два")
    await asyncio.wait_for(done.wait(), 20)
    assert seen == [(1, "s3cret"), (1, "s3cret"), (2, "s3cret")]
    polled = await local.call("getUpdates")
    assert polled["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
    await local.result("deleteWebhook")
    assert (await local.result("getWebhookInfo"))["url"] == ""
    server.stop()
    await server.close_all_connections()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"url": "ftp://127.0.0.1"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org"}, "bad webhook: the local Bot API brings updates to loopback addresses only"),
        ({"url": "http://127.0.0.1/", "secret_token": "два слова"}, "secret token contains unallowed characters"),
    ],
)
async def test_webhook_is_refused(local: LocalBotApi, given: dict[str, Any], reason: str) -> None:
    assert (await local.call("setWebhook", **given))["description"] == f"Bad Request: {reason}"


async def test_bot_is_named_as_telegram_names_it(local: LocalBotApi) -> None:
    me = await local.result("getMe")
    assert (me["id"], me["username"], me["supports_inline_queries"]) == (BOT.id, BOT.username, True)
