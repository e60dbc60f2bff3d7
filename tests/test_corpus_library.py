"""A folder becomes a library: what is read, refused, kept between starts, and changed."""

from __future__ import annotations

import logging
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import corpus.attribution
from corpus.article import Article
from corpus.attribution_json import from_json, to_json
from corpus.library import Changes, CorpusError, Library, Refusal, changes, read_library
from corpus.quotation import AttributedArticle
from corpus.store.base import Base
from corpus.store.supplement import NoKeeper

PORT = """Причал на Каспии расширят

Грузов станет больше, сообщает издание «Степь».

«Места хватит всем», — сказал начальник порта Игорь Орлов.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    (corpus / "вести").mkdir(parents=True)
    (corpus / "порт.txt").write_text(PORT, encoding="utf-8")
    (corpus / "вести" / "мост.md").write_text(f"---\noutlet: Речной вестник\n---\n{PORT}", encoding="utf-8")
    (corpus / "README.md").write_text("О корпусе", encoding="utf-8")
    (corpus / ".скрыто.txt").write_text(PORT, encoding="utf-8")
    return corpus


@pytest.fixture
def attributed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids that were attributed anew, in order."""
    ids: list[str] = []
    real = corpus.attribution.attribute

    def counted(article: Article) -> AttributedArticle:
        ids.append(article.id)
        return real(article)

    monkeypatch.setattr(corpus.attribution, "attribute", counted)
    return ids


def store(state: Path) -> Path:
    (file,) = state.glob("index/*/documents.sqlite")
    return file


def ids(library: Library) -> list[str]:
    return [item.article.id for item in library.articles]


