"""Doors: by which ways words come to the bot: captions, albums, chosen parts, replies, senders without a language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bot.archive import open_archive
from bot.phrases import phrases_for
from tests.bot_chat import BOT, GROUP, PRIVATE, USER, Chat, chat_with, message, settings_for

RU, KK, EN = map(phrases_for, ("ru", "kk", "en"))
ASKED = "Сколько тонн держит мост через Илек?"
SAID = "Мост держит семьдесят тонн, а трещин"
PRINTED = "Мост держит семьдесят тонн, а трещин < 2 мм & ржавчины мы не нашли"
NAME = f"@{BOT['username']}"
SOMEBODY = {"id": 8, "is_bot": False, "first_name": "Иван", "language_code": "ru"}
PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
LONG = f"Вчера мы долго спорили обо всём на свете, от погоды до цен на сыр. {ASKED} И ещё о том, где жить."


@pytest.fixture
async def chat(articles: Path) -> AsyncIterator[Chat]:
    settings = settings_for(articles)
    async with chat_with(open_archive(settings), settings) as chat:
        yield chat


def photo(caption: str = "", **fields: Any) -> dict[str, Any]:
    """As Telegram tells a photo, with the mentions under it marked."""
    place = caption.find(NAME)
    mention = [{"type": "mention", "offset": place, "length": len(NAME)}] if place >= 0 else []
    told = {"caption": caption, "caption_entities": mention} if caption else {}
    return message(photo=PHOTO, **told, **fields)


def mention(rest: str = "", **fields: Any) -> dict[str, Any]:
    entity = {"type": "mention", "offset": 0, "length": len(NAME)}
    return message(text=f"{NAME} {rest}".strip(), entities=[entity], chat=GROUP, **fields)


def somebodys(text: str = LONG, **fields: Any) -> dict[str, Any]:
    return {"message_id": 2, "date": 0, "chat": GROUP, "from": SOMEBODY, "text": text} | fields


def is_answer(said: list[str]) -> bool:
    return len(said) == 1 and SAID in said[0]


@pytest.mark.parametrize(
    "update",
    [
        photo(ASKED),
        photo(f"/ask {ASKED}"),
        photo(f"{NAME} {ASKED}", chat=GROUP),
        photo(f"{ASKED} {NAME}", chat=GROUP),
        photo(f"/ask {ASKED}", chat=GROUP),
        photo(ASKED, chat=GROUP, reply_to_message=somebodys("Слова бота", **{"from": BOT})),
        mention(reply_to_message=somebodys("", photo=PHOTO, caption=ASKED)),
    ],
    ids=["private", "private /ask", "mention", "mention behind", "/ask", "reply to the bot", "reply to a photo"],
)
async def test_what_stands_under_a_photo_is_read(chat: Chat, update: dict[str, Any]) -> None:
    assert is_answer(await chat.gives(message=update))


@pytest.mark.parametrize("update", [photo(ASKED, chat=GROUP), photo("@other_bot " + ASKED, chat=GROUP)])
async def test_others_photos_in_a_group_are_left_alone(chat: Chat, update: dict[str, Any]) -> None:
    assert await chat.gives(message=update) == []


async def test_another_command_under_a_photo_is_unknown(chat: Chat) -> None:
    assert await chat.gives(message=photo("/weather")) == [RU.unknown_command]


async def test_an_edited_caption_edits_the_answer(chat: Chat) -> None:
    await chat.gives(message=photo("Какая погода завтра?"))
    await chat.gives(edited_message=photo(ASKED, edit_date=1))
    (edit,) = chat.request.sent("editMessageText")
    assert SAID in edit.text


async def test_an_album_gets_one_hint(chat: Chat) -> None:
    said = [await chat.gives(message=photo(media_group_id="77", message_id=number)) for number in (3, 4, 5)]
    assert said == [[RU.not_text], [], []]
    assert await chat.gives(message=photo(media_group_id="78", message_id=6)) == [RU.not_text]


async def test_an_album_with_a_question_gets_its_answer_alone(chat: Chat) -> None:
    assert is_answer(await chat.gives(message=photo(ASKED, media_group_id="77")))
    assert await chat.gives(message=photo(media_group_id="77", message_id=4)) == []


async def test_a_forwarded_album_gets_one_hint(chat: Chat) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Некто"}
    album = [photo(ASKED, media_group_id="77", message_id=number, forward_origin=origin) for number in (3, 4)]
    assert [await chat.gives(message=one) for one in album] == [[RU.forwarded], []]


@pytest.mark.parametrize(
    "fields",
    [
        {"reply_to_message": somebodys(), "quote": {"text": ASKED, "position": 67, "is_manual": True}},
        {"reply_to_message": somebodys(), "quote": {"text": ASKED, "position": 67}},
        {
            "external_reply": {"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Некто"}},
            "quote": {"text": ASKED, "position": 67, "is_manual": True},
        },
    ],
    ids=["chosen", "chosen by Telegram", "of another chat"],
)
async def test_the_chosen_part_of_a_message_is_the_question(chat: Chat, fields: dict[str, Any]) -> None:
    assert is_answer(await chat.gives(message=mention(**fields)))
    assert is_answer(await chat.gives(message=mention("ответь", **fields)))


@pytest.mark.parametrize("words", ["ответь", "Что скажешь?", "а ты что думаешь?", "жауап берші", "answer this"])
async def test_who_asks_to_answer_means_the_other_message(chat: Chat, words: str) -> None:
    assert is_answer(await chat.gives(message=mention(words, reply_to_message=somebodys(ASKED))))
    command = [{"type": "bot_command", "offset": 0, "length": 4}]
    asked = message(text=f"/ask {words}", entities=command, chat=GROUP, reply_to_message=somebodys(ASKED))
    assert is_answer(await chat.gives(message=asked))


@pytest.mark.parametrize("words", ["проверь", "Это правда?", "тексерші", "is it true?"])
async def test_who_asks_to_check_means_the_other_message(chat: Chat, words: str) -> None:
    (verdict,) = await chat.gives(message=mention(words, reply_to_message=somebodys(PRINTED)))
    assert RU.word_for_word in verdict and "Асан Кали" in verdict


async def test_words_of_ones_own_are_the_question_in_a_reply_too(chat: Chat) -> None:
    asked = mention(ASKED, reply_to_message=somebodys("Баржа с пшеницей идёт через Каспий четверо суток"))
    assert is_answer(await chat.gives(message=asked))


NOBODY = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNELS = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
LINKED = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
CHANNEL = {"id": -1009, "type": "channel", "title": "Канал"}


@pytest.mark.parametrize(
    ("sender", "behind"),
    [(NOBODY, GROUP), (CHANNELS, CHANNEL), (LINKED, CHANNEL)],
    ids=["anonymous", "channel", "post"],
)
@pytest.mark.parametrize(
    ("question", "phrases"), [(ASKED, RU), ("Көлдің суы неше метрге түсті?", KK), ("How heavy is the Ilek bridge", EN)]
)
async def test_without_a_language_the_questions_is_spoken(
    chat: Chat, sender: dict[str, Any], behind: dict[str, Any], question: str, phrases: Any
) -> None:
    command = [{"type": "bot_command", "offset": 0, "length": 4}]
    asked = message(text=f"/ask {question}", entities=command, chat=GROUP, sender_chat=behind) | {"from": sender}
    (html,) = await chat.gives(message=asked)
    assert phrases.no_date in html or unescape(html).startswith(tuple(phrases.why_not.values()))


async def test_the_users_language_is_stronger_than_the_questions(chat: Chat) -> None:
    (html,) = await chat.says(ASKED, **{"from": USER | {"language_code": "kk"}, "chat": PRIVATE})
    assert KK.no_date in html


async def test_inline_without_a_language_the_querys_is_spoken(chat: Chat) -> None:
    user = {key: value for key, value in USER.items() if key != "language_code"}
    await chat.gives(inline_query={"id": "11", "from": user, "query": ASKED, "offset": ""})
    (given,) = [call.given for call in chat.request.sent("answerInlineQuery")]
    assert RU.no_date in given["results"][0]["input_message_content"]["message_text"]
