"""The word-form file: kept between runs, and never a reason to fail."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from retrieval import word_forms
from retrieval.word_forms import FILE_NAME, WordForms


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A state folder with two word forms."""
    lemmas = WordForms()
    lemmas.learn(["предприятий", "қаласында"])
    lemmas.write(tmp_path / "state")
    return tmp_path / "state"


def test_what_was_learnt_is_there_the_next_time(kept: Path) -> None:
    again = WordForms.read(kept)
    assert len(again) == 2
    assert "предприятий" in again
    assert again.lemma("қаласында") == "кала"


def test_asking_leaves_no_trace() -> None:
    lemmas = WordForms()
    assert lemmas.lemma("предприятий") == "предприятие"
    assert len(lemmas) == 0


def test_without_a_file_it_starts_empty(tmp_path: Path) -> None:
    assert len(WordForms.read(tmp_path)) == 0


def test_other_rules_or_another_dictionary_start_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_forms, "version", lambda: "of tomorrow")
    assert len(WordForms.read(kept)) == 0
    assert not (kept / (FILE_NAME + ".damaged")).exists()


@pytest.mark.parametrize("damage", [b"", b"\x00\xff\xfe", b"word-forms 1\tx\tnot-a-number\n", b"word-forms 1\n"])
def test_a_damaged_file_is_told_set_aside_and_made_anew(
    kept: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (kept / FILE_NAME).write_bytes(damage)
    with caplog.at_level(logging.WARNING):
        assert len(WordForms.read(kept)) == 0
    assert (kept / (FILE_NAME + ".damaged")).read_bytes() == damage
    assert FILE_NAME in caplog.text
    WordForms({"а": "б"}).write(kept)
    assert len(WordForms.read(kept)) == 1


def test_a_cut_file_is_damaged(kept: Path) -> None:
    data = (kept / FILE_NAME).read_bytes()
    (kept / FILE_NAME).write_bytes(data[:-3])
    assert len(WordForms.read(kept)) == 0
    assert (kept / (FILE_NAME + ".damaged")).exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_text("a file in the folder's place", encoding="utf-8")
    WordForms({"а": "б"}).write(tmp_path / "state")
    assert "word forms are not kept" in caplog.text


def test_no_half_written_file_is_left(kept: Path) -> None:
    assert [path.name for path in kept.iterdir()] == [FILE_NAME]
