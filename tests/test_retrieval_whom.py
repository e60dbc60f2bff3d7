"""Whom and when: who is asked and who is asked about, names and days that are none, who somebody is, follow-ups."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.answer import Answer
from retrieval.naming import read
from retrieval.searcher import Searcher, build_searcher
from retrieval.word_forms import WordForms

TODAY = date(2031, 12, 1)
LEMMAS = WordForms()


def said(id: str, text: str, words: str, name: str, role: str | None, day: date | None = None) -> AttributedArticle:
    """An article in which somebody says ``words``."""
    start = text.index(words)
    quotation = Quotation(Span(start, start + len(words)), Kind.DIRECT, Speaker(name, role))
    language = "kk" if id.startswith("kk") else "ru"
    return AttributedArticle(Article(id, text, date=day, language=language), quotations=(quotation,))


def alone(name: str) -> Searcher:
    words = "Мы говорили о газе и о воде, и о нефти тоже."
    return build_searcher([said("1.txt", words, words, name, "инженер")])


# The cases of a surname: nominative, genitive, dative, instrumental, prepositional; Kazakh genitive, dative and
# accusative.
NAMES = {
    "Сергей Марков": "Марков Маркова Маркову Марковым Маркове Марковтың Марковқа Марковты",
    "Вера Подольцева": (
        "Подольцева Подольцевой Подольцевой Подольцевой Подольцевой Подольцеваның Подольцеваға Подольцеваны"
    ),
    "Лев Полянский": "Полянский Полянского Полянскому Полянским Полянском Полянскийдің Полянскийге Полянскийді",
    "Жан Дюваль": "Дюваль Дюваля Дювалю Дювалем Дювале Дювальдің Дювальге Дювальді",
    "Қайрат Жолымбетов": (
        "Жолымбетов Жолымбетова Жолымбетову Жолымбетовым Жолымбетове Жолымбетовтің Жолымбетовке Жолымбетовті"
    ),
    "Анна Рощина-Ким": (
        "Рощина-Ким Рощиной-Ким Рощиной-Ким Рощиной-Ким Рощиной-Ким Рощина-Кимнің Рощина-Кимге Рощина-Кимді"
    ),
    "Әсел Нұрланқызы": (
        "Нұрланқызы Нұрланқызы Нұрланқызы Нұрланқызы Нұрланқызы Нұрланқызының Нұрланқызына Нұрланқызын"
    ),
    "Олег Бурлу": "Бурлу Бурлу Бурлу Бурлу Бурлу Бурлудың Бурлуға Бурлуды",
}
CASES = ("n", "g", "d", "i", "p", "kg", "kd", "ka")
HEARD = """
    Что {n} говорит о газе?
    что думает {n} о газе
    {n} о газе
    Газ: {n}
    Мнение {g} о газе
    мнение министра {g} о газе
    По словам {g}, хватит ли газа?
    Какая у {g} позиция по газу?
    Какое мнение о газе у {g}?
    кто прав, по словам {g}?
    Что ответил Дранникову {n} о газе?
    Что сказал {n} о Дранникове?
    {n} газ туралы не айтты?
    Газ туралы {n} не деді?
    Сарапшы {n} газ туралы не дейді?
    {kg} газ туралы пікірі қандай?
    {kg} айтуынша, газ қашан келеді?
"""
ABOUT = """
    Какую работу предложили {d}?
    Что сказали {d}?
    Что {d} сказали о газе?
    Что говорят о {p}?
    Что говорят про {g}?
    Что думают о министре {p}?
    Что говорит жена {g}?
    Мнение жены {g} о газе
    За что арестовали {g}?
    Почему {g} уволили, что говорят?
    кто критикует {g}
    Кто ответил {d}?
    Кто говорил с {i} о газе?
    Где родился {n}?
    {n} туралы не дейді?
    {n} жайлы кім айтты?
    кім {n} туралы айтты?
    {kd} не деді?
    {kd} қандай жұмыс ұсынды?
    {ka} кім сынады, не деді?
