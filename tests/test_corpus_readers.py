"""Files become articles; a file that cannot is refused by name, with what to do."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers import UnreadableFile, read_article
from corpus.readers.decoding import DecodingError, decoded

TEXT = "Порт на Каспии расширят.\n\nГрузов станет больше.\n"
HEADER = (
    "---\ntitle: 'Порт: что дальше'\noutlet: Степь\nauthor: Ирина Орлова\ndate: 2031-05-07\n"
    "url: https://example.org/1\nlanguage: ru\n---\n"
)


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1251"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_the_text_is_the_same_in_every_encoding(tmp_path: Path, data: bytes) -> None:
    article = read_article(written(tmp_path, "порт.txt", data), "порт.txt")
    assert article.text == TEXT
    assert (article.id, article.language, article.title) == ("порт.txt", "ru", None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is neither UTF-8"),
        ("Порт\0открыт".encode(), "null bytes"),
        (TEXT.encode("koi8-r"), "is neither UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode("cp1251"), "begins as UTF-8"),
        (b"x" * (20 * 1024 * 1024), "more than the 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes, reason: str) -> None:
    path = written(tmp_path, "порт.txt", data)
    with pytest.raises(UnreadableFile, match=reason) as refused:
        read_article(path, "порт.txt")
    assert str(path) in str(refused.value)


def test_a_missing_file_and_an_unknown_format_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_article(tmp_path / "нет.txt", "нет.txt")
    with pytest.raises(UnreadableFile, match="in no format that is read"):
        read_article(written(tmp_path, "порт.pdf", TEXT), "порт.pdf")


def test_a_header_gives_the_fields_and_stays_in_the_text(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, "порт.md", HEADER + TEXT), "порт.md")
    assert article.text == HEADER + TEXT
    assert (article.title, article.outlet, article.author) == ("Порт: что дальше", "Степь", "Ирина Орлова")
    assert (article.date, article.url, article.language) == (date(2031, 5, 7), "https://example.org/1", "ru")


def test_a_header_is_read_in_markdown_alone(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, "порт.txt", HEADER + TEXT), "порт.txt").outlet is None
    assert read_article(written(tmp_path, "порт.md", TEXT), "порт.md").outlet is None


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("---\ntitle: Порт\nredaktor: Орлова\n---\n", "line 3: unknown key “redaktor”; known are title, outlet"),
        ("---\ntitle: Порт\ntitle: Мост\n---\n", "line 3: “title” stands twice, first on line 2"),
        ("---\ntitle: Порт\n\n", "line 1: the header is not closed"),
        ("---\ndate: вчера\n---\n", "line 2: “date” takes a day as YYYY-MM-DD, not “вчера”"),
        ("---\ndate: 2031-02-31\n---\n", "line 2: the header is no YAML|line 2: “date” takes a day"),
        ("---\nlanguage: en\n---\n", "line 2: “language” takes ru or kk"),
        ("---\nauthor: [Орлова, Орлов]\n---\n", "line 2: “author” takes one line of text"),
        ("---\ntitle: 'Порт\n---\n", "the header is no YAML"),
        ("---\nпросто слова\n---\n", "holds no keys"),
    ],
)
def test_a_wrong_header_is_refused_with_its_line(tmp_path: Path, header: str, reason: str) -> None:
    path = written(tmp_path, "порт.md", header + TEXT)
    with pytest.raises(UnreadableFile, match=reason) as refused:
        read_article(path, "порт.md")
    assert str(path) in str(refused.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_reason(data: bytes) -> None:
    try:
        text = decoded(data)
    except DecodingError as error:
        assert str(error)
    else:
        assert text.strip() and "\r" not in text and "\0" not in text


@given(st.text(st.characters(exclude_characters="\r\0\ufeff", exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_utf8_text_comes_back_as_it_was(text: str) -> None:
    assert decoded(text.encode()) == text
