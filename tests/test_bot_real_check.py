"""The real bot asked to check a quotation: word for word, altered, joined, another's, not said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.world.cast import ANNA, EMILY, YERLAN
from tests.newsroom import SWANS, newsroom
from tests.real_bot import RealBot, clean_bot, labels

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU, EN = phrases_for("ru"), phrases_for("en")
SAID = SWANS[1][3]  # by Асан Сеитов
OTHER = SWANS[6][3]  # by Анна Белова
ALTERED = SAID.replace("семнадцать", "семьдесят")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("check")
    async with clean_bot(newsroom(folder / "articles"), folder / "state") as running:
        running.local.group.privacy = False
        yield running


def marked(message: dict[str, Any], kind: str) -> list[str]:
    """What stands in the message in one style."""
    units = message["text"].encode("utf-16-le")
    places = [(each["offset"], each["offset"] + each["length"]) for each in message["entities"] if each["type"] == kind]
    return [units[2 * start : 2 * stop].decode("utf-16-le") for start, stop in places]


async def test_word_for_word_with_who_where_and_when(bot: RealBot) -> None:
    verdict = await bot.asked(f"/check {SAID}")
    assert verdict["text"].startswith(f"{RU.word_for_word}\n\nАсан Сеитов, егерь\n")
    assert marked(verdict, "expandable_blockquote") == [SAID]
    assert "Степной вестник · 2 февраля 2031 года" in verdict["text"]
    assert labels(verdict) == [RU.context, RU.source]


async def test_the_words_around_and_back_to_the_verdict(bot: RealBot) -> None:
    verdict = await bot.asked(f"/check {ALTERED}")
    context = await bot.turned(verdict, RU.context)
    assert "Мороз в этом году пришёл рано." in context["text"]
    assert (await bot.turned(context, RU.to_answer))["text"] == verdict["text"]


async def test_other_marks_and_letters_are_no_difference(bot: RealBot) -> None:
    same = SAID.replace(",", " –").replace("ё", "е").upper()
    assert (await bot.asked(f"/check «{same}»"))["text"].startswith(RU.word_for_word)


async def test_an_altered_quotation_has_its_differences_marked(bot: RealBot) -> None:
    verdict = await bot.asked(f"/check {ALTERED}")
    assert verdict["text"].startswith(f"{RU.altered}\n• семьдесят → семнадцать\n\nАсан Сеитов, егерь")
    assert marked(verdict, "strikethrough") == ["семьдесят"] and "семнадцать" in marked(verdict, "bold")
    assert marked(verdict, "expandable_blockquote") == [SAID]


async def test_words_given_to_another_are_told(bot: RealBot) -> None:
    verdict = await bot.asked(f"/check «{SAID}», – сказал Иван Петров")
    other = RU.credits["anothers"].format(speakers="Асан Сеитов", alleged="Иван Петров")
    assert verdict["text"].startswith(f"{RU.word_for_word_but.format(but=other)}\n\nАсан Сеитов, егерь\n")


async def test_a_headline_is_told_as_one_and_its_buttons_work(bot: RealBot) -> None:
    verdict = await bot.asked("/check Зимовка на озере Балтыр")
    assert verdict["text"].startswith(f"{RU.word_for_word} {RU.is_printed_as.format(what=RU.printed_as['headline'])}")
    context = await bot.turned(verdict, RU.context)
    assert "Зимовка на озере Балтыр" in context["text"]
    assert (await bot.turned(context, RU.to_answer))["text"] == verdict["text"]


async def test_words_cut_off_are_told_with_what_is_missing(bot: RealBot) -> None:
    verdict = await bot.asked("/check улетели, зимует больше сотни птиц")
    assert verdict["text"].startswith(f"{RU.cut}\n• {RU.left_out}не\n\nОльга Зимина")


async def test_words_joined_from_two_places_are_told(bot: RealBot) -> None:
    joined = " ".join([*SAID.split()[:7], *OTHER.split()[2:]])
    verdict = await bot.asked(f"/check {joined}")
    assert verdict["text"].startswith(RU.joined) and {"1. Асан", "2. Анна"} <= {
        line[:7] for line in verdict["text"].split("\n")
    }
    assert labels(verdict)[:2] == [f"{RU.context} 1", f"{RU.context} 2"]


async def test_what_nobody_said_is_said_to_be_not_there(bot: RealBot) -> None:
    verdict = await bot.asked("/check Паром утонул в прошлую среду у самого берега, и никто не удивился")
    assert verdict["text"] == f"{RU.not_said} {RU.not_said_here.format(articles=7)}" and labels(verdict) == []


@pytest.mark.parametrize("marks", ["«{}»", "“{}”", "„{}“", '"{}"', "«{}».", " «{}» ", "Асан Сеитов: «{}»"])
async def test_a_message_in_quotation_marks_is_checked(bot: RealBot, marks: str) -> None:
    assert (await bot.asked(marks.format(SAID)))["text"].startswith(RU.word_for_word)


@pytest.mark.parametrize(
    "text", ["«лебеди на озере»", f"«{SAID}», – это о лебедях?", "«Лебеди» и озеро, или же рыбак и его «полынья»?"]
)
async def test_other_marks_make_no_quotation_of_a_question(bot: RealBot, text: str) -> None:
    answer = await bot.asked(text)
    assert not answer["text"].startswith((RU.word_for_word, RU.altered, RU.joined, RU.not_said))


async def test_check_in_reply_takes_the_other_message(bot: RealBot) -> None:
    someones = bot.local.people.say(bot.local.in_group(YERLAN), ALTERED)
    verdict = await bot.asked("/check", bot.local.in_group(), someones.id)
    assert "• семьдесят → семнадцать" in verdict["text"]


async def test_check_in_reply_to_a_forwarded_message(bot: RealBot) -> None:
    forwarded = {"text": SAID, "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Некто"}}
    told = await bot.after(lambda: bot.local.people.post(bot.local.private(), forwarded))
    assert told["text"] == RU.forwarded
    message = list(bot.local.private().chat.messages.values())[-2]
    assert (await bot.asked("/check", reply_to=message.id))["text"].startswith(RU.word_for_word)


async def test_an_edited_quotation_has_its_verdict_edited(bot: RealBot) -> None:
    verdict = await bot.asked(f"/check {ALTERED}")
    message = list(bot.local.private().chat.messages.values())[-2]
    changed = await bot.changed(verdict, lambda: bot.local.people.edit(ANNA, message, f"/check {SAID}"))
    assert changed["text"].startswith(RU.word_for_word)


async def test_check_alone_says_how_in_private_and_nothing_in_a_group(bot: RealBot) -> None:
    assert (await bot.asked("/check"))["text"] == RU.check_how
    before = len(bot.in_chat(bot.local.group.id))
    bot.local.people.say(bot.local.in_group(), "/check")
    bot.local.people.say(bot.local.in_group(), f"/check@other_bot {SAID}")
    await bot.quiet()
    assert len(bot.in_chat(bot.local.group.id)) == before


async def test_too_long_a_quotation_gets_one_line(bot: RealBot) -> None:
    assert (await bot.asked("/check " + "а" * 2000))["text"] == RU.too_long.format(length=2000, limit=1000)


async def test_the_verdict_is_in_the_users_language(bot: RealBot) -> None:
    assert (await bot.asked(f"/check {SAID}", bot.local.private(EMILY)))["text"].startswith(EN.word_for_word)


async def test_nothing_was_refused_and_no_word_was_logged(bot: RealBot) -> None:
    """Last."""
    assert bot.refused == [] and "лебед" not in bot.log
