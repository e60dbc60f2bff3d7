"""Files become articles; a file that cannot is refused by name, with what to do."""

from __future__ import annotations

import codecs
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.readers import FORMATS, UnreadableFile, read_article
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
        ("---\ntitle: Порт\ndate: !!timestamp вчера\n---\n", "line 3: “date” takes one line of text"),
        ("---\ntitle: !!bool вчера\n---\n", "line 2: “title” takes one line of text"),
        ("---\ntitle: !!int ''\n---\n", "line 2: “title” takes one line of text"),
        ("---\ntitle: !!python/name:os.system x\n---\n", "line 2: “title” takes one line of text"),
        ("---\ntitle: &a Порт\n---\n", "line 2: “title” takes one line of text"),
        ("---\ntitle: Порт\nauthor: *a\n---\n", "line 3: “author” takes one line of text"),
        ("---\n<<: {title: Порт}\n---\n", "line 2: “<<” takes one line of text"),
        ("---\n? [title]\n: Порт\n---\n", "line 2: a key takes one line of text"),
        ("---\n- title\n---\n", "line 2: the header holds no keys"),
        ("---\ntitle: " + "[" * 9000 + "\n---\n", "line 2: “title” takes one line of text"),
        ("---\ntitle: " + "- " * 9000 + "\n---\n", "the header is no YAML"),
        ("---\n" + "{" * 9000 + "\n---\n", "a key takes one line of text"),
        ('---\ntitle: "Порт \\ud83d"\n---\n', "line 2: “title” has half a character"),
        ('---\n"\\ud83d": Порт\n---\n', "line 2: a key has half a character"),
        ('---\ntitle: "Порт\\0"\n---\n', "line 2: “title” has a null character"),
        ('---\ntitle: "\\UFFFFFFFF"\n---\n', "line 2: the header is no YAML"),
        ("---\ntitle: Порт\n...\n--- мост\n---\n", "line 2: the header is no YAML: it holds several documents"),
        ("---\ntitle: " + "Порт " * 20000 + "\n---\n", "line 1: the header has more than 64 KB"),
        ("---\ntitle: 'Порт\n---\n", "the header is no YAML"),
        ("---\nпросто слова\n---\n", "holds no keys"),
    ],
)
def test_a_wrong_header_is_refused_with_its_line(tmp_path: Path, header: str, reason: str) -> None:
    path = written(tmp_path, "порт.md", header + TEXT)
    with pytest.raises(UnreadableFile, match=reason) as refused:
        read_article(path, "порт.md")
    assert str(path) in str(refused.value)


@pytest.mark.parametrize("written_as", ["2031", "yes", "007", "1_000", "0x1F", "12:30", "1e3", "2031-05-07"])
def test_a_value_is_the_text_that_stands_there(tmp_path: Path, written_as: str) -> None:
    article = read_article(written(tmp_path, "порт.md", f"---\ntitle: {written_as}\n---\n{TEXT}"), "порт.md")
    assert article.title == written_as


@pytest.mark.parametrize("nothing", ["", "~", "null", "''", '""'])
def test_a_value_may_be_left_open(tmp_path: Path, nothing: str) -> None:
    article = read_article(written(tmp_path, "порт.md", f"---\nauthor: {nothing}\n---\n{TEXT}"), "порт.md")
    assert article.author is None


@pytest.mark.parametrize("day", ["2031-05-07", "'2031-05-07'", "2031-05-07 9:15", "2031-05-07T10:15:00+05:00"])
def test_a_day_may_have_its_time(tmp_path: Path, day: str) -> None:
    article = read_article(written(tmp_path, "порт.md", f"---\ndate: {day}\n---\n{TEXT}"), "порт.md")
    assert article.date == date(2031, 5, 7)


def test_a_character_written_by_its_halves_is_the_one_that_it_is(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, "порт.md", f'---\ntitle: "\\ud83d\\ude00 Порт"\n---\n{TEXT}'), "порт.md")
    assert article.title == "😀 Порт"


def test_blanks_in_a_header_cost_nothing(tmp_path: Path) -> None:
    header = '---\ntitle: "Порт\nмост' + " " * 60000 + 'дамба"\n---\n'
    began = time.process_time()
    article = read_article(written(tmp_path, "порт.md", header + TEXT), "порт.md")
    assert article.title == "Порт мост дамба"
    assert time.process_time() - began < 2  # it took 13 s by trying every blank anew


@pytest.mark.parametrize("error", [RecursionError("глубоко"), AttributeError("нет"), MemoryError()])
def test_what_no_rule_foresaw_is_a_reason_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def failing(text: str, id: str) -> Article:
        raise error

    monkeypatch.setitem(FORMATS, ".md", failing)
    with pytest.raises(UnreadableFile, match=f"could not be read .{type(error).__name__}"):
        read_article(written(tmp_path, "порт.md", TEXT), "порт.md")


def test_a_reason_is_a_short_line_of_what_can_be_seen(tmp_path: Path) -> None:
    path = written(tmp_path, "порт.md", f'---\n"\\e[31m\\n{"ключ" * 500}": Порт\n---\n{TEXT}')
    with pytest.raises(UnreadableFile) as refused:
        read_article(path, "порт.md")
    assert refused.value.reason.isprintable() and len(refused.value.reason) < 320


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
