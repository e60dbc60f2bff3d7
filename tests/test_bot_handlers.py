"""Handlers: updates through the real Application over a small corpus; only the request at the edge is a stand-in."""

from __future__ import annotations

import asyncio
import logging
import re
import threading
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bot.archive import open_archive
from bot.phrases import phrases_for
from retrieval.answer import Answer
from retrieval.coverage import Coverage
from retrieval.extract import Extract
from retrieval.lookup import Context
from retrieval.verify import Verdict, Verification
from tests.bot_chat import BOT, GROUP, TOKEN, USER, Chat, archive_of, chat_with, message, settings_for
from tests.conftest import BRIDGE
from tests.recording_request import Call, RecordingRequest, refusing

RU, KK, EN = map(phrases_for, ("ru", "kk", "en"))
QUOTE = re.compile(r"<blockquote expandable>(.*?)</blockquote>", re.DOTALL)
ABOUT_BRIDGE = "Сколько тонн держит мост через Илек?"


@pytest.fixture
async def chat(articles: Path) -> AsyncIterator[Chat]:
    settings = settings_for(articles)
    async with chat_with(open_archive(settings), settings) as chat:
        yield chat


def quotes(html: str) -> list[str]:
    return [unescape(words) for words in QUOTE.findall(html)]


async def test_a_question_is_answered_with_credited_words_of_the_article(chat: Chat) -> None:
    (html,) = await chat.says(ABOUT_BRIDGE)
    assert html.startswith("<b>Асан Кали</b>, инженер — в тексте издания «Степной вестник»\n")
    assert "Мост держит семьдесят тонн, а трещин < 2 мм & ржавчины мы не нашли" in quotes(html)[0]
    assert [words for words in quotes(html) if words not in BRIDGE] == []


async def test_marks_of_html_are_escaped_once(chat: Chat) -> None:
    (html,) = await chat.says(ABOUT_BRIDGE)
    assert "трещин &lt; 2 мм &amp; ржавчины" in html
    assert chat.request.sent()[0].given["parse_mode"] == "HTML"


async def test_a_kazakh_question_to_a_kazakh_user(chat: Chat) -> None:
    (html,) = await chat.says("Көлдің суын қорғау", **{"from": USER | {"language_code": "kk"}})
    assert "Әсел Нұрлан" in html and KK.no_date in html


async def test_words_the_corpus_does_not_have_find_nothing(chat: Chat) -> None:
    (html,) = await chat.says("Какая погода завтра?")
    assert html.startswith((RU.why_not["no_match"], RU.why_not["weak_match"])) and quotes(html) == []


@pytest.mark.parametrize(("text", "code"), [("👍🎉", "no_words"), ("???", "no_words")])
async def test_a_question_of_no_words_gets_one_helpful_line(chat: Chat, text: str, code: str) -> None:
    assert await chat.says(text) == [RU.why_not[code]]


async def test_a_question_of_four_thousand_characters_gets_one_helpful_line(chat: Chat) -> None:
    assert await chat.says("а" * 4000) == [RU.too_long.format(length=4000, limit=1000)]


@pytest.mark.parametrize(("language", "phrases"), [("ru", RU), ("kk", KK), ("en", EN), ("de", EN)])
async def test_start_and_help_in_the_users_language(chat: Chat, language: str, phrases: Any) -> None:
    user = USER | {"language_code": language}
    (start,), (help_,) = await chat.says("/start ask", **{"from": user}), await chat.says("/help", **{"from": user})
    assert unescape(start) == phrases.start and unescape(help_) == phrases.help.format(bot=BOT["username"])


async def test_unknown_command_gets_a_helpful_line(chat: Chat) -> None:
    assert await chat.says("/weather Астана") == [RU.unknown_command]


async def test_ask_answers_as_a_question_does(chat: Chat) -> None:
    assert await chat.says(f"/ask {ABOUT_BRIDGE}") == await chat.says(ABOUT_BRIDGE)


async def test_empty_ask_says_how(chat: Chat) -> None:
    assert await chat.says("/ask") == [RU.ask_how]


@pytest.mark.parametrize(
    "fields",
    [
        {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}},
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]},
    ],
)  # fmt: skip
async def test_a_message_without_text_gets_a_helpful_line(chat: Chat, fields: dict[str, Any]) -> None:
    assert await chat.gives(message=message(**fields)) == [RU.not_text]


