"""The operator's files of people and outlets: what they say, and what is told of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.directory import DirectoryError, Entry, load_outlets, load_people


def written(folder: Path, text: str) -> Path:
    path = folder / "people.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_directory_is_read_from_its_file(tmp_path: Path) -> None:
    text = "- name: Анна Рощина\n  spellings: [Анна Ли, А. Рощина]\n  post: директор порта\n- name: Иван Зорин\n"
    directory = load_people(written(tmp_path, text))
    assert directory.entries == (
        Entry("Анна Рощина", ("Анна Рощина", "Анна Ли", "А. Рощина"), "директор порта", 1),
        Entry("Иван Зорин", ("Иван Зорин",), None, 4),
    )
    assert directory.find("анна  ЛИ") is directory.entries[0]
    assert directory.find("Ли") is None


def test_an_outlet_is_found_with_and_without_its_marks(tmp_path: Path) -> None:
    directory = load_outlets(written(tmp_path, "- name: Степной вестник\n  spellings: [steppe.kz]\n"))
    entry = directory.find("«Степной Вестник»")
    assert entry and entry.name == "Степной вестник" and directory.find("Steppe.kz") is entry


def test_an_empty_file_is_an_empty_directory(tmp_path: Path) -> None:
    assert load_people(written(tmp_path, "# никого\n")).entries == ()


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("- name: А Б\n- name: В Г\n  spellings: [д, а б]\n", 2, "“а б” of “В Г” is claimed by “А Б” (line 1), too"),
        ("- name: А Б\n  spellings: В Г\n", 2, "“spellings” is a list"),
        ("- spellings: [В Г]\n", 1, "the entry has no “name”"),
        ("- name: А Б\n  nick: В\n", 2, "the key “nick” is unknown; known are name, spellings, post"),
        ("- name: А Б\n  name: В\n", 2, "the key “name” stands twice"),
        ("- name: А Б\n  spellings: [В, '']\n", 2, "a text is expected"),
        ("- А Б\n", 1, "an entry with the key “name” is expected"),
        ("name: А Б\n", 1, "a list of entries is expected"),
        ("- name: [\n", 2, "this is no YAML"),
    ],
)
def test_what_is_wrong_in_a_directory_is_told_by_line(text: str, line: int, told: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(DirectoryError) as raised:
        load_people(path)
    assert str(raised.value).startswith(f"{path}, line {line}: ")
    assert told in str(raised.value)


def test_a_directory_that_is_not_there_or_no_text_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes("- name: Анна".encode("cp1251"))
    for name in ("none.yaml", "bad.yaml"):
        with pytest.raises(DirectoryError, match=name):
            load_people(tmp_path / name)


def test_an_outlet_has_no_post(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="“post” is unknown"):
        load_outlets(written(tmp_path, "- name: Степь\n  post: газета\n"))
