"""State: answers are found again after a restart, kept as long as is promised, and no file is ever lost silently."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest

from bot.settings import SettingsError
from bot.state import DAYS_KEPT, Asked, Contents, KeptAnswers, open_state
from bot.state.answers import SWEPT_EVERY
from bot.state.base import NAME
from bot.state.migrations import MIGRATIONS
from retrieval.naming import Filter, FilterKind
from retrieval.quoted.whose import Credit, PrintedAs, Whose
from retrieval.verify import Verdict

ANNA = Asked(chat=7, message=3, user=7)
ONE = Contents("ru", ("a",))
WHOSE = Whose(PrintedAs.SPEECH, ("Вера Ли",), "Асан Кали", Credit.ANOTHERS)


def test_an_answer_is_found_by_its_id_and_by_its_question_after_a_restart(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    kept = state.answers.keep(ANNA, Contents("kk", ("a-1", "b_2")))
    state.answers.replied(kept.id, 99)
    state.close()
    again = open_state(tmp_path)
    found = again.answers.with_id(kept.id)
    assert found is not None and found == again.answers.to(7, 3)
    assert (found.contents, found.reply) == (Contents("kk", ("a-1", "b_2")), 99)
    again.close()


def test_a_question_asked_again_keeps_its_id_and_its_reply(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    first = state.answers.keep(ANNA, ONE)
    state.answers.replied(first.id, 99)
    second = state.answers.keep(ANNA, Contents("en"))
    assert (second.id, second.reply, second.contents) == (first.id, 99, Contents("en"))
    assert state.answers.count() == 1
    state.close()


def test_all_that_an_answer_shows_is_read_back_and_can_be_changed(tmp_path: Path) -> None:
    filters = (Filter(FilterKind.SPEAKER, "Вера «Ли»"), Filter(FilterKind.SINCE, "2031-02-01"))
    differences = (("пять", "шесть"), ("", "не"))
    contents = Contents(
        "ru", ("a",), filters, ("a", "b"), Verdict.ALTERED, differences, WHOSE, True, 1, filters[:1], "kk"
    )
    state = open_state(tmp_path)
    kept = state.answers.keep(ANNA, ONE)
    state.answers.change(kept.id, contents)
    state.close()
    again = open_state(tmp_path)
    found = again.answers.with_id(kept.id)
    assert found is not None and found.contents == contents
    again.close()


def test_a_state_of_the_version_before_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr("bot.state.base.MIGRATIONS", MIGRATIONS[:1])
        old = open_state(tmp_path)
    old.base.execute("INSERT INTO answer VALUES ('x', 'kk', 'a b', 7, 7, 3, 99, 1)")
    old.close()
    state = open_state(tmp_path)
    found = state.answers.with_id("x")
    assert found is not None and (found.contents, found.reply) == (Contents("kk", ("a", "b")), 99)
    state.close()


def test_answers_kept_before_any_came_near_are_read_as_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr("bot.state.base.MIGRATIONS", MIGRATIONS[:3])
        old = open_state(tmp_path)
    old.base.execute(
        "INSERT INTO answer (id, language, extracts, filters, user, chat, question, made)"
        """ VALUES ('x', 'ru', 'a b', '[["speaker", "Вера Ли"]]', 7, 7, 3, 1)"""
    )
    old.close()
    state = open_state(tmp_path)
    found = state.answers.with_id("x")
    assert found is not None
    assert found.contents == Contents("ru", ("a", "b"), (Filter(FilterKind.SPEAKER, "Вера Ли"),))
    assert (found.contents.near, found.contents.own, found.contents.asked_in) == (False, None, "")
    state.close()


def test_forgetting_takes_ones_own_alone(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    own = state.answers.keep(ANNA, ONE)
    others = [state.answers.keep(Asked(-5, number, user), ONE) for number, user in ((1, 8), (2, None))]
    assert state.answers.forget(7) == 1
    assert state.answers.with_id(own.id) is None
    assert [state.answers.with_id(kept.id) for kept in others] == others
    state.close()


def test_what_is_older_than_promised_is_deleted(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    now = 1_900_000_000.0
    answers = KeptAnswers(state.base, lambda: now)
    old = answers.keep(ANNA, ONE)
    now += DAYS_KEPT * 24 * 3600 + 1
    for number in range(SWEPT_EVERY + 1):
        answers.keep(Asked(1, number, 1), ONE)
    assert answers.with_id(old.id) is None and answers.count() == SWEPT_EVERY + 1
    state.close()


def test_a_group_that_moved_keeps_its_answers(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    kept = state.answers.keep(Asked(-4, 1, 7), ONE)
    state.groups.move(-4, -1004)
    state.groups.move(-4, -1004)  # the notice comes twice
    assert (state.groups.before(-1004), state.groups.before(-5)) == (-4, None)
    assert state.answers.to(-1004, 1) == kept
    state.close()


def test_what_cannot_be_kept_is_said_and_costs_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    state = open_state(tmp_path)
    state.base.execute("PRAGMA query_only = ON")
    kept = state.answers.keep(ANNA, ONE)
    state.answers.replied(kept.id, 99)
    assert (kept.id, kept.contents) == ("", ONE) and "an answer is not kept" in caplog.text
    assert state.answers.with_id("") is None
    state.close()


def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all, " * 100)
    with caplog.at_level(logging.WARNING):
        state = open_state(tmp_path)
    assert state.answers.count() == 0 and "not a database): it is set aside" in caplog.text
    assert (tmp_path / "state.damaged").read_bytes().startswith(b"no database")
    state.close()


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / NAME)
    base.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    base.close()
    with pytest.raises(SettingsError, match="newer version"):
        open_state(tmp_path)
    base = sqlite3.connect(tmp_path / NAME)
    assert base.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    base.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="STATE_PATH"):
        open_state(tmp_path / "file" / "state")


def test_a_step_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_state(tmp_path).close()
    broken = (*MIGRATIONS, "CREATE TABLE made (x); INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr("bot.state.base.MIGRATIONS", broken)
    with pytest.raises(SettingsError, match="nowhere"):
        open_state(tmp_path)
    base = sqlite3.connect(tmp_path / NAME)
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    version = base.execute("PRAGMA user_version").fetchone()
    base.close()
    assert "made" not in tables and version == (len(MIGRATIONS),)
