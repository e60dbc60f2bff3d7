"""Page: the markup of articles as one HTML page for an editor, in colours; it loads nothing and needs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from string import Template

from corpus.article import Article
from corpus.markup import Mark, Markup, Piece, Sort
from corpus.quotation import Kind

TEMPLATE = Path(__file__).with_name("page.html")
SORTS = {
    Sort.SPEECH: "прямая речь",
    Sort.REPORT: "пересказ чужих слов",
    Sort.QUESTION: "вопрос журналиста",
    Sort.NAME: "имя говорящего",
    Sort.OUTLET: "издание",
    Sort.LEFT_OUT: "не текст статьи",
}
KINDS = {
    Kind.DIRECT: "прямая речь",
    Kind.CONTINUED: "продолжение речи",
    Kind.INTERVIEW_ANSWER: "ответ в интервью",
    Kind.SIGNATURE: "подпись под словами",
    Kind.INDIRECT: "пересказ",
}
FIELDS = {"outlet": "издание", "author": "автор", "date": "дата", "language": "язык", "url": "адрес"}
LINES = {
    "header": "заголовок файла",
    "headline": "заголовок",
    "repeated_headline": "заголовок ещё раз",
    "masthead": "название издания",
    "dateline": "место и агентство",
    "date_alone": "дата",
    "byline_line": "автор",
    "closing_byline": "автор",
    "source_line": "источник",
    "photo_credit": "подпись к фото",
    "view_counter": "счётчик",
    "section_name": "раздел",
    "read_also": "читайте также",
    "appeal": "призыв",
    "sharing": "кнопки",
    "language_switcher": "языки",
    "address": "адрес",
    "tags": "метки",
    "notice": "объявление",
    "picture_markup": "картинка",
    "ornament": "украшение",
    "after_the_end": "после статьи",
    "flattened_tail": "после статьи",
}
NOBODY = "никто не назван"
NOT_KNOWN = "не названо"
LONGEST = 90  # characters of the words in the list
VOICES = 8  # colours of speakers, used again from the first


@dataclass(frozen=True)
class Sheet:
    """A markup with a number for every mark that stands in the list, and a colour for every speaker."""

    markup: Markup
    first: int

    @cached_property
    def listed(self) -> dict[int, int]:
        """Numbers by the identity of marks: two may be alike."""
        marks = (mark for mark in self.markup.marks if mark.sort is not Sort.NAME)
        return {id(mark): number for number, mark in enumerate(marks, self.first)}

    @cached_property
    def voices(self) -> dict[str, int]:
        names = (mark.speaker.name for mark in self.markup.marks if mark.speaker.name)
        return {name: at % VOICES for at, name in enumerate(dict.fromkeys(names))}


def page_of(markups: Sequence[Markup]) -> str:
    """The whole page; everything that comes from articles is escaped."""
    first, articles = 1, []
    for markup in markups:
        sheet = Sheet(markup, first)
        articles.append(article_of(sheet))
        first += len(sheet.listed)
    title = ", ".join(markup.article.title or markup.article.id for markup in markups)
    template = Template(TEMPLATE.read_text(encoding="utf-8"))
    return template.substitute(title=escape(title), legend=legend(), articles="\n".join(articles))


def legend() -> str:
    return "".join(f'<li><span class="{sort}">{label}</span></li>' for sort, label in SORTS.items())


def article_of(sheet: Sheet) -> str:
    article = sheet.markup.article
    return (
        f"<article><h1>{escape(article.title or article.id)}</h1>\n<dl>{''.join(facts(article))}</dl>\n"
        f'<div class="text" lang="{escape(article.language)}">{"".join(shown(sheet))}</div>\n'
        f"<table><thead><tr><th>№<th>что это<th>кто<th>слова<th>правило</tr></thead>\n"
        f"<tbody>{''.join(rows(sheet))}</tbody></table></article>"
    )


def facts(article: Article) -> Iterator[str]:
    yield f"<div><dt>файл<dd>{escape(article.id)}</div>"
    for field, label in FIELDS.items():
        known = getattr(article, field)
        value = escape(str(known)) if known else f"<i>{NOT_KNOWN}</i>"
        yield f"<div><dt>{label}<dd>{value}</div>" if known or field in ("outlet", "author", "date") else ""


def shown(sheet: Sheet) -> Iterator[str]:
    """The text, piece by piece, with the label of each mark behind its last words."""
    for piece in sheet.markup.pieces:
        anchors = (f'<a id="w{number}"></a>' for number in numbers(sheet, piece.opens))
        yield "".join([*anchors, coloured(sheet, piece), *(label(sheet, mark) for mark in piece.ends)])


def numbers(sheet: Sheet, marks: Iterable[Mark]) -> Iterator[int]:
    return (sheet.listed[id(mark)] for mark in marks if id(mark) in sheet.listed)


def coloured(sheet: Sheet, piece: Piece) -> str:
    if not piece.marks:
        return escape(piece.words)
    classes = " ".join(dict.fromkeys(name for mark in piece.marks for name in classes_of(sheet, mark)))
    told = " · ".join(explained(mark) for mark in piece.marks)
    return f'<span class="{classes}" title="{escape(told)}">{escape(piece.words)}</span>'


def classes_of(sheet: Sheet, mark: Mark) -> Iterator[str]:
    yield mark.sort.value
    if mark.sort is Sort.SPEECH or mark.sort is Sort.REPORT:
        yield f"voice{sheet.voices[mark.speaker.name]}" if mark.speaker.name else "nobody"


def explained(mark: Mark) -> str:
    """What a mark says, in one line: the sort, who, and the rule."""
    return ": ".join(part for part in (what(mark), who(mark), f"«{mark.rule}»") if part)


def what(mark: Mark) -> str:
    return KINDS[mark.kind] if mark.kind else SORTS[mark.sort]


def who(mark: Mark) -> str:
    known = ", ".join(part for part in (mark.speaker.name, mark.speaker.role) if part)
    return known or (NOBODY if mark.kind else "")


def label(sheet: Sheet, mark: Mark) -> str:
    """The number that leads to the list, and the speaker."""
    if mark.sort is Sort.NAME:
        return ""
    number = sheet.listed[id(mark)]
    short = mark.speaker.name or mark.speaker.role or (NOBODY if mark.kind else LABELS[mark.sort](mark))
    classes = " ".join(["label", *classes_of(sheet, mark)])
    return f'<a class="{classes}" href="#r{number}" title="{escape(explained(mark))}">{number} {escape(short)}</a>'


LABELS: dict[Sort, Callable[[Mark], str]] = {
    Sort.QUESTION: lambda mark: "вопрос",
    Sort.OUTLET: lambda mark: "издание",
    Sort.LEFT_OUT: lambda mark: LINES.get(mark.rule, mark.rule),
}


def rows(sheet: Sheet) -> Iterator[str]:
    for mark in sheet.markup.marks:
        number = sheet.listed.get(id(mark))
        if number is not None:
            words = " ".join(mark.words.split())
            cut = words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"
            sort = f'<span class="{" ".join(classes_of(sheet, mark))}">{what(mark)}</span>'
            cells = (sort, *map(escape, (who(mark), cut, mark.rule)))
            link = f'<a href="#w{number}">{number}</a>'
            yield f'<tr id="r{number}"><td>{link}<td>' + "<td>".join(cells) + "</tr>\n"
