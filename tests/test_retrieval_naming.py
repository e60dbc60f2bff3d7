"""Questions that name: people, outlets and days become filters; follow-ups take them from the question before."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.naming import FilterKind, read
from retrieval.naming.dates import days
from retrieval.searcher import build_searcher
from retrieval.word_forms import WordForms

TODAY = date(2025, 12, 1)
SPEAKERS = {
    "Сергей Марков": "директор института",
    "Вера Подольцева": "гидролог",
    "Асхат Нурпеисов": "председатель союза",
    "Ильяс Нурпеисов": "режиссёр",
    "Қайрат Жолымбетов": "министр энергетики",
    "Дина Ли": "эколог",
}
OUTLETS = ("Журнал «Степь»", "Каспийская линия")


SAID = (
    "О газе спорили до утра.",
    "Трубы для газа везут баржами.",
    "Без газа школа топит дровами.",
    "Цену газа держит завод.",
    "Счётчики газа сняли зимой.",
)


def article(number: int, name: str, role: str, words: str = "") -> AttributedArticle:
    words = words or f"Мы говорили о газе и о воде в году {number}, и о нефти тоже."
    quotation = Quotation(Span(0, len(words)), Kind.DIRECT, Speaker(name, role))
    day = date(2023, 10, 1 + number)
    origin = Article(f"{number}.txt", words, outlet=OUTLETS[number % 2], date=day)
    return AttributedArticle(origin, quotations=(quotation,))


ARTICLES = [article(number, *speaker) for number, speaker in enumerate(SPEAKERS.items())]
LEMMAS = WordForms()
CATALOGUE = build_searcher(ARTICLES).corpus.catalogue


def filters(text: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.value) for each in read(text, CATALOGUE, LEMMAS, TODAY).filters]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Что говорил Марков о газе?", ["Сергей Марков"]),
        ("мнение маркова о газе", ["Сергей Марков"]),
        ("Слова Сергея Маркова о воде", ["Сергей Марков"]),
        ("С. Марков о воде", ["Сергей Марков"]),
        ("Марков", ["Сергей Марков"]),
        ("По мнению Веры Подольцевой, хватит ли воды?", ["Вера Подольцева"]),
        ("Вера Андреевна Подольцева: что она сказала о воде", ["Вера Подольцева"]),
        ("Что сказал Нурпеисов о хлебе?", ["Асхат Нурпеисов", "Ильяс Нурпеисов"]),
        ("Что сказал Ильяс Нурпеисов о Чехове?", ["Ильяс Нурпеисов"]),
        ("Жолымбетов газ туралы не айтты?", ["Қайрат Жолымбетов"]),
        ("Қайрат Жолымбетовтің пікірі, газ", ["Қайрат Жолымбетов"]),
        ("Сарапшы Жолымбетов газ туралы не айтты?", ["Қайрат Жолымбетов"]),
        ("Кайрат Жолымбетов сказал о газе", ["Қайрат Жолымбетов"]),
        ("Что гидролог думает о воде?", ["Вера Подольцева"]),
        ("Что сказал министр энергетики о газе?", ["Қайрат Жолымбетов"]),
        ("Жолымбетов газ туралы не деді?", ["Қайрат Жолымбетов"]),
        ("Жолымбетов газ туралы не дейди", ["Қайрат Жолымбетов"]),
        ("Цена газа, Подольцева", ["Вера Подольцева"]),
        ("Цена газа (Вера Подольцева)?", ["Вера Подольцева"]),
    ],
)
def test_whose_words_are_asked_for(question: str, names: list[str]) -> None:
    assert filters(question) == [("speaker", name) for name in names]


@pytest.mark.parametrize(
    "question",
    [
        "Где родился Сергей Марков?",
        "Что сказали о Маркове?",
        "Что сказал Иван Марков о газе?",
        "Марков туралы не айтты?",
        "Какой гидролог работает на реке?",
        "Что говорят о марках?",
        "Вера и надежда",
        "Газ, вода и Марков",
    ],
)
def test_who_is_asked_about_is_no_filter(question: str) -> None:
    assert filters(question) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Что писал журнал «Степь» о газе?", [("outlet", "Журнал «Степь»")]),
        ("Что писали в «Степи» о газе?", [("outlet", "Журнал «Степь»")]),
        ("Каспийская линия о нефти", [("outlet", "Каспийская линия")]),
        ("Как идёт жизнь в степи?", []),
        ("издание: Степь газ", [("outlet", "Журнал «Степь»")]),
        ("эксперт: Марков газ", [("speaker", "Сергей Марков")]),
        ("эксперт: «Вера Подольцева» вода", [("speaker", "Вера Подольцева")]),
        ("газ с: 2023-10-02 по: 31.12.2024", [("since", "2023-10-02"), ("until", "2024-12-31")]),
        ("эксперт: Иванов газ", [("speaker", "Иванов")]),
    ],
)
def test_outlets_and_written_filters(question: str, expected: list[tuple[str, str]]) -> None:
    assert filters(question) == expected


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("что говорили в октябре 2023", date(2023, 10, 1), date(2023, 10, 31)),
        ("в 2024 году", date(2024, 1, 1), date(2024, 12, 31)),
        ("5 мая 2025 года", date(2025, 5, 5), date(2025, 5, 5)),
        ("летом 2025 года", date(2025, 6, 1), date(2025, 8, 31)),
        ("с 2022 по 2024 год", date(2022, 1, 1), date(2024, 12, 31)),
        ("за последний месяц", date(2025, 10, 31), TODAY),
        ("2023 жылғы қазанда", date(2023, 10, 1), date(2023, 10, 31)),
        ("2025 жылы", date(2025, 1, 1), date(2025, 12, 31)),
        ("в марте", date(2025, 3, 1), date(2025, 3, 31)),
        ("после 2023 года", date(2024, 1, 1), None),
        ("до 2023 года", None, date(2022, 12, 31)),
    ],
)
def test_days(text: str, since: date | None, until: date | None) -> None:
    found = days(text, TODAY)
    assert found and (found.since, found.until) == (since, until)


@pytest.mark.parametrize("text", ["90 километров", "31 февраля 2025", "около 2000 тонн", "Марков", "май ай"])
def test_no_days(text: str) -> None:
    found = days(text, TODAY)
    assert found is None or "2025" in text


def test_days_filter_only_what_was_said_or_published() -> None:
    assert filters("Сколько газа добыли в 2024 году?") == []
    assert filters("Что говорили о газе в октябре 2023 года?") == [("since", "2023-10-01"), ("until", "2023-10-31")]


def test_an_answer_is_held_to_the_filters_and_tells_them() -> None:
    answer = build_searcher(ARTICLES).answer("Что Подольцева сказала о газе?")
    assert {extract.speaker for extract in answer.extracts} == {"Вера Подольцева"}
    assert [(each.kind, each.value) for each in answer.filters] == [(FilterKind.SPEAKER, "Вера Подольцева")]


def test_where_a_person_said_nothing_of_it_what_others_say_is_near() -> None:
    searcher = build_searcher([*ARTICLES, AttributedArticle(Article("x.txt", "Сгущёнка подорожала на ярмарке вдвое."))])
    answer = searcher.answer("Что Марков сказал о сгущёнке?")
    assert (answer.found, answer.why_not, [each.value for each in answer.relaxed]) == (
        False, "weak_match", ["Сергей Марков"],
    )  # fmt: skip
    assert answer.nearest
    assert searcher.answer("Что Марков сказал о сгущёнке?", filtered=False).extracts[0].article == "x.txt"


def test_nothing_by_a_condition_that_is_written_out_offers_the_question_without_it() -> None:
    searcher = build_searcher([*ARTICLES, AttributedArticle(Article("x.txt", "Сгущёнка подорожала на ярмарке вдвое."))])
    answer = searcher.answer("эксперт: Марков сгущёнка")
    assert (answer.found, answer.why_not, answer.unfiltered) == (False, "nothing_by_filter", True)
    assert searcher.answer("эксперт: Марков сгущёнка", filtered=False).extracts[0].article == "x.txt"
    assert not searcher.answer("эксперт: Марков пингвины").unfiltered


def test_behind_a_persons_own_words_comes_what_others_say() -> None:
    told = AttributedArticle(Article("x.txt", "Сергей Марков говорил о газе на заводе до утра, пишет газета."))
    answer = build_searcher([*ARTICLES, told]).answer("Что Марков сказал о газе?", 5)
    assert answer.own and 0 < answer.own < len(answer.extracts)
    assert {each.speaker for each in answer.extracts[: answer.own]} == {"Сергей Марков"}
    assert not {"Сергей Марков"} & {each.speaker for each in answer.extracts[answer.own :]}


def test_where_a_person_says_nothing_of_it_others_may() -> None:
    told = AttributedArticle(Article("x.txt", "О сгущёнке Сергея Маркова спорили на ярмарке: сгущёнка подорожала."))
    answer = build_searcher([*ARTICLES, told]).answer("Что Марков сказал о сгущёнке?")
    assert [each.article for each in answer.extracts] == ["x.txt"]
    assert (answer.filters, [each.value for each in answer.relaxed]) == ((), ["Сергей Марков"])


@pytest.mark.parametrize("follow", ["а о воде?", "А про воду", "и о воде?"])
def test_a_follow_up_asks_the_same_person(follow: str) -> None:
    answer = build_searcher(ARTICLES).answer(follow, before="Что Марков сказал о газе?")
    assert {extract.speaker for extract in answer.extracts} == {"Сергей Марков"}


def test_a_follow_up_asks_another_person_the_same() -> None:
    answer = build_searcher(ARTICLES).answer("а Подольцева?", before="Что Марков сказал о газе?")
    assert {extract.speaker for extract in answer.extracts} == {"Вера Подольцева"}
    assert answer.found


def test_a_question_of_its_own_takes_nothing_from_the_one_before() -> None:
    assert build_searcher(ARTICLES).answer("Что говорят о нефти?", before="Что Марков сказал о газе?").filters == ()


def spoken(question: str, *speakers: tuple[str, str]) -> set[str | None]:
    """By whom the extracts of a corpus are in which these people speak, an article each."""
    searcher = build_searcher(article(number, *speaker, SAID[number]) for number, speaker in enumerate(speakers))
    return {extract.speaker for extract in searcher.answer(question, 9).extracts}


@pytest.mark.parametrize("asked", ["Бахытжан Токаев", "Бақытжан Тоқаев", "Bakhytzhan Tokayev", "Бахытжана Токаева"])
def test_all_credits_that_are_one_person_s_answer(asked: str) -> None:
    names = ("Бақытжан Тоқаев", "Бахытжан Токаев", "Bakhytzhan Tokayev", "Токаев", "Ерлан Токаев")
    posts = ("порт директоры", "директор порта", "директор", "директор порта", "агроном")
    found = spoken(f"эксперт: {asked} газ", *zip(names, posts, strict=True))
    assert found == set(names) - {"Ерлан Токаев"}


def test_a_latin_credit_alone_answers_a_cyrillic_question() -> None:
    assert spoken("Что сказал Токаев о газе?", ("Bakhytzhan Tokayev", "директор")) == {"Bakhytzhan Tokayev"}


@pytest.mark.parametrize("asked", ["Анна Рощина-Ким", "Анны Рощиной-Ким", "Рощина", "Ким", "А. Ким"])
def test_either_half_of_a_double_surname_means_who_bears_it(asked: str) -> None:
    speakers = (("Анна Рощина-Ким", "инженер"), ("Вера Ли", "эколог"))
    assert spoken(f"эксперт: «{asked}» газ", *speakers) == {"Анна Рощина-Ким"}


def test_a_patronymic_tells_two_of_one_name_apart() -> None:
    names = ("Анна Петровна Рощина", "Анна Ивановна Рощина")
    for asked, meant in (("Анна Ивановна Рощина", {names[1]}), ("Анна Рощина", set(names))):
        assert spoken(f"Что сказала {asked}?", *((name, "инженер") for name in names)) == meant


def test_several_who_were_meant_are_held_to_by_their_own_names() -> None:
    asked = {"Ильяс Нурпеисов; Дина Ли": ["Ильяс Нурпеисов", "Дина Ли"], "Дина Ли": ["Дина Ли"]}
    for names, meant in asked.items():
        assert filters(f"эксперт: «{names}» газ") == [("speaker", name) for name in meant]


def test_whoever_is_asked_for_and_nothing_else_is_answered_with_all_his_words() -> None:
    names = ("Асхат Нурпеисов", "Ильяс Нурпеисов")
    assert spoken("Что говорил Нурпеисов?", *((name, "режиссёр") for name in (*names, "Вера Ли"))) == set(names)


def test_a_surname_that_two_are_printed_under_is_no_proof_of_either() -> None:
    speakers = (("Анна Рощина", "инженер"), ("Рощина", "инженер"), ("Рощина", "тренер"))
    searcher = build_searcher(article(number, *speaker, SAID[number]) for number, speaker in enumerate(speakers))
    verdicts = {name: searcher.verify(f"«{SAID[1]}», – сказала {name}.").verdict for name in ("Рощина", "Анна Рощина")}
    assert verdicts == {"Рощина": "exact", "Анна Рощина": "anothers"}