@pytest.mark.parametrize(
    "update",
    [
        {"edited_message": message(text=ABOUT_BRIDGE)},
        {"message": message(text=ABOUT_BRIDGE, via_bot=BOT)},
        {"message": message(text=ABOUT_BRIDGE, chat=GROUP)},
        {"message": message(new_chat_title="x", chat=GROUP)},
        {"message": message(pinned_message=message(text="x"))},
        {"channel_post": message(text=ABOUT_BRIDGE, chat={"id": -9, "type": "channel", "title": "К"})},
    ],
    ids=["edit", "own inline result", "chatter in a group", "new title", "pinned", "channel"],
)
async def test_what_is_no_question_to_the_bot_is_left_alone(chat: Chat, update: dict[str, Any]) -> None:
    assert await chat.gives(**update) == []


async def test_a_command_to_another_bot_is_left_alone(chat: Chat) -> None:
    assert await chat.says("/help@other_bot", chat=GROUP) == []


async def test_in_a_group_the_answer_is_threaded_to_the_question(chat: Chat) -> None:
    (html,) = await chat.says(f"/ask@{BOT['username']} {ABOUT_BRIDGE}", chat=GROUP)
    assert "Асан Кали" in html
    parameters = chat.request.sent()[0].given["reply_parameters"]
    assert parameters["message_id"] == 3 and parameters["allow_sending_without_reply"]


async def test_in_a_topic_the_answer_stays_there(chat: Chat) -> None:
    topic = {"chat": GROUP | {"is_forum": True}, "is_topic_message": True, "message_thread_id": 44}
    await chat.says(f"/ask {ABOUT_BRIDGE}", **topic)
    assert chat.request.sent()[0].given["message_thread_id"] == 44


async def test_an_inline_query_gives_cards_of_one_extract(chat: Chat) -> None:
    given = await chat.asks_inline(ABOUT_BRIDGE)
    contents = [result["input_message_content"] for result in given["results"]]
    assert given["results"][0]["title"] == "Асан Кали, инженер — в тексте издания «Степной вестник»"
    assert {len(quotes(content["message_text"])) for content in contents} == {1}
    assert {content["parse_mode"] for content in contents} == {"HTML"}
    assert given["cache_time"] <= 60 and given["is_personal"] and "button" not in given


@pytest.mark.parametrize(("query", "text"), [("Какая погода завтра?", RU.inline_nothing), ("", RU.inline_ask)])
async def test_an_inline_query_that_finds_nothing_leads_into_the_chat(chat: Chat, query: str, text: str) -> None:
    given = await chat.asks_inline(query)
    assert given["results"] == [] and given["button"] == {"text": text, "start_parameter": "ask"}


async def test_inline_frame_is_in_the_users_language(chat: Chat) -> None:
    given = await chat.asks_inline(ABOUT_BRIDGE, "en")
    assert EN.no_date in given["results"][0]["input_message_content"]["message_text"]


