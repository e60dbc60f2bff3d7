"""A page: furniture, headline, byline, date and language; the text itself is never touched."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.furniture import Line, rule_of
from corpus.page import Page, header_of_page, read_page
from corpus.readers.markdown import article_of
from corpus.span import Span

PORTAL = """Речной вестник

Причал на Каспии расширят

Причал на Каспии расширят
7 мая 2031, 10:15
© Фото: пресс-служба порта
Начальник порта Игорь Орлов рассказал корреспонденту "Речного вестника" о новом причале.

Что будет дальше?

Орлов отметил, что грузов станет больше.

Читайте также: Дорогу к порту откроют осенью

1204 просмотра

Видео

реклама

Ярмарка мёда

Актау, площадь у порта
"""

KAZAKH = """Айлақ кеңейтіледі – сарапшы пікірі

Автор: Айжан Сейітова

Жүк биыл екі есе артпақ

Фото: Игорь Орловтың жеке мұрағатынан

Айлақ көктемге дейін кеңейтіледі, деп хабарлайды Dala Rýhy.

Бөлісу

Тегтер: порт, көктем
"""

FLAT = (
    "07 Мамыр 2031, 11:10 Ақтау порты жаңа айлақ салады АҚТАУ. ҚазАқпарат - Ақтау портында жаңа айлақ салынады. "
    "Бұл туралы порт хабарлады. Автор: Айжан Сейітова Басты сөздер: порт, Ақтау"
)

EDITORIAL = "Порт растёт быстрее дороги.\n\nДорогу надо строить сегодня, иначе причал останется без грузов.\n"


def page_of(text: str, id: str = "порт.txt") -> Page:
    return read_page(Article(id, text))


def parts(page: Page) -> list[str]:
    return [span.of(page.article.text) for span in page.paragraphs]


def rules(page: Page) -> list[tuple[str, str]]:
    return [(left.rule, left.span.of(page.article.text)) for left in page.left_out]


def test_a_portal_page_is_parted_from_its_article() -> None:
    page = page_of(PORTAL)
    assert parts(page) == [
        'Начальник порта Игорь Орлов рассказал корреспонденту "Речного вестника" о новом причале.',
        "Что будет дальше?",
        "Орлов отметил, что грузов станет больше.",
    ]
    assert [rule for rule, _ in rules(page)] == [
        "masthead",
        "headline",
        "repeated_headline",
        "date_alone",
        "photo_credit",
        "read_also",
        "view_counter",
        "section_name",
        "section_name",
        "after_the_end",
        "after_the_end",
    ]
    article = page.article
    assert (article.title, article.outlet) == ("Причал на Каспии расширят", "Речной вестник")
    assert article.date == date(2031, 5, 7)
    assert (article.text, article.language, article.author) == (PORTAL, "ru", None)


def test_a_kazakh_page_gives_its_author_and_outlet() -> None:
    page = page_of(KAZAKH)
    article = page.article
    assert (article.title, article.author) == ("Айлақ кеңейтіледі – сарапшы пікірі", "Айжан Сейітова")
    assert (article.outlet, article.language, article.date) == ("Dala Rýhy", "kk", None)
    assert parts(page) == [
        "Жүк биыл екі есе артпақ",
        "Айлақ көктемге дейін кеңейтіледі, деп хабарлайды Dala Rýhy.",
    ]


def test_a_flattened_page_is_parted_inside_its_one_line() -> None:
    page = page_of(FLAT)
    article = page.article
    assert (article.title, article.date) == ("Ақтау порты жаңа айлақ салады", date(2031, 5, 7))
    assert (article.outlet, article.author) == ("ҚазАқпарат", "Айжан Сейітова")
    assert parts(page) == ["Ақтау портында жаңа айлақ салынады. Бұл туралы порт хабарлады."]


def test_an_editorial_without_headline_names_nobody() -> None:
    page = page_of(EDITORIAL)
    article = page.article
    assert {page.headline, article.title, article.outlet, article.author, article.date} == {None}
    assert parts(page) == [*EDITORIAL.split("\n\n")[:1], EDITORIAL.split("\n\n")[1].strip()]


def test_a_header_outranks_the_text() -> None:
    header = "---\ntitle: Порт\noutlet: Степь\nlanguage: kk\ndate: 2031-01-02\n---\n"
    given = article_of(header + "# Порт\n\n" + PORTAL, "порт.md")
    page = read_page(given, header_of_page(given))
    article = page.article
    assert (article.title, article.outlet, article.date, article.language) == ("Порт", "Степь", date(2031, 1, 2), "kk")
    assert rules(page)[:2] == [("header", header), ("headline", "# Порт")]
    assert page.headline is not None and page.headline.of(article.text) == "Порт"


def test_fields_that_an_article_brings_stay() -> None:
    article = read_page(Article("порт.txt", PORTAL, title="Своё", outlet="Степь", author="Орлова")).article
    assert (article.title, article.outlet, article.author) == ("Своё", "Степь", "Орлова")


HEADLINES = [
    ("Причал расширят\n\nГрузов станет больше.", "Причал расширят"),
    ("Орлов: причал расширят\n\nГрузов станет больше.", "Орлов: причал расширят"),
    ("«Причал расширят»\n\nГрузов станет больше.", "«Причал расширят»"),
    ("Причал расширят?\nВид на порт\nГрузов станет больше.", "Причал расширят?"),
    ("Грузов станет больше.\n\nПричал расширят.", None),
    ("— Что дальше?\n\n— Причал.", None),
    ("Журналист: Что дальше?\n\nОрлов: Причал.\n\nЖурналист: А потом?\n\nОрлов: Дорога.", None),
    ("Причал расширят", None),
]


@pytest.mark.parametrize(("text", "headline"), HEADLINES)
def test_a_headline_is_a_first_line_that_is_no_sentence(text: str, headline: str | None) -> None:
    assert page_of(text).article.title == headline


FURNITURE = [
    ("© Фото: Игорь Орлов / Степь", "photo_credit"),
    ("Сурет: порттың баспасөз қызметі", "photo_credit"),
    ("13 345 просмотров", "view_counter"),
    ("1 204 рет қаралды", "view_counter"),
    ("Оқылды: 120", "view_counter"),
    ("16+", "view_counter"),
    ("Все видео", "section_name"),
    ("Жарнама", "section_name"),
    ("Главная / Экономика / Порты", "section_name"),
    ("Автор: Ирина Орлова", "byline_line"),
    ("Сұхбаттасқан Айжан Сейітова", "byline_line"),
    ("Источник: «Степь»", "source_line"),
    ("Дереккөз: «Дала»", "source_line"),
    ("Оқи отырыңыз: Жол ашылды", "read_also"),
    ("Подписывайтесь на наш Telegram-канал", "appeal"),
    ("Жаңалықтарды бірінші болып біліңіз", "appeal"),
    ("Бөлісу: Facebook Telegram WhatsApp", "sharing"),
    ("қазақшаqazaqрусскийenglish", "language_switcher"),
    ("KZ | RU | EN", "language_switcher"),
    ("2031 жылғы 5 шілде", "date_alone"),
    ("https://example.org/1", "address"),
    ("+7 (727) 123-45-67", "address"),
    ("#порт #весна", "tags"),
    ("Сайт использует файлы cookie", "notice"),
    ("© 2031 Степь. Все права защищены", "photo_credit"),
    ("left|Вид на порт", "picture_markup"),
    ("***", "ornament"),
]


@pytest.mark.parametrize(("line", "rule"), FURNITURE)
def test_a_line_of_furniture_is_known_by_its_rule(line: str, rule: str) -> None:
    assert rule_of(Line(line, Span(0, len(line)))) == rule


OWN = [
    "Видео с места показали вчера.",
    "Автор Ирина Орлова рассказала, как строили порт.",
    "Фотография порта обошла все газеты.",
    "Источник в порту рассказал о причале.",
    "Экономика порта держится на зерне.",
    "Теги и метки ставят на каждый контейнер.",
    "В 2031 году порт примет 5 мая первый корабль.",
    "— Видео?",
    "Корреспондент порта, Ирина Орлова, видела это.",
    "Дереккөз атын атамады.",
    "Суретте жаңа айлақ көрінеді.",
]


@pytest.mark.parametrize("line", OWN)
def test_a_paragraph_of_the_article_stays(line: str) -> None:
    assert rule_of(Line(line, Span(0, len(line)))) is None


DATES = [
    ("20 Қыркүйек 2031, 15:00", date(2031, 9, 20)),
    ("08.10.2031", date(2031, 10, 8)),
    ("05/08/2031 10:35", date(2031, 8, 5)),
    ("Среда, 7 мая 2031 года, 10:15", date(2031, 5, 7)),
    ("Опубликовано: 7 мая 2031 г. в 10:15", date(2031, 5, 7)),
    ("12:40, 7 мая 2031", date(2031, 5, 7)),
    ("11-22 ноября", None),
    ("31.02.2031", None),
    ("В порту 7 мая 2031 года открыли причал.", None),
]


@pytest.mark.parametrize(("line", "day"), DATES)
def test_only_a_line_that_is_a_date_dates_an_article(line: str, day: date | None) -> None:
    assert page_of(f"Причал расширят\n{line}\nГрузов станет больше.").article.date == day


def test_the_last_line_under_the_story_signs_it_but_not_under_a_quotation() -> None:
    story = "Причал расширят\n\nГрузов станет больше.\n\n"
    assert page_of(story + "Ирина Орлова").article.author == "Ирина Орлова"
    assert page_of(story + "«Места мало»\n\nИрина Орлова").article.author is None
    assert page_of(story + "Написала\nИрина Орлова").article.author == "Ирина Орлова"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Порт открыт, и грузы идут на юг.", "ru"),
        ("Порт ашылды, жүк оңтүстікке барады.", "kk"),
        ("Сәбит Мұқанұлы и Әлия Нұрғалиқызы открыли порт на реке и дорогу к нему.", "ru"),
        ("Ол порт туралы айтты деп жазды", "kk"),
        ("", "ru"),
    ],
)
def test_the_language_is_told_by_letters_and_function_words(text: str, language: str) -> None:
    assert page_of(text).article.language == language


PIECES = [
    "Видео",
    "Причал расширят",
    "Грузов станет больше.",
    "«Да», — сказал он.",
    "Автор: Ирина Орлова",
    "Написала",
    "Ирина Орлова",
    "7 мая 2031",
    "АКТАУ. Степь — Порт открыт.",
    "Источник: «Степь»",
    "— Что?",
    "реклама",
    "Степь",
    "---",
    "title: Порт",
    FLAT,
    "",
]
LINES = st.sampled_from(PIECES)


@given(st.one_of(st.text(max_size=300), st.lists(LINES).map("\n".join)), st.sampled_from(["порт.txt", "порт"]))
def test_what_stays_and_what_is_left_out_lie_apart_inside_an_untouched_text(text: str, id: str) -> None:
    page = page_of(text, id)
    assert page.article.text == text
    spans = sorted([*page.paragraphs, *(left.span for left in page.left_out)])
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
    assert all(before.stop <= after.start for before, after in itertools.pairwise(spans))
    assert list(page.paragraphs) == sorted(page.paragraphs)
    assert [left.span for left in page.left_out] == sorted(left.span for left in page.left_out)
    assert page.headline is None or any(left.span.contains(page.headline) for left in page.left_out)
