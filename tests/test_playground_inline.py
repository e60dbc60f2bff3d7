"""Inline mode: Telegram's limits on the results, its cache of them, and the message that a choice sends."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from playground.people.people import NotPossibleError
from playground.world.cast import ANNA, YERLAN
from playground.world.world import Event
from tests.local_bot_api import LocalBotApi, local_bot_api


@pytest.fixture
async def local() -> AsyncIterator[LocalBotApi]:
    async with local_bot_api() as api:
        yield api


def article(result_id: str, text: str = "<b>слова</b>", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": result_id, "title": "Заголовок", "input_message_content": content} | more


def _keyboard(data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Ещё", "callback_data": data}]]}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"results": [article(str(number)) for number in range(51)]}, "RESULTS_TOO_MUCH"),
    ({"results": [article("1"), article("1")]}, "RESULT_ID_DUPLICATE"),
    ({"results": [article("я" * 33)]}, "RESULT_ID_INVALID"),
    ({"results": [article("")]}, "RESULT_ID_INVALID"),
    ({"results": [article("1", title="")]},
     'can\'t parse inline query result: Field "title" must be of type String'),
    ({"results": [article("1", "<foo>")]}, 'can\'t parse entities: Unsupported start tag "foo" at byte offset 0'),
    ({"results": [article("1", reply_markup=_keyboard("я" * 33))]}, "BUTTON_DATA_INVALID"),
    ({"results": [], "next_offset": "я" * 33}, "NEXT_OFFSET_INVALID"),
    ({"results": [], "button": {"text": "Спросить", "start_parameter": "где зерно"}}, "START_PARAM_INVALID"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "reason"), REFUSED)
async def test_answer_is_refused(local: LocalBotApi, given: dict[str, Any], reason: str) -> None:
    query_id = local.people.ask_inline(local.private(), "зерно")
    answer = await local.call("answerInlineQuery", inline_query_id=query_id, **given)
    assert answer["description"] == f"Bad Request: {reason}"
    assert await local.result("answerInlineQuery", inline_query_id=query_id, results=[article("1")])


async def test_late_and_repeated_answers_are_refused(local: LocalBotApi) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    query_id = local.people.ask_inline(local.private(), "зерно")
    local.clock.pass_seconds(11)
    late = await local.call("answerInlineQuery", inline_query_id=query_id, results=[])
    assert late["description"] == too_old


async def _answered(local: LocalBotApi, query_id: str, **given: Any) -> None:
    assert await local.result("answerInlineQuery", inline_query_id=query_id, results=[article("1")], **given)


async def test_cache_answers_the_same_query_until_its_time_is_over(local: LocalBotApi) -> None:
    await _answered(local, local.people.ask_inline(local.private(), "зерно"), cache_time=30)
    shown: list[Event] = []
    local.world.listen(shown.append)
    local.people.ask_inline(local.private(YERLAN), "зерно")
    assert [event.kind for event in shown] == ["inline_answer"]
    assert len(await local.updates()) == 1
    local.people.ask_inline(local.private(YERLAN), "зерно", offset="5")
    local.people.ask_inline(local.private(YERLAN), "уголь")
    assert len(await local.updates()) == 3
    local.clock.pass_seconds(31)
    local.people.ask_inline(local.private(YERLAN), "зерно")
    assert len(await local.updates()) == 4


async def test_personal_answers_are_cached_for_one_user(local: LocalBotApi) -> None:
    await _answered(local, local.people.ask_inline(local.private(), "зерно"), is_personal=True)
    local.people.ask_inline(local.private(YERLAN), "зерно")
    local.people.ask_inline(local.private(ANNA), "зерно")
    assert len(await local.updates()) == 2


async def test_query_is_cut_at_256_characters(local: LocalBotApi) -> None:
    local.people.ask_inline(local.private(), "я" * 300)
    (update,) = await local.updates()
    assert len(update["inline_query"]["query"]) == 256


async def test_choice_is_sent_via_the_bot_and_told_to_it(local: LocalBotApi) -> None:
    await local.updates(allowed_updates=["message", "inline_query", "chosen_inline_result", "callback_query"])
    query_id = local.people.ask_inline(local.in_group(), "зерно")
    results = [article("1", reply_markup=_keyboard("more"))]
    await local.result("answerInlineQuery", inline_query_id=query_id, results=results)
    sent = local.people.choose(local.in_group(), query_id, "зерно", "1")
    local.people.tap(YERLAN, sent, "more")
    query, message, chosen, tap = await local.updates()
    assert query["inline_query"]["chat_type"] == "supergroup"
    assert message["message"]["via_bot"]["username"] == "doslovno_bot"
    assert message["message"]["text"] == "слова"
    assert chosen["chosen_inline_result"]["result_id"] == "1"
    inline_id = chosen["chosen_inline_result"]["inline_message_id"]
    assert tap["callback_query"]["inline_message_id"] == inline_id
    assert "message" not in tap["callback_query"]
    assert await local.result("editMessageText", inline_message_id=inline_id, text="другие слова") is True
    assert local.group.messages[sent.id].text == "другие слова"


async def test_unknown_result_cannot_be_chosen(local: LocalBotApi) -> None:
    with pytest.raises(NotPossibleError):
        local.people.choose(local.private(), "1", "зерно", "1")
