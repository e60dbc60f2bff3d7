"""The web chat over HTTP: only this page is served, to this machine, and only it may act."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from playground.world.cast import ANNA, EDITOR, GROUP_ID, YERLAN
from tests.local_bot_api import LocalBotApi, events, local_bot_api


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api() as api:
        yield api


@pytest.fixture
async def key(local: LocalBotApi) -> str:
    page = (await local.http.get("/")).text
    found = re.search(r'name="playground-key" content="([\w-]{20,})"', page)
    assert found
    return found.group(1)


async def _act(local: LocalBotApi, key: str, name: str, **asked: object) -> httpx.Response:
    return await local.http.post(f"/act/{name}", json=asked, headers={"X-Playground-Key": key})


async def test_page_may_load_nothing_from_elsewhere(local: LocalBotApi) -> None:
    page = await local.http.get("/")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assets = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert assets
    for address in assets:
        assert (await local.http.get(address)).status_code == 200, address


async def test_no_asset_names_another_address(local: LocalBotApi) -> None:
    for name in ("main.js", "text.js", "theme.css", "layout.css", "messages.css", "composer.css"):
        text = (await local.http.get(f"/web/{name}")).text
        assert not re.search(r"https?://(?!www\.w3\.org)[\w.]+", text), name


@pytest.mark.parametrize("path", ["/web/../server.py", "/web/%2e%2e%2fserver.py", "/web/index.html", "/web/nothing.js"])
async def test_only_the_pages_own_files_are_served(local: LocalBotApi, path: str) -> None:
    assert (await local.http.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/", "/bot1:x/getMe", "/events"])
async def test_foreign_host_is_refused(local: LocalBotApi, path: str) -> None:
    answer = await local.http.get(path, headers={"Host": "evil.example"})
    assert answer.status_code == 403


async def test_acts_need_the_pages_key(local: LocalBotApi, key: str) -> None:
    said = {"user_id": ANNA.id, "chat_id": ANNA.id, "text": "вопрос"}
    assert (await _act(local, "wrong", "say", **said)).status_code == 403
    assert (await local.http.get("/events")).status_code == 403
    assert not await local.updates()
    assert (await _act(local, key, "say", **said)).status_code == 200
    assert (await local.updates())[0]["message"]["text"] == "вопрос"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"user_id": ANNA.id, "chat_id": YERLAN.id, "text": "да"}, 400),
        ({"user_id": 42, "chat_id": GROUP_ID, "text": "да"}, 400),
        ({"user_id": ANNA.id, "chat_id": GROUP_ID, "thread": 777, "text": "да"}, 400),
        ({"user_id": ANNA.id, "chat_id": ANNA.id, "text": "  "}, 409),
        ({"user_id": ANNA.id, "chat_id": ANNA.id, "text": "я" * 4097}, 409),
        ({"user_id": ANNA.id, "chat_id": ANNA.id, "text": "да", "colour": "red"}, 400),
    ],
)
async def test_impossible_acts_are_refused(local: LocalBotApi, key: str, asked: dict[str, object], status: int) -> None:
    answer = await _act(local, key, "say", **asked)
    assert answer.status_code == status
    assert answer.json()["error"]


async def test_only_a_messages_own_buttons_can_be_pressed(local: LocalBotApi, key: str) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ещё", "callback_data": "next"}]]}
    sent = await local.result("sendMessage", chat_id=ANNA.id, text="да", reply_markup=keyboard)
    place = {"user_id": ANNA.id, "chat_id": ANNA.id, "message_id": sent["message_id"]}
    assert (await _act(local, key, "tap", text="other", **place)).status_code == 409
    assert (await _act(local, key, "tap", text="next", **place)).status_code == 200


async def test_events_begin_with_a_snapshot_and_go_on(local: LocalBotApi, key: str) -> None:
    local.people.say(local.private(), "вопрос")
    seen = ""
    async with local.http.stream("GET", "/events", params={"key": key}) as stream:
        async for part in stream.aiter_text():
            seen += part
            if seen.count("data: ") == 1:
                await local.result("sendMessage", chat_id=ANNA.id, text="ответ")
            if seen.count("data: ") == 2 and seen.endswith("\n\n"):
                break
    first, second = events(seen)
    assert [user["id"] for user in first["users"] if user["is_administrator"]] == [EDITOR.id]
    assert [message["text"] for message in first["messages"] if "text" in message] == ["вопрос"]
    assert (second["kind"], second["text"]) == ("message", "ответ")


async def test_document_is_uploaded_and_always_saved_never_shown(local: LocalBotApi, key: str) -> None:
    answer = await local.http.post(
        "/act/upload",
        data={"user_id": str(ANNA.id), "chat_id": str(ANNA.id)},
        files={"document": ("страница.html", b"<script>", "text/html")},
        headers={"X-Playground-Key": key},
    )
    assert answer.json() == {"sent": 1}
    document = (await local.updates())[0]["message"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("страница.html", "text/html")
    served = await local.http.get(f"/documents/{document['file_id']}", params={"key": key})
    assert served.headers["Content-Type"] == "application/octet-stream"
    assert served.headers["Content-Disposition"].startswith("attachment;")
    assert (await local.http.get(f"/documents/{document['file_id']}")).status_code == 403
