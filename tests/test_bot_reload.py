"""Reloading: what is asked meanwhile is answered, what goes wrong leaves the old state, a killed one comes up right."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.made_corpus import Maker, path_of, questions, write_corpus
from bot.archive import Archive, open_archive
from bot.desk import Desk
from bot.reloading import ReloadError, Reloading, Steps
from bot.settings import Settings
from corpus.library import read_library
from corpus.readers import UnreadableFile
from corpus.store.lock import Lock
from corpus.workers import worked
from tests.bot_chat import settings_for

HOME = Path(__file__).parent.parent
BRIDGE = "«Мост держит семьдесят тонн», – сказал инженер Асан Кали.\n"
ASKED = "Сколько тонн держит мост?"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "articles"
    corpus.mkdir()
    (corpus / "мост.txt").write_text(BRIDGE, encoding="utf-8")
    return settings_for(corpus)


def store(settings: Settings) -> Path:
    (folder,) = settings.state.path.glob("index/*")
    return folder


def told(archive: Archive, question: str = ASKED) -> list[str]:
    extracts = archive.searcher.answer(question).extracts
    return [voice.text for extract in extracts for voice in extract.voices]


def edit(settings: Settings, old: str, new: str) -> None:
    file = settings.corpus.path / "мост.txt"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("by_content", "now"), [(False, "семьдесят"), (True, "девяносто")])
async def test_content_is_compared_where_the_setting_asks(settings: Settings, by_content: bool, now: str) -> None:
    asked_so = replace(settings, corpus=replace(settings.corpus, by_content=by_content))
    aged(settings)
    archive = open_archive(asked_so)
    edit(settings, "семьдесят", "девяносто")
    aged(settings)
    desk = await reloaded(archive, asked_so)
    assert now in (await desk.answer(ASKED, 1)).extracts[0].text
    desk.close()


def aged(settings: Settings) -> None:
    """The file has the time that it always had, as some network drives and archives leave it."""
    os.utime(settings.corpus.path / "мост.txt", (1_000_000_000, 1_000_000_000))


async def reloaded(archive: Archive, settings: Settings) -> Desk:
    desk = Desk(archive, 1)
    await Reloading(desk, settings).begin(Steps())
    return desk


async def test_a_changed_article_is_answered_from_at_once(settings: Settings) -> None:
    archive = open_archive(settings)
    edit(settings, "семьдесят", "восемьдесят")
    desk = await reloaded(archive, settings)
    assert told(desk.archive) == ["Мост держит восемьдесят тонн"]
    assert told(archive) == ["Мост держит семьдесят тонн"]
    desk.close()


def test_a_file_as_long_and_as_old_is_told_by_being_young(settings: Settings) -> None:
    """Two changes within what the clock of the disk can tell apart."""
    archive = open_archive(settings)
    seen = (settings.corpus.path / "мост.txt").stat()
    edit(settings, "семьдесят", "девяносто")
    os.utime(settings.corpus.path / "мост.txt", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert told(open_archive(settings, before=archive)) == ["Мост держит девяносто тонн"]


@contextmanager
def small_files(size: int) -> Iterator[None]:
    """A disk that is full: no file grows beyond ``size`` bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


async def test_a_full_disk_is_told_and_the_old_state_answers(settings: Settings) -> None:
    archive = open_archive(settings)
    edit(settings, "семьдесят", "восемьдесят")
    with small_files(4096), pytest.raises(ReloadError, match=r"cannot be written .*STATE_PATH"):
        await reloaded(archive, settings)
    assert told(archive) == ["Мост держит семьдесят тонн"]
    desk = await reloaded(archive, settings)
    assert told(desk.archive) == ["Мост держит восемьдесят тонн"]
    desk.close()


