"""Attribution shown: the marks say what was found and by which rule, and without them the text is what it was."""

from __future__ import annotations

import re
from argparse import Namespace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.attribution.page import LINES, page_of
from bot.attribution.plain import marked_up
from bot.attribution.record import attribution_record
from bot.commandline import parsed
from bot.commands import attribute as command
from corpus import furniture
from corpus.article import Article
from corpus.attribution import attribute
from corpus.markup import Mark, Markup, Sort, markup_of
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.readers import read_article
from corpus.span import Span

SAMPLE = sorted((Path(__file__).resolve().parents[1] / "corpus" / "articles").glob("??-*.*"))
MARK = re.compile("⟦|⟪|‹(?=[А-ЯЁӘҒҚҢӨҰҮІҺ])|[⟧⟫⦄](?:⟨[^⟩]*⟩)|›(?:⟨[^⟩]*⟩)?|⦃")
TEXT = """Мост открыли

«Мы ждали этого восемь лет», – сказал инженер Игорь Рощин. По словам Рощина, движение уже пустили.

Источник: «Степной вестник»"""
FOUND = AttributedArticle(
    Article("a.txt", "Заголовок\n— Держит? — «Да», – сказал он.", outlet="Степь"),
    left_out=(Span(0, 9),),
    questions=(Span(12, 19),),
    quotations=(Quotation(Span(23, 25), Kind.DIRECT, Speaker("Асан Кали", "инженер"), rule="after"),),
)


def marks(text: str, sort: Sort) -> list[Mark]:
    return [mark for mark in markup_of(Article("a.txt", text)).marks if mark.sort is sort]


def test_everything_found_is_marked_with_who_and_by_which_rule() -> None:
    text = marked_up(markup_of(Article("a.txt", TEXT))).partition("\n\n")[2]
    assert text == (
        "⦃Мост открыли⦄⟨left out · headline⟩\n\n"
        "«⟦Мы ждали этого восемь лет⟧⟨direct: Игорь Рощин, инженер · attributed after (after: name)⟩», – сказал "
        "инженер ‹Игорь Рощин›. По словам ‹Рощина›⟨Игорь Рощин⟩, "
        "⟦движение уже пустили⟧⟨indirect: Игорь Рощин, инженер · по словам⟩.\n\n"
        "⦃Источник: «⟪Степной вестник⟫⟨outlet · source_line⟩»⦄⟨left out · source_line⟩"
    )


def test_the_head_tells_what_is_known_of_the_article() -> None:
    head = marked_up(markup_of(Article("a.txt", TEXT))).splitlines()[:4]
    assert head == ["a.txt", "  language: ru", "  title: Мост открыли", "  outlet: Степной вестник"]


def test_marks_that_lie_inside_each_other_close_in_turn() -> None:
    given = "Игорь Рощин: Мост построен на века\n\nИнженер Игорь Рощин рассказал о мосте. Мост открыли."
    text = marked_up(markup_of(Article("a.txt", given))).partition("\n\n")[2]
    assert text.startswith("⦃‹Игорь Рощин›: ⟦Мост построен на века⟧⟨signature: Игорь Рощин")


def test_only_those_who_speak_have_their_names_marked() -> None:
    given = "«Мост держит хорошо», – сказал Игорь Рощин. Мимо прошёл Павел Зорин."
    assert [mark.words for mark in marks(given, Sort.NAME)] == ["Игорь Рощин"]


@pytest.mark.parametrize("file", SAMPLE[::6], ids=lambda file: file.name)
def test_without_its_marks_the_text_is_what_it_was(file: Path) -> None:
    article = read_article(file, file.name)
    markup = markup_of(article)
    assert "".join(piece.words for piece in markup.pieces) == article.text
    assert MARK.sub("", marked_up(markup).partition("\n\n")[2]) == article.text


@pytest.mark.parametrize("file", SAMPLE[::6], ids=lambda file: file.name)
def test_the_markup_holds_all_that_is_found(file: Path) -> None:
    article = read_article(file, file.name)
    found = attribute(article)
    said = [mark for mark in markup_of(article).marks if mark.sort in (Sort.SPEECH, Sort.REPORT)]
    assert [(mark.words, mark.speaker) for mark in said] == [
        (quotation.span.of(article.text), quotation.speaker) for quotation in found.quotations
    ]
    assert all(mark.rule for mark in markup_of(article).marks)