def test_a_folder_is_read_with_what_is_below_it(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    library = read_library(folder, progress=lambda done, total: seen.append((done, total)))
    assert ids(library) == ["вести/мост.md", "порт.txt"]
    assert [item.article.outlet for item in library.articles] == ["Речной вестник", "Степь"]
    assert library.refused == ()
    assert seen == [(1, 2), (2, 2)]
    speaker = library.articles[1].quotations[0].speaker
    assert speaker.name == "Игорь Орлов"


def test_a_bad_file_is_refused_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    (folder / "пусто.txt").write_text("", encoding="utf-8")
    (folder / "снимок.png").write_bytes(b"\x89PNG")
    (folder / "заголовок.md").write_text("---\nredaktor: Орлова\n---\n" + PORT, encoding="utf-8")
    outside = tmp_path / "чужое.txt"
    outside.write_text(PORT, encoding="utf-8")
    (folder / "ссылка.txt").symlink_to(outside)
    (folder / "оборвана.txt").symlink_to(folder / "нет.txt")
    library = read_library(folder)
    assert len(library.articles) == 2
    reasons = {refusal.path: refusal.reason for refusal in library.refused}
    assert list(reasons) == sorted(reasons)
    assert reasons["пусто.txt"] == "is empty"
    assert "no format that is read" in reasons["снимок.png"]
    assert "line 2: unknown key “redaktor”" in reasons["заголовок.md"]
    assert reasons["ссылка.txt"] == "is a link out of the corpus folder"
    assert "cannot be read" in reasons["оборвана.txt"]


def test_an_article_on_which_the_rules_fail_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(article: Article) -> AttributedArticle:
        raise RecursionError("too deep")

    monkeypatch.setattr(corpus.attribution, "attribute", failing)
    library = read_library(folder)
    assert not library.articles
    assert [refusal.path for refusal in library.refused] == ["вести/мост.md", "порт.txt"]
    assert "too deep" in library.refused[0].reason


@pytest.mark.parametrize("kept", [True, False])
def test_what_the_store_cannot_take_costs_itself_alone(folder: Path, tmp_path: Path, kept: bool) -> None:
    """And is tried again once it changes."""
    state = tmp_path / "state" if kept else None
    port = folder / "порт.txt"
    library = read_library(folder, state, supplement=Outlandish("Игорь Орлов"))
    assert not library.articles and len(library.refused) == 2
    port.write_text(PORT.replace("Игорь Орлов", "Олег Рябов"), encoding="utf-8")
    library = read_library(folder, state, supplement=Outlandish("Игорь Орлов"), before=library)
    assert ids(library) == ["порт.txt"]
    (refusal,) = library.refused
    assert refusal.path == "вести/мост.md"
    assert refusal.reason.startswith("could not be stored (UnicodeEncodeError: 'utf-8' codec can't encode")


class Outlandish:
    """A supplement that finds in the articles of one person what no store can take."""

    tables = "CREATE TABLE IF NOT EXISTS noted (words TEXT)"
    version = "1"

    def __init__(self, name: str) -> None:
        self.name = name

    def found_in(self, article: AttributedArticle) -> str:
        return "\ud83d" if self.name in article.article.text else "слова"

    def keeper(self, base: Base) -> Noted:
        return Noted(base)


class Noted(NoKeeper):
    def __init__(self, base: Base) -> None:
        self.base = base

    def keep(self, content: int, found: str) -> None:
        self.base.run("INSERT INTO noted VALUES (?)", (found,))


def test_a_link_to_itself_costs_itself_alone(folder: Path) -> None:
    for name in ("а.txt", "вести/я.txt", "без-вида", "а-папка"):
        (folder / name).symlink_to(Path(name).name)
    library = read_library(folder)
    assert ids(library) == ["вести/мост.md", "порт.txt"]
    assert [refusal.path for refusal in library.refused] == ["а-папка", "а.txt", "без-вида", "вести/я.txt"]
    assert {refusal.reason for refusal in library.refused} == {"cannot be read (Too many levels of symbolic links)"}


def test_folders_may_lie_deeper_than_calls(folder: Path) -> None:
    steps = range(sys.getrecursionlimit() + 100)
    deepest = folder.joinpath(*("п" for _ in steps))
    deepest.parents[500].mkdir(parents=True)  # in two steps, for it calls itself
    deepest.mkdir(parents=True)
    (deepest / "глубоко.txt").write_text(PORT, encoding="utf-8")
    try:
        library = read_library(folder)
    finally:
        (deepest / "глубоко.txt").unlink()
        os.removedirs(deepest)  # what tidies up after the tests calls itself
    assert len(library.articles) == 3 and library.refused == ()


@pytest.mark.parametrize("invisible", ["\u00a0", "\ufeff", "\u200b", "\u00ad", "\u2011"])
def test_a_header_is_read_as_it_stands_in_the_file(folder: Path, invisible: str) -> None:
    """What the rules read of a text would be another header."""
    text = f"---\ntitle: Интервью:{invisible}мост открыт\n---\n{PORT}"
    (folder / "порт.txt").rename(folder / "порт.md")
    (folder / "порт.md").write_text(text, encoding="utf-8")
    library = read_library(folder)
    assert library.refused == () and "мост открыт" in (library.articles[1].article.title or "")
    assert library.articles[1].left_out[0].of(text) == text[: text.index(PORT)]
    assert library.articles[1].quotations[0].span.of(text) == "Места хватит всем"


@pytest.mark.parametrize("name", ["нет", "файл.txt"])
def test_what_is_no_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "файл.txt").write_text(PORT, encoding="utf-8")
    with pytest.raises(CorpusError, match=f"{name}.*CORPUS_PATH"):
        read_library(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission_is_named(folder: Path) -> None:
    (folder / "вести").chmod(0)
    try:
        assert read_library(folder).refused == (Refusal("вести", "cannot be read (Permission denied)"),)
        folder.chmod(0)
        with pytest.raises(CorpusError, match="cannot be read"):
            read_library(folder)
    finally:
        folder.chmod(0o700)
        (folder / "вести").chmod(0o700)


def test_the_second_start_finds_the_same_without_attributing(
    folder: Path, tmp_path: Path, attributed: list[str]
) -> None:
    first = read_library(folder, tmp_path / "state")
    assert len(attributed) == 2
    assert read_library(folder, tmp_path / "state") == first
    assert len(attributed) == 2


def test_the_second_start_loads_no_model(folder: Path, tmp_path: Path) -> None:
    read_library(folder, tmp_path / "state")
    program = (
        "import sys; from pathlib import Path; from corpus.library import read_library;"
        "library = read_library(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print(len(library.articles), 'slovnet' in sys.modules, 'pymorphy3' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(folder), str(tmp_path / "state")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent)
    assert done.stdout.split() == ["2", "False", "False"]


def test_a_changed_text_is_attributed_anew_and_a_moved_one_is_not(
    folder: Path, tmp_path: Path, attributed: list[str]
) -> None:
    old = read_library(folder, tmp_path / "state")
    (folder / "порт.txt").rename(folder / "причал.txt")
    (folder / "вести" / "мост.md").write_text(PORT.replace("Орлов", "Петров"), encoding="utf-8")
    new = read_library(folder, tmp_path / "state")
    assert attributed[2:] == ["вести/мост.md"]
    assert changes(old, new) == Changes(("причал.txt",), ("вести/мост.md",), ("порт.txt",))
    assert changes(new, new) == Changes()


def test_a_file_that_kept_its_time_and_size_is_told_by_its_content(
    folder: Path, tmp_path: Path, attributed: list[str]
) -> None:
    for file in folder.rglob("*.*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    old = read_library(folder, tmp_path / "state")
    (folder / "порт.txt").write_text(PORT.replace("Орлов", "Чалов"), encoding="utf-8")
    os.utime(folder / "порт.txt", (1_000_000_000, 1_000_000_000))
    unseen = read_library(folder, tmp_path / "state")
    assert changes(old, unseen) == Changes() and len(attributed) == 2
    seen = read_library(folder, tmp_path / "state", by_content=True)
    assert changes(old, seen) == Changes((), ("порт.txt",), ()) and attributed[2:] == ["порт.txt"]
    again = read_library(folder, tmp_path / "state", by_content=True)
    assert again.snapshot and seen.snapshot and again.snapshot.generation == seen.snapshot.generation
    assert len(attributed) == 3


def test_rules_that_changed_make_everything_anew(
    folder: Path, tmp_path: Path, attributed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_library(folder, tmp_path / "state")
    monkeypatch.setattr("corpus.update.rules_version", lambda: "another")
    read_library(folder, tmp_path / "state")
    assert len(attributed) == 4


def test_a_store_of_another_version_is_told_as_such(
    folder: Path, tmp_path: Path, attributed: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    state = tmp_path / "state"
    read_library(folder, state)
    with closing(sqlite3.connect(store(state))) as base:
        base.execute("PRAGMA user_version = 99")
    with caplog.at_level(logging.WARNING):
        read_library(folder, state)
    assert "another version" in caplog.text and "damaged (" not in caplog.text
    assert len(attributed) == 4


def test_a_damaged_store_is_set_aside(
    folder: Path, tmp_path: Path, attributed: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    state = tmp_path / "state"
    first = list(read_library(folder, state).articles)
    store(state).write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with caplog.at_level(logging.WARNING):
        assert list(read_library(folder, state).articles) == first
    assert "not a database): it is set aside" in caplog.text
    assert store(state).with_suffix(".damaged").exists()
    assert len(attributed) == 4
    read_library(folder, state)
    assert len(attributed) == 4


def test_a_damaged_entry_is_made_anew(
    folder: Path, tmp_path: Path, attributed: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    state = tmp_path / "state"
    read_library(folder, state)
    damaged = store(state).read_bytes().replace("Грузов станет больше".encode(), "Грузов станет меньше".encode())
    store(state).write_bytes(damaged)
    with pytest.raises(sqlite3.DatabaseError, match="differs from what was written"):
        list(read_library(folder, state).articles)
    assert [item.article.text for item in read_library(folder, state).articles][1] == PORT
    assert len(attributed) == 4


def test_a_state_that_cannot_be_written_is_named_and_the_rest_goes_on(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert len(read_library(folder, tmp_path / "state").articles) == 2
    assert "STATE_PATH" in caplog.text and str(tmp_path / "state") in caplog.text


def test_json_gives_back_what_was_found(folder: Path) -> None:
    for item in read_library(folder).articles:
        assert from_json(to_json(item), item.article) == item