def test_a_start_on_a_full_disk_answers_from_what_was_read(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    open_archive(settings)
    edit(settings, "семьдесят", "восемьдесят")
    with small_files(4096), caplog.at_level(logging.WARNING):
        found = told(open_archive(settings))
    assert "cannot be written" in caplog.text
    assert found in (["Мост держит семьдесят тонн"], ["Мост держит восемьдесят тонн"])


async def test_while_another_process_writes_this_one_says_so(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    archive = open_archive(settings)
    edit(settings, "семьдесят", "восемьдесят")
    with Lock(store(settings)):
        with caplog.at_level(logging.WARNING):
            assert told(open_archive(settings)) == ["Мост держит семьдесят тонн"]
        assert f"process {os.getpid()} is reading this corpus" in caplog.text
        with pytest.raises(ReloadError, match="is reading this corpus"):
            await reloaded(archive, settings)
    assert told(open_archive(settings)) == ["Мост держит восемьдесят тонн"]


def test_two_first_starts_read_the_corpus_once(settings: Settings) -> None:
    commands = [checking(settings) for _ in range(2)]
    outputs = [command.communicate(timeout=60) for command in commands]
    assert all("articles read: 1" in out for out, _ in outputs)
    assert sum("waiting for it" in err or "is reading this corpus" in err for _, err in outputs) <= 1


def checking(settings: Settings) -> subprocess.Popen[str]:
    environment = {"CORPUS_PATH": str(settings.corpus.path), "STATE_PATH": str(settings.state.path)}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "check"], cwd=HOME, env={**os.environ, **environment, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_an_interrupted_build_goes_on_where_it_was(settings: Settings) -> None:
    write_corpus(settings.corpus.path, 60)

    def interrupted(done: int, total: int) -> None:
        if done == 55:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_archive(settings, reading=interrupted)
    with closing(sqlite3.connect(store(settings) / "documents.sqlite")) as base:
        (found,) = base.execute("SELECT COUNT(*) FROM content").fetchone()
    archive = open_archive(settings)
    assert found >= 54 and archive.library.snapshot is not None
    assert archive.library.snapshot.contents.max() == len(archive.library.articles) == 61


def test_a_worker_that_dies_costs_no_article(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    flags = [tmp_path / str(number) for number in range(40)]
    done = list(worked(die_the_first_time, flags, processes=2))
    assert sorted(each.task for each in done) == sorted(flags)
    assert all(each.result == each.task.name for each in done)
    assert "a worker died and is replaced" in caplog.text


def die_the_first_time(flag: Path) -> str:
    if flag.name == "33" and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return flag.name


def test_an_error_in_a_worker_is_told_of_its_task_alone() -> None:
    done = {each.task: each for each in worked(half_of_even, range(40), processes=2)}
    assert done[8].result == 4 and str(done[7].error) == "7 is odd"
    assert "UnreadableFile: 39 is large" in str(done[39].error)


def half_of_even(number: int) -> int:
    if number == 39:
        raise UnreadableFile(Path("39"), "is large")  # cannot be made again from its message
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


@pytest.mark.slow
def test_killed_at_any_moment_it_comes_up_right(settings: Settings) -> None:
    """Fifty builds and reloads, each killed somewhere; then what stands there is what a reading from scratch finds."""
    chance = random.Random(7)
    corpus = settings.corpus.path
    for number in range(0, 400, 5):  # Kazakh ones, which need no model
        path_of(corpus, number).parent.mkdir(exist_ok=True)
        path_of(corpus, number).write_text(Maker().article(number), encoding="utf-8")
    for attempt in range(50):
        disturb(corpus, chance, attempt)
        command = checking(settings)
        try:
            command.communicate(timeout=chance.uniform(0.3, 3.0))
        except subprocess.TimeoutExpired:
            command.kill()
            command.communicate()
        if attempt % 5 == 4:
            archive, fresh = open_archive(settings), read_library(corpus)
            assert list(archive.library.articles) == list(fresh.articles)
            assert told(archive) == ["Мост держит семьдесят тонн"]


def disturb(corpus: Path, chance: random.Random, edition: int) -> None:
    """Some articles are changed, some go away and come back under another name."""
    for number in chance.sample(range(0, 400, 5), 12 if edition % 7 else 70):
        path = path_of(corpus, number)
        if not path.exists():
            path.write_text(Maker().article(number), encoding="utf-8")
        elif chance.random() < 0.2:
            path.unlink()
        elif chance.random() < 0.2:
            path.replace(path.with_name(f"{edition}-{path.name}"))
        else:
            path.write_text(Maker().article(number, edition), encoding="utf-8")


@pytest.mark.slow
async def test_questions_asked_while_much_is_reloaded_are_all_answered_right(settings: Settings) -> None:
    corpus = settings.corpus.path
    write_corpus(corpus, 300)
    old = open_archive(settings)
    for number in range(300):
        path_of(corpus, number).write_text(Maker().article(number, edition=1), encoding="utf-8")
    desk = Desk(old, 2)
    reloading = Reloading(desk, settings).begin(Steps())
    given = []
    for question in questions(500):
        given.append((question, desk.archive is old, await desk.answer(question, 3)))
        await asyncio.sleep(0 if reloading.done() else 0.02)
    assert (await reloading).articles == 301
    assert len(given) == 500 and {of_old for _, of_old, _ in given} == {True, False}
    for question, of_old, answer in given:
        assert answer == (old if of_old else desk.archive).searcher.answer(question, 3)
    desk.close()
