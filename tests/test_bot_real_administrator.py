"""The real bot and its administrator: /reload, documents, /stats, and errors told without a user's words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.phrases import phrases_for
from playground.people.people import Seat
from playground.world.cast import ANNA, EDITOR
from tests.newsroom import ASKED, SWANS, article, newsroom
from tests.real_bot import RealBot, clean_bot, labels

pytestmark = pytest.mark.asyncio(loop_scope="module")

RU = phrases_for("ru")
HERONS = article(8, "Цаплиное", "лесничий", "Юрий Воронов", "Цапель на озере Цаплиное гнездится восемьдесят пар")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RealBot]:
    folder = tmp_path_factory.mktemp("administrator")
    async with clean_bot(newsroom(folder / "articles"), folder / "state") as running:
        await running.asked("/start", running.local.private(EDITOR))
        yield running


def corpus(bot: RealBot) -> Path:
    return Path(bot.environment["CORPUS_PATH"])


def editor(bot: RealBot) -> Seat:
    return bot.local.private(EDITOR)


async def reported(bot: RealBot, text: str = "/reload") -> str:
    """What the message of a reload says in the end."""
    told = await bot.asked(text, editor(bot))
    return await finished(bot, told["message_id"])


async def finished(bot: RealBot, message_id: int) -> str:
    chat = editor(bot).chat
    await bot.until(lambda: chat.messages[message_id].text.startswith(("Готово", "Не получилось")))
    return chat.messages[message_id].text


async def uploaded(bot: RealBot, name: str, content: bytes, by: Seat | None = None) -> str:
    told = await bot.after(lambda: bot.local.people.upload(by or editor(bot), name, "text/plain", content))
    return str(told["text"])


async def test_a_reload_reports_by_editing_one_message_and_answers_come_from_what_is_new(bot: RealBot) -> None:
    old = await bot.asked(ASKED)
    (corpus(bot) / "цапли.md").write_text(HERONS, encoding="utf-8")
    (corpus(bot) / "лебеди-1.md").write_text(article(1, *SWANS[0]) + "\nСнег глубок.\n", encoding="utf-8")
    (corpus(bot) / "лебеди-7.md").unlink()
    (corpus(bot) / "битый.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    report = await reported(bot)
    assert "Добавлено: 1\n• цапли.md" in report and "Изменено: 1\n• лебеди-1.md" in report
    assert "Убрано: 1\n• лебеди-7.md" in report
    assert "Отклонено: 1\n• битый.md: has a header that cannot be read: line" in report
    assert "Цаплиное" in (await bot.asked("Сколько пар цапель гнездится на озере?"))["text"]
    await the_old_answer_turns_and_names_what_is_withdrawn(bot, old)
    (corpus(bot) / "битый.md").unlink()


async def the_old_answer_turns_and_names_what_is_withdrawn(bot: RealBot, old: dict[str, object]) -> None:
    """The article changed gives none of its words for the old ones, though it still has them."""
    shown = await bot.turned(await bot.turned(old, RU.more), RU.back)
    assert shown["text"].count(RU.withdrawn) == 2 and f"{RU.context} 1" in labels(shown)
    assert "Иван Петров" not in shown["text"] and "Анна Белова" not in shown["text"]


async def test_nothing_changed_is_said(bot: RealBot) -> None:
    await reported(bot)
    assert (await reported(bot)).endswith(RU.reload_same)


async def test_inline_shows_the_new_corpus_once_its_cache_is_over(bot: RealBot) -> None:
    query = "чибисы на озере Чибисовое"
    first = bot.local.people.ask_inline(bot.local.private(), query)
    await bot.until(lambda: first in bot.local.api.inline_answers)
    words = "Чибисы на озере Чибисовое вывели птенцов в мае"
    (corpus(bot) / "чибисы.md").write_text(article(9, "Чибисовое", "сторож", "Олег Рябов", words), encoding="utf-8")
    await reported(bot)
    bot.local.clock.pass_seconds(31)
    second = bot.local.people.ask_inline(bot.local.private(), query)
    await bot.until(lambda: second in bot.local.api.inline_answers)
    assert any(words in result["description"] for result in bot.local.api.inline_answers[second].results)


async def test_a_second_reload_is_refused_while_one_runs(bot: RealBot) -> None:
    for number in range(40):
        (corpus(bot) / f"новое-{number}.md").write_text(article(number % 28 + 1, f"Новое{number}", *SWANS[0][1:]))
    people = bot.local.people
    before = len(bot.said)
    people.say(editor(bot), "/reload")
    people.say(editor(bot), "/reload")
    await bot.until(lambda: len(bot.said) >= before + 2)
    first = [message["text"] for message in bot.said[before:]]
    assert RU.reload_busy in first
    (told,) = [message for message in bot.said[before:] if message["text"] != RU.reload_busy][:1]
    assert "Добавлено: 40" in await finished(bot, told["message_id"])
    for number in range(40):
        (corpus(bot) / f"новое-{number}.md").unlink()
    await reported(bot)


async def test_an_emptied_corpus_is_not_taken_over(bot: RealBot, tmp_path: Path) -> None:
    away = tmp_path / "away"
    corpus(bot).rename(away)
    assert "does not exist" in await reported(bot)
    corpus(bot).mkdir()
    assert RU.reload_empty in await reported(bot)
    assert "лебедей" in (await bot.asked(ASKED))["text"]
    corpus(bot).rmdir()
    away.rename(corpus(bot))


async def test_an_article_sent_as_a_document_is_saved_read_and_answered_from(bot: RealBot) -> None:
    words = "Журавли на озере Журавлиное танцуют каждое утро"
    text = article(10, "Журавлиное", "биолог", "Ева Крюкова", words)
    told = await bot.after(lambda: bot.local.people.upload(editor(bot), "журавли.md", "text/markdown", text.encode()))
    assert told["text"].startswith("Файл журавли.md принят")
    assert "Добавлено: 1\n• журавли.md" in await finished(bot, told["message_id"])
    assert (corpus(bot) / "журавли.md").read_text(encoding="utf-8") == text
    assert words in (await bot.asked("Что делают журавли на озере каждое утро?"))["text"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("битый.md", "---\ntitle: А\ntitle: Б\n---\nТекст.".encode(), "line 3: “title” stands twice"),
        ("знак.md", '---\ntitle: "А \\ud83d"\n---\nТекст.'.encode(), "line 2: “title” has half a character"),
        ("ярлык.md", "---\ndate: !!timestamp А\n---\nТекст.".encode(), "line 2: “date” takes one line of text"),
        ("картинка.txt", b"\x89PNG\0\0\0\xff\xfe", "is neither UTF-8"),
        ("пусто.txt", b"", "is empty"),
        ("../побег.txt", b"text", "имя не подходит"),
        (".скрытый.txt", b"text", "имя не подходит"),
        ("README.md", b"text", "имя не подходит"),
        ("таблица.xlsx", b"text", "имя не подходит"),
        ("большой.txt", b"x" * (21 * 1024 * 1024), "в нём 22.0 МБ, принимаю до 20"),
    ],
)
async def test_a_document_that_is_no_article_is_refused_and_saved_nowhere(
    bot: RealBot, name: str, content: bytes, reason: str
) -> None:
    before = sorted(corpus(bot).parent.rglob("*"))
    assert reason in await uploaded(bot, name, content)
    assert [path for path in sorted(corpus(bot).parent.rglob("*")) if path not in before] == []


async def test_a_document_of_anybody_else_is_no_article(bot: RealBot) -> None:
    assert await uploaded(bot, "цапли-2.md", HERONS.encode(), bot.local.private(ANNA)) == RU.not_text
    assert not (corpus(bot) / "цапли-2.md").exists()


async def test_stats_and_version(bot: RealBot) -> None:
    stats = (await bot.asked("/stats", editor(bot)))["text"]
    assert f"Статей: {len(list(corpus(bot).glob('*.md')))}" in stats and "ошибок: 0" in stats
    assert (await bot.asked("/version", editor(bot)))["text"].startswith("Дословно ")


async def test_the_administrators_menu_has_their_commands(bot: RealBot) -> None:
    await bot.quiet()
    menu = bot.local.api.commands.shown_to(EDITOR, editor(bot).chat)
    assert {command["command"] for command in menu} >= {"ask", "help"}