"""


def questions(table: str, name: str) -> list[str]:
    cases = dict(zip(CASES, NAMES[name].split(), strict=True))
    return [line.strip().format(**cases) for line in table.strip().splitlines()]


def heard(name: str, asked: list[str]) -> set[str]:
    catalogue = alone(name).corpus.catalogue
    return {each for each in asked if read(each, catalogue, LEMMAS, TODAY).filters.speakers == (name,)}


@pytest.mark.parametrize("name", NAMES)
def test_whose_words_are_asked_for(name: str) -> None:
    asked = questions(HEARD, name)
    assert heard(name, asked) == set(asked)


@pytest.mark.parametrize("name", NAMES)
def test_whom_a_question_is_about(name: str) -> None:
    assert heard(name, questions(ABOUT, name)) == set()


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("Дина Ли", "Что Дина Ли сказала о газе?"),
        ("Дина Ли", "Мнение Дины Ли о газе"),
        ("Дина Ли", "Что Ли говорит о газе?"),
        ("Пак Сон Ын", "Что Пак Сон Ын говорит о газе?"),
        ("Лев Полянский", "По словам Льва Полянского, хватит ли газа?"),
        ("Павел Марков", "Мнение Павла Маркова о газе"),
        ("Сергей Марков", "Что было сказано Марковым о газе?"),
    ],
)
def test_short_names_and_changing_first_names_are_heard(name: str, question: str) -> None:
    assert heard(name, [question])


@pytest.mark.parametrize("question", ["Хватит ли газа, что говорят?", "Газ жете ме, кім не деді?"])
def test_a_common_word_is_no_short_name(question: str) -> None:
    assert not heard("Дина Ли", [question]) and not heard("Дина Ким", [question])


def test_of_a_married_couple_the_one_who_speaks_is_heard() -> None:
    words = "О газе спорили до утра."
    searcher = build_searcher(
        [said("1.txt", words, words, "Сергей Марков", None), said("2.txt", words, words, "Анна Маркова", None)]
    )
    expected = {"Что сказала Маркова о газе?": "Анна Маркова", "Мнение Маркова о газе": "Сергей Марков"}
    for question, name in expected.items():
        assert read(question, searcher.corpus.catalogue, LEMMAS, TODAY).filters.speakers == (name,)


# What was said, when, and by whom.

GAS = "Газ в посёлок проведут через год."
PRICES = "Цены на хлеб держат мельницы."
PORT = "Директор порта Сергей Марков приехал в посёлок на пароме. «Газ в посёлок проведут через год», — сказал Марков."
OLD = "«Газ в посёлок обещали ещё деду», — вспоминал Марков. Дранников тогда молчал."
BREAD = "«Цены на хлеб держат мельницы», — добавил Марков."
WOMAN = "«Газ в посёлок не нужен никому», — возразила Вера Сарсекова. Цены её не пугают."
WOMAN_PRICES = "«Цены на хлеб выросли втрое», — посчитала Сарсекова."
KAZAKH = "«Ауылға газ келесі жылы келеді», — деді порт директоры Сергей Марков."


def articles() -> list[AttributedArticle]:
    return [
        said("old.txt", OLD, "Газ в посёлок обещали ещё деду", "Сергей Марков", "директор порта", date(2023, 3, 1)),
        said("bread.txt", BREAD, PRICES[:-1], "Сергей Марков", "директор порта", date(2024, 5, 1)),
        said("port.txt", PORT, GAS[:-1], "Сергей Марков", "директор порта", date(2024, 6, 1)),
        said("woman.txt", WOMAN, "Газ в посёлок не нужен никому", "Вера Сарсекова", "эколог"),
        said("mill.txt", WOMAN_PRICES, "Цены на хлеб выросли втрое", "Вера Сарсекова", "мельник"),
        said("kk.txt", KAZAKH, "Ауылға газ келесі жылы келеді", "Сергей Марков", "порт директоры"),
    ]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return build_searcher(articles())


def values(answer: Answer) -> dict[str, str]:
    return {each.kind.value: each.value for each in answer.filters}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("эксперт: Марков с: 32.13.2025 газ", "32.13.2025"),
        ("газ по: 31.02.2024", "31.02.2024"),
        ("газ с: 31 февраля 2024", "31 февраля 2024"),
        ("с: вчерашний газ", "вчерашний"),
        ("газ с: 2025-10", "2025-10"),
        ("газ бастап: 2024-13-01", "2024-13-01"),
        ("газ дейін: ертең", "ертең"),
    ],
)
def test_a_written_day_that_is_none_is_refused(searcher: Searcher, question: str, value: str) -> None:
    answer = searcher.answer(question)
    assert (answer.why_not, answer.refused, answer.found, answer.nearest) == ("not_a_day", value, False, ())


@pytest.mark.parametrize(
    ("question", "since"),
    [
        ("газ с: 2024", "2024-01-01"),
        ("с: 2024 года газ", "2024-01-01"),
        ("газ с: май 2024", "2024-05-01"),
        ("газ с: 5 мая 2024", "2024-05-05"),
        ("газ бастап: 2024 жылғы 5 мамыр", "2024-05-05"),
        ("газ бастап: 2024 жыл", "2024-01-01"),
    ],
)
def test_a_written_day_is_read_in_many_forms(searcher: Searcher, question: str, since: str) -> None:
    answer = searcher.answer(question)
    assert values(answer)["since"] == since and answer.asked.strip() == "газ"


@pytest.mark.parametrize(
    "question",
    ["эксперт: Сарсекова газ", "сарапшы: Сарсекова газ", "эксперт: Сарсекова мельницы", "эксперт: Сарсекова"],
)
def test_a_written_person_is_kept_to(searcher: Searcher, question: str) -> None:
    answer = searcher.answer(question)
    assert {extract.article for extract in (*answer.extracts, *answer.nearest)} <= {"woman.txt", "mill.txt"}
    assert values(answer) == {"speaker": "Вера Сарсекова"} and answer.relaxed == ()


def test_a_written_day_is_kept_to_and_the_undated_are_counted_and_asked_apart(searcher: Searcher) -> None:
    question = "газ в посёлок с: 2024 по: 2024"
    answer = searcher.answer(question)
    assert [extract.article for extract in answer.extracts] == ["port.txt"] and answer.relaxed == ()
    assert answer.undated >= 1
    apart = searcher.answer(question, undated=True)
    assert apart.extracts and all(extract.date is None for extract in apart.extracts)
    assert apart.undated == 0 and values(apart) == {}


def test_where_only_undated_articles_answer_they_are_counted(searcher: Searcher) -> None:
    answer = searcher.answer("эксперт: Сарсекова с: 01.03.2025 газ")
    assert (answer.found, answer.why_not, answer.undated) == (False, "nothing_by_filter", 1)
    assert searcher.answer("Что Сарсекова говорит о газе?").undated == 0


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("эксперт: Пупырин газ", "Пупырин"),
        ("эксперт: пупырин газ", "пупырин"),
        ("эксперт: «Иван Пупырин» газ", "Иван Пупырин"),
        ("сарапшы: Пупырбаев газ", "Пупырбаев"),
    ],
)
def test_a_written_name_that_nobody_has_is_told(searcher: Searcher, question: str, name: str) -> None:
    answer = searcher.answer(question)
    assert (answer.why_not, answer.unknown, answer.found, answer.nearest) == ("unknown_name", name, False, ())
    assert answer.unfiltered


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Что Пупырин говорит о газе в посёлке?", "Пупырин"),
        ("Мнение Пупырина о газе в посёлке", "Пупырина"),
        ("Что думает Иван Пупырин-Лось о газе в посёлке?", "Иван Пупырин-Лось"),
        ("Пупырин о газе в посёлок что сказал?", "Пупырин"),
        ("Пупырбаев ауылға газ туралы не дейді?", "Пупырбаев"),
        ("Ерғожа Пүпірбай ауылға газ туралы не деді?", "Ерғожа Пүпірбай"),
    ],
)
def test_a_name_that_nobody_has_is_told_and_others_answer(searcher: Searcher, question: str, name: str) -> None:
    answer = searcher.answer(question)
    assert (answer.unknown, answer.why_not) == (name, "weak_match") and answer.nearest


def test_a_name_that_nobody_has_is_told_without_its_post(searcher: Searcher) -> None:
    assert searcher.answer("Что говорит министр Пупырин о газе в посёлке?").unknown == "Пупырин"


@pytest.mark.parametrize(
    "question",
    [
        "Что Марков говорит о газе?",
        "Что Маркоф говорит о газе?",
        "Что говорит Дранников о газе?",
        "эксперт: Дранников газ",
        "Что говорят о Пупырине?",
        "Что сказали Пупырину о газе?",
        "Пупырбаев туралы не дейді?",
        "Что говорит Минэнерго о газе?",
        "Что говорят в Саратове о газе?",
        "Почему Газ дорогой, что говорят?",
        "Где живёт Пупырин?",
        "Қазандықтар газ туралы не дейді?",
    ],
)
def test_other_words_are_no_unknown_names(searcher: Searcher, question: str) -> None:
    assert searcher.answer(question).unknown is None


@pytest.mark.parametrize(
    "question", ["Кто такой Марков?", "кто такой сергей марков", "Кто это — Марков?", "Кем работает Марков?"]
)
def test_who_somebody_is_comes_first_then_his_words(searcher: Searcher, question: str) -> None:
    answer = searcher.answer(question)
    assert answer.extracts[0].text.startswith("Директор порта Сергей Марков приехал")
    assert len(answer.extracts) == 3 and answer.filters == ()
    assert (answer.person, answer.posts) == ("Сергей Марков", ("директор порта", "порт директоры"))


@pytest.mark.parametrize("question", ["Марков деген кім?", "Сергей Марков кім?"])
def test_who_somebody_is_in_kazakh(searcher: Searcher, question: str) -> None:
    answer = searcher.answer(question)
    assert answer.extracts[0].article == "kk.txt" and answer.person == "Сергей Марков"


def test_who_somebody_is_of_two_is_told_of_neither() -> None:
    searcher = build_searcher(
        [
            said(
                "1.txt", "Пекарь Анна Рощина печёт. «Хлеб готов», — говорит она.", "Хлеб готов", "Анна Рощина", "пекарь"
            ),
            said(
                "2.txt", "Врач Ольга Рощина лечит. «Грипп ушёл», — говорит она.", "Грипп ушёл", "Ольга Рощина", "врач"
            ),
        ]
    )
    answer = searcher.answer("Кто такая Рощина?")
    assert [extract.article for extract in answer.extracts] == ["1.txt", "2.txt"]
    assert (answer.person, answer.posts) == (None, ())
