"""Telegram's answers: what holds updates is read one by one, what holds none is asked for again without haste."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.updates import readable_answer
from tests.test_bot_process import question


def answer(*updates: Any) -> bytes:
    return json.dumps({"ok": True, "result": updates}).encode()


def test_readable_updates_are_left_as_they_came() -> None:
    payload = answer(question("Где мост?"), {"update_id": 2})
    assert readable_answer(payload) is payload


@pytest.mark.parametrize("content", [5, "мост", {"text": "мост"}, {"date": "вчера"}])
def test_an_unreadable_update_keeps_its_number_alone(content: Any) -> None:
    given = answer({"update_id": 7, "message": content}, question("Где мост?"))
    assert json.loads(readable_answer(given))["result"] == [{"update_id": 7}, question("Где мост?")]


@pytest.mark.parametrize(
    "payload",
    [
        b"", b"<html>", b"5", b"[]", b'{"ok": false}', b'{"ok": true, "result": 5}', b'{"ok": true, "result": [5]}',
        b'{"ok": true, "result": [{}]}', b'{"ok": true, "result": [{"update_id": "7"}]}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_what_holds_no_updates_is_trouble_of_the_network(payload: bytes) -> None:
    with pytest.raises(NetworkError, match="no updates"):
        readable_answer(payload)