def test_letters_taken_apart_are_shown_as_they_were_given() -> None:
    given = TEXT.replace("й", "и\u0306")
    assert "".join(piece.words for piece in markup_of(Article("a.txt", given)).pieces) == given


class Page(HTMLParser):
    """What a browser would make of a page: the article's text, the links, the ids and what it would load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.links, self.ids, self.loads = "", set[str](), set[str](), list[str]()
        self._inside, self._label = False, False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        self.links |= {given["href"]} if tag == "a" and "href" in given else set()
        self.loads += [tag] if tag in ("script", "link", "img", "iframe") or "src" in given else []
        self._inside = self._inside or given.get("class") == "text"
        self._label = self._inside and given.get("class", "").startswith("label")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "div"
        self._label = False

    def handle_data(self, data: str) -> None:
        self.text += data if self._inside and not self._label else ""


@pytest.mark.parametrize("file", SAMPLE[::6], ids=lambda file: file.name)
def test_the_page_shows_the_whole_text_and_loads_nothing(file: Path) -> None:
    article = read_article(file, file.name)
    page = Page(page_of([markup_of(article)]))
    assert page.text == article.text
    assert page.loads == []
    assert page.links and {link.removeprefix("#") for link in page.links} <= page.ids


def test_the_page_tells_who_and_by_which_rule() -> None:
    page = unescape(page_of([markup_of(Article("a.txt", TEXT))]))
    assert 'title="прямая речь: Игорь Рощин, инженер: «attributed after (after: name)»"' in page
    assert "<td>движение уже пустили<td>по словам" in page
    assert "издание: «source_line»" in page


def test_nothing_of_an_article_is_taken_for_markup() -> None:
    hostile = "<script>alert(1)</script>"
    text = f"{hostile}\n\n«Мы {hostile} ждали этого восемь лет», – сказал инженер {hostile} Игорь Рощин. \"><b>&amp;"
    page = page_of([markup_of(Article(f"{hostile}.txt", text, hostile, hostile, hostile, url=f'"{hostile}'))])
    assert "<script" not in page
    assert Page(page).text == text


def test_several_articles_are_one_page_with_numbers_of_their_own() -> None:
    page = page_of([markup_of(Article("a.txt", TEXT)), markup_of(Article("b.txt", TEXT))])
    ids = re.findall(r'id="(r\d+)"', page)
    assert len(ids) == len(set(ids)) == 10


def test_every_rule_of_the_page_around_an_article_has_a_word_for_an_editor() -> None:
    assert {rule.__name__ for rule in furniture.RULES} <= LINES.keys()


def test_record_is_the_gold_format() -> None:
    assert attribution_record("a", FOUND) == {
        "id": "a",
        "lang": "ru",
        "outlet": "Степь",
        "author": None,
        "title": None,
        "quotes": [
            {"start": 23, "end": 25, "text": "Да", "speaker": "Асан Кали", "role": "инженер", "kind": "direct"},
        ],
    }


def arguments(*given: str | Path) -> Namespace:
    return parsed(["attribute", *map(str, given)])


def test_the_page_is_written_where_it_is_told(tmp_path: Path) -> None:
    file, out = tmp_path / "a.txt", tmp_path / "page.html"
    file.write_text(TEXT, encoding="utf-8")
    assert command.run(arguments(file, "--html", "--out", out)) == 0
    assert "Игорь Рощин" in out.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert command.run(arguments(tmp_path / "none.txt", file, "--html")) == 2
    shown = capsys.readouterr()
    assert "<h1>Мост открыли</h1>" in shown.out
    assert "none.txt" in shown.err


@pytest.mark.parametrize("given", [["a.txt", "--out", "b.html"], ["--html"], ["--html", "--jsonl", "a", "b"]])
def test_options_that_make_no_sense_together_are_refused(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        arguments(*given)
    assert stopped.value.code == 2
    assert "--" in capsys.readouterr().err


def test_an_empty_text_has_no_pieces() -> None:
    assert markup_of(Article("a.txt", "")) == Markup(Article("a.txt", ""), (), ())