async def test_an_inline_answer_that_comes_too_late_is_dropped_quietly(
    chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    chat.request.refuse = refusing("answerInlineQuery", 400, late)
    await chat.asks_inline(ABOUT_BRIDGE)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


class Searcher:
    """Stands in for a corpus: it answers nothing."""

    coverage = Coverage(0)

    def verify(self, quotation: str) -> Verification:
        return Verification(Verdict.NOT_FOUND)

    def answer(self, question: str, *how: Any, **asked: Any) -> Answer:
        return Answer(question, "ru", (), "no_match")

    def extract_by_id(self, id: str) -> Extract | None:
        return None

    def context_of(self, id: str) -> Context | None:
        return None


class Broken(Searcher):
    """Fails, with a user's words in the error."""

    def answer(self, question: str, *how: Any, **asked: Any) -> Answer:
        raise KeyError(question)


async def test_an_error_is_logged_without_the_users_words_and_told_plainly(
    articles: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with chat_with(archive_of(Broken()), settings_for(articles)) as chat:
        assert await chat.says("мои тайные слова") == [RU.failed]
    assert "KeyError" in caplog.text and "тайные" not in caplog.text and "Анна" not in caplog.text


async def test_an_error_is_reported_to_the_administrators_chat_once_and_without_personal_data(articles: Path) -> None:
    settings = settings_for(articles, DOSLOVNO__TELEGRAM__ADMIN_CHAT="-99")
    async with chat_with(archive_of(Broken()), settings) as chat:
        await chat.says("мои тайные слова")
        await chat.says("мои тайные слова", message_id=4)
    reports = [call.text for call in chat.request.sent() if call.given["chat_id"] == -99]
    assert len(reports) == 1 and reports[0].startswith("Ошибка: KeyError, test_bot_handlers.py:")
    assert "тайные" not in reports[0] and "Анна" not in reports[0]


async def test_too_many_questions_are_refused_once(articles: Path) -> None:
    settings = settings_for(articles, DOSLOVNO__ANSWER__PER_MINUTE="2")
    async with chat_with(archive_of(Searcher()), settings) as chat:
        said = [await chat.says("Мост?", message_id=number) for number in range(1, 6)]
        other = await chat.says("Мост?", message_id=6, **{"from": USER | {"id": 8}})
    nothing = [RU.why_not["no_match"]]
    assert said == [nothing, nothing, [RU.too_many], [], []] and other == nothing


async def test_a_refused_answer_is_told_of_in_another(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    refused = refusing("sendMessage", 400, "Bad Request: can't parse entities")
    chat.request.refuse = lambda call: refused(call) if "<b>" in call.text else None
    assert (await chat.says(ABOUT_BRIDGE))[1:] == [RU.failed]
    assert "Can't parse entities" in caplog.text


async def test_a_user_who_blocked_the_bot_is_not_written_to_again(chat: Chat) -> None:
    chat.request.refuse = refusing("sendMessage", 403, "Forbidden: bot was blocked by the user")
    assert len(await chat.says(ABOUT_BRIDGE)) == 1


class Slow(Searcher):
    """Answers once the bot has been seen typing."""

    def __init__(self) -> None:
        self.seen = threading.Event()

    def answer(self, question: str, *how: Any, **asked: Any) -> Answer:
        assert self.seen.wait(20)
        return Answer(question, "ru", (), "no_match")


async def test_typing_is_shown_while_an_answer_takes_its_time(articles: Path) -> None:
    slow, request = Slow(), RecordingRequest()

    def typing(call: Call) -> None:
        if call.method == "sendChatAction":
            slow.seen.set()

    request.refuse = typing
    async with chat_with(archive_of(slow), settings_for(articles), request) as chat:
        assert await chat.says("Мост?") == [RU.why_not["no_match"]]
    assert [call.method for call in request.calls if call.method != "getMe"] == ["sendChatAction", "sendMessage"]


class Waiting(Searcher):
    """Answers «медленно» only once another question has been answered."""

    def __init__(self) -> None:
        self.another = threading.Event()

    def answer(self, question: str, *how: Any, **asked: Any) -> Answer:
        assert question != "медленно" or self.another.wait(20)
        self.another.set()
        return Answer(question, "ru", (), "no_match")


class LongWork(Slow):
    """Answers once the bot has been seen typing three times."""

    def __init__(self) -> None:
        super().__init__()
        self.signs = 0

    def sign(self, call: Call) -> None:
        self.signs += call.method == "sendChatAction"
        if self.signs == 3:
            self.seen.set()


async def test_the_sign_of_typing_is_renewed_until_the_answer_comes(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handlers.waiting.UNNOTICED", 0.01)
    monkeypatch.setattr("bot.handlers.waiting.RENEWED", 0.01)
    long, request = LongWork(), RecordingRequest()
    request.refuse = long.sign
    async with chat_with(archive_of(long), settings_for(articles), request) as chat:
        await chat.says("Мост?")
    methods = [call.method for call in request.calls if call.method != "getMe"]
    assert methods[:3] == ["sendChatAction"] * 3 and methods[-1] == "sendMessage"


async def test_a_slow_question_holds_no_other_up(articles: Path) -> None:
    async with chat_with(archive_of(Waiting()), settings_for(articles)) as chat:
        both = await asyncio.gather(chat.says("медленно"), chat.says("быстро", message_id=4))
    assert all(RU.why_not["no_match"] in texts for texts in both)


async def test_a_quick_answer_shows_no_typing(chat: Chat) -> None:
    await chat.says(ABOUT_BRIDGE)
    assert chat.request.sent("sendChatAction") == []


async def test_no_call_is_logged_with_the_users_words(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        await chat.says(ABOUT_BRIDGE)
        await chat.asks_inline(ABOUT_BRIDGE)
    assert "Илек" not in caplog.text and TOKEN not in caplog.text and "Анна" not in caplog.text
