"""The real bot in a private chat: questions, buttons, edits, links, and what is no question."""

from __future__ import annotations

from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
import pytest_asyncio

from bot.phrases import Phrases, phrases_for
from playground.world.cast import ANNA, EDITOR, EMILY, YERLAN
from playground.world.users import User
from tests.newsroom import ASKED, SWANS, newsroom
from tests.real_bot import RealBot, buttons, clean_bot, labels

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU, KK, EN = map(phrases_for, ("ru", "kk", "en"))
NOTHING = (RU.why_not["no_match"], RU.why_not["weak_match"])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("private")
    async with clean_bot(newsroom(folder / "articles"), folder / "state") as running:
        yield running


def quoted(message: dict[str, object], number: int) -> str:
    """The n-th quote of a message, as its entities mark it."""
    found = [entity for entity in message["entities"] if "blockquote" in entity["type"]]  # type: ignore[attr-defined]
    units = str(message["text"]).encode("utf-16-le")
    place = found[number - 1]
    return units[2 * place["offset"] : 2 * (place["offset"] + place["length"])].decode("utf-16-le")


def swans_in(words: str) -> list[str]:
    """What is said of swans in an extract, which may be the whole of a short article."""
    return [said for *_, said in SWANS if said in words]


async def test_an_answer_has_three_extracts_with_credits_and_buttons(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    assert [len(swans_in(quoted(answer, number))) for number in (1, 2, 3)] == [1, 1, 1]
    assert "Асан Сеитов, егерь — в тексте издания «Степной вестник»\n" in answer["text"]
    assert "\n2 февраля 2031 года · Зимовка на озере Балтыр" in answer["text"]
    assert answer["text"].endswith("1/3")
    assert labels(answer) == [
        *(f"{RU.context} {number}" for number in (1, 2, 3)),
        *(f"{RU.source} {number}" for number in (1, 2, 3)),
        RU.more,
    ]


async def test_more_turns_in_place_through_all_seven_and_back(bot: RealBot) -> None:
    first = await bot.asked(ASKED)
    second = await bot.turned(first, RU.more)
    third = await bot.turned(second, RU.more)
    assert [page["message_id"] for page in (second, third)] == [first["message_id"]] * 2
    shown = [quoted(page, number) for page in (first, second) for number in (1, 2, 3)] + [quoted(third, 1)]
    assert sorted(said for words in shown for said in swans_in(words)) == sorted(words for *_, words in SWANS)
    assert labels(third)[-1] == RU.back and RU.more not in labels(third)
    assert (await bot.turned(third, RU.back))["text"] == second["text"]


async def test_context_shows_the_sentences_around_with_the_words_marked(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    words = quoted(answer, 2)
    context = await bot.turned(answer, f"{RU.context} 2")
    around = quoted(context, 1)
    assert around.startswith("Мороз в этом году пришёл рано.") and words in around and "по субботам." in around
    marked = [entity for entity in context["entities"] if entity["type"] == "bold"]
    units = context["text"].encode("utf-16-le")
    assert [units[2 * m["offset"] : 2 * (m["offset"] + m["length"])].decode("utf-16-le") for m in marked] == [words]
    assert (await bot.turned(context, RU.to_answer))["text"] == answer["text"]


async def test_source_leads_to_the_words_in_the_article(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    (url,) = [button["url"] for button in buttons(answer) if button["text"] == f"{RU.source} 1"]
    opening = quote(" ".join(quoted(answer, 1).split()[:6]))
    assert url.startswith(f"https://example.org/news/2#:~:text={opening}")


async def test_a_link_opens_the_same_words_for_anybody_in_their_language(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    context = await bot.turned(answer, f"{RU.context} 1")
    (link,) = [entity["url"] for entity in context["entities"] if entity.get("url", "").startswith("https://t.me/")]
    assert link.startswith(f"https://t.me/{bot.local.world.bot.username}?start=q_")
    opened = await bot.asked(f"/start {link.partition('start=')[2]}", bot.local.private(EMILY))
    assert quoted(opened, 1) == quoted(answer, 1)
    assert labels(opened) == [EN.context, EN.source]


@pytest.mark.parametrize("id", ["AAAA", "A" * 60, "x_y-z"])
async def test_a_link_to_words_that_are_not_there_says_so(bot: RealBot, id: str) -> None:
    assert (await bot.asked(f"/start q_{id}"))["text"] == RU.withdrawn


async def test_the_same_question_has_the_same_answer(bot: RealBot) -> None:
    assert (await bot.asked(ASKED))["text"] == (await bot.asked(ASKED))["text"]


async def test_double_taps_are_answered_and_change_nothing_twice(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    before = len(bot.taps)
    for _ in range(5):
        bot.tap(answer, RU.more)
    await bot.until(lambda: len(bot.taps) == before + 5 and bot.message(answer).text.endswith("2/3"))
    await bot.quiet()
    assert bot.message(answer).text.endswith("2/3")
    assert [tap["text"] for tap in bot.taps[before:]] == [None] * 5


async def test_a_tap_is_answered_before_the_message_changes(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    before = len(bot.local.api.recorder.calls)
    await bot.turned(answer, RU.more)
    made = list(bot.local.api.recorder.calls)[before:]
    own = [call for call in made if str(call.given.get("message_id")) == str(answer["message_id"])]
    assert [call.method for call in made if call in own or call.method == "answerCallbackQuery"] == [
        "answerCallbackQuery", "editMessageText",
    ]  # fmt: skip


@pytest.mark.parametrize("data", ["p:unknown1:2", "c:unknown1:1", "whatever", "p:" + "x" * 60])
async def test_a_button_of_an_answer_not_kept_says_that_it_is_out_of_date(bot: RealBot, data: str) -> None:
    answer = await bot.asked(ASKED)
    before = len(bot.taps)
    bot.local.people.tap(ANNA, bot.message(answer), data)
    await bot.until(lambda: len(bot.taps) > before)
    assert (bot.taps[before]["text"], bot.taps[before]["alert"]) == (RU.outdated, True)


async def test_a_tap_on_an_answer_deleted_meanwhile_is_answered(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    message = bot.message(answer)
    bot.local.people.delete(message)
    before = len(bot.taps)
    bot.local.people.tap(ANNA, message, buttons(answer)[-1]["callback_data"])
    await bot.until(lambda: len(bot.taps) > before)
    await bot.quiet()


async def test_an_edited_question_edits_the_answer(bot: RealBot) -> None:
    answer = await bot.asked(ASKED)
    question = list(bot.local.private().chat.messages.values())[-2]
    changed = await bot.changed(answer, lambda: bot.local.people.edit(ANNA, question, "Кто живёт на озере Сасык?"))
    assert changed["text"] != answer["text"]
    nothing = await bot.changed(answer, lambda: bot.local.people.edit(ANNA, question, "Какая завтра погода в Риме?"))
    assert nothing["text"].startswith(NOTHING) and RU.more not in labels(nothing)


async def test_an_edit_that_comes_at_once_finds_the_answer(bot: RealBot) -> None:
    before = len(bot.said)
    question = bot.local.people.say(bot.local.private(), ASKED)
    bot.local.people.edit(ANNA, question, "Кто живёт на озере Сасык?")
    await bot.says(before + 2)
    first, edited = bot.said[before:]
    assert edited["message_id"] == first["message_id"] and edited["text"] != first["text"]


async def test_an_edited_command_does_not_run_again(bot: RealBot) -> None:
    await bot.asked("/help")
    command = list(bot.local.private().chat.messages.values())[-2]
    before = len(bot.said)
    bot.local.people.edit(ANNA, command, "/about")
    await bot.quiet()
    assert len(bot.said) == before


async def test_help_offers_three_questions_to_tap(bot: RealBot) -> None:
    help_ = await bot.asked("/help")
    assert labels(help_) == list(RU.examples)
    answer = await bot.after(lambda: bot.tap(help_, RU.examples[0]))
    assert answer["text"].startswith(NOTHING)


@pytest.mark.parametrize(
    ("text", "code", "user", "phrases"),
    [("как дела?", "small_talk", ANNA, RU), ("не істей аласың", "about_bot", YERLAN, KK),
     ("hello", "greeting", EMILY, EN)],
    ids=["ru", "kk", "en"],
)  # fmt: skip
async def test_small_talk_is_answered_with_questions_to_tap(
    bot: RealBot, text: str, code: str, user: User, phrases: Phrases
) -> None:
    told = await bot.asked(text, bot.local.private(user))
    assert told["text"] == phrases.why_not[code] and labels(told) == list(phrases.examples)


async def test_thanks_get_a_short_courtesy(bot: RealBot) -> None:
    told = await bot.asked("Спасибо большое!")
    assert told["text"] == RU.why_not["thanks"] and "reply_markup" not in told


async def test_start_offers_questions_to_tap(bot: RealBot) -> None:
    assert labels(await bot.asked("/start")) == list(RU.examples)


async def test_commands_for_everybody(bot: RealBot) -> None:
    about, sources = await bot.asked("/about"), await bot.asked("/sources")
    assert "Статей в собрании: 7 (ru 7), изданий: 1" in about["text"]
    assert sources["text"].endswith("Степной вестник: 7")
    assert "/forget" in (await bot.asked("/privacy"))["text"]


async def test_forget_deletes_ones_own_answers_alone(bot: RealBot) -> None:
    of_anna, of_yerlan = await bot.asked(ASKED), await bot.asked(ASKED, bot.local.private(YERLAN))
    assert (await bot.asked("/forget"))["text"].startswith("Готово")
    assert (await bot.tapped(of_anna, RU.more))["text"] == RU.outdated
    assert (await bot.tapped(of_yerlan, KK.more, YERLAN))["text"] is None


@pytest.mark.parametrize("command", ["/reload", "/stats", "/version", "/weather"])
async def test_the_administrators_commands_are_unknown_to_others(bot: RealBot, command: str) -> None:
    assert (await bot.asked(command))["text"] == RU.unknown_command


@pytest.mark.parametrize(
    ("text", "line"),
    [("/ask", RU.ask_how), ("👍🎉", RU.why_not["no_words"]), ("а" * 4000, RU.too_long.format(length=4000, limit=1000))],
)
async def test_what_is_hardly_a_question_gets_one_helpful_line(bot: RealBot, text: str, line: str) -> None:
    assert (await bot.asked(text))["text"] == line


FILE = {"file_id": "a", "file_unique_id": "b"}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ({"voice": FILE | {"duration": 1}}, RU.not_text),
        ({"photo": [FILE | {"width": 1, "height": 1}]}, RU.not_text),
        ({"document": FILE | {"file_name": "a.txt"}}, RU.not_text),
        (
            {"text": ASKED, "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Некто"}},
            RU.forwarded,
        ),
    ],
    ids=["voice", "photo", "document", "forward"],
)
async def test_what_is_no_text_gets_one_helpful_line(bot: RealBot, content: dict[str, object], line: str) -> None:
    told = await bot.after(lambda: bot.local.people.post(bot.local.private(), content))
    assert told["text"] == line


async def test_a_question_under_a_photo_is_answered(bot: RealBot) -> None:
    photo = {"photo": [FILE | {"width": 1, "height": 1}], "caption": ASKED}
    answer = await bot.after(lambda: bot.local.people.post(bot.local.private(), photo))
    assert answer["text"] == (await bot.asked(ASKED))["text"]


async def test_marks_of_html_arrive_intact(bot: RealBot, tmp_path: Path) -> None:
    nothing = await bot.asked("<b>a & b</b>?")
    assert "&amp;" not in nothing["text"] and "&lt;" not in unescape(nothing["text"])


async def test_menus_are_set_by_scope_and_language(bot: RealBot) -> None:
    commands, world = bot.local.api.commands, bot.local.world
    await bot.until(lambda: bool(commands.shown_to(EDITOR, world.chats[EDITOR.id])))
    everybody = [command["command"] for command in commands.shown_to(ANNA, world.chats[ANNA.id])]
    assert everybody == ["ask", "check", "help", "about", "sources", "privacy", "forget"]
    described = [commands.shown_to(user, world.chats[user.id])[0]["description"] for user in (ANNA, YERLAN, EMILY)]
    assert described == [RU.commands["ask"], KK.commands["ask"], EN.commands["ask"]]
    group = [command["command"] for command in commands.shown_to(ANNA, bot.local.group)]
    assert group == ["ask", "check", "help", "about", "sources", "privacy"]


async def test_nothing_was_refused(bot: RealBot) -> None:
    """Last: of all the calls above, only edits of what stood there already or was deleted."""
    harmless = ("message is not modified", "message to edit not found")
    assert [line for line in bot.refused if not any(reason in line for reason in harmless)] == []
