"""Faults: what is planned happens, where and as often as planned, and nowhere else."""

from collections.abc import AsyncIterator

import httpx
import pytest

from playground.bot_api.faults import Fault, Trouble
from playground.world.cast import ANNA, YERLAN
from tests.local_bot_api import LocalBotApi, local_bot_api


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api(control=True) as api:
        yield api


async def _send(local: LocalBotApi, chat_id: int = ANNA.id) -> dict[str, object]:
    return await local.call("sendMessage", chat_id=chat_id, text="да")


async def test_flood_meets_one_chat_only(local: LocalBotApi) -> None:
    local.api.faults.plan(Fault(Trouble.FLOOD, "sendMessage", YERLAN.id, times=2, retry_after=7))
    flooded = await _send(local, YERLAN.id)
    assert flooded == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert (await _send(local))["ok"]
    assert not (await _send(local, YERLAN.id))["ok"]
    assert (await _send(local, YERLAN.id))["ok"]


async def test_server_error(local: LocalBotApi) -> None:
    local.api.faults.plan(Fault(Trouble.SERVER_ERROR))
    assert (await _send(local))["error_code"] == 502
    assert (await _send(local))["ok"]


@pytest.mark.parametrize(("trouble", "sent"), [(Trouble.CUT_BEFORE, 0), (Trouble.CUT_AFTER, 1)])
async def test_cut_connection(local: LocalBotApi, trouble: Trouble, sent: int) -> None:
    local.api.faults.plan(Fault(trouble, "sendMessage"))
    with pytest.raises(httpx.RemoteProtocolError):
        await _send(local)
    assert len(local.world.chats[ANNA.id].messages) == sent


async def test_outage_cuts_everything_until_it_ends(local: LocalBotApi) -> None:
    local.api.set_outage(True)
    with pytest.raises(httpx.RemoteProtocolError):
        await local.call("getMe")
    local.api.set_outage(False)
    assert (await local.call("getMe"))["ok"]


async def test_faults_planned_over_the_control_route(local: LocalBotApi) -> None:
    planned = await local.http.post("/control", json={"trouble": "flood", "method": "sendMessage", "retry_after": 3})
    assert planned.status_code == 200
    assert (await _send(local))["error_code"] == 429
    assert (await local.http.post("/control", json={"trouble": "boredom"})).status_code == 400


async def test_no_control_route_unless_asked_for() -> None:
    async with local_bot_api() as local:
        assert (await local.http.post("/control", json={"outage": True})).status_code == 404


async def test_recorder_tells_calls_and_refusals(local: LocalBotApi) -> None:
    await _send(local)
    await local.call("sendMessage", chat_id=ANNA.id, text="")
    assert [call.ok for call in local.api.recorder.of("sendMessage")] == [True, False]
    assert [call.refusal for call in local.api.recorder.refused] == ["Bad Request: message text is empty"]
