"""Answers through the real door: articles in, extracts out, or an honest nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from corpus.span import Span
from retrieval.answer import WHY_NOT
from retrieval.chosen import LONGEST
from retrieval.searcher import Searcher, build_searcher

BRIDGE = (
    "Мост через Илек открыли для грузовиков\n\n"
    "«Мост держит семьдесят тонн, — сказал инженер Асан Кали. — Трещин мы не нашли».\n\n"
    "По словам Кали, объезд через посёлок закроют осенью. Старый паром продали в Уральск за бесценок.\n"
)
WATER = "Көлдің суы биыл екі метрге түсті. Балықшылар қайықтарын жағаға шығарды."
FERRY = "— Сколько стоит проезд?\n— Двести тенге с человека.\n"


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def articles() -> list[AttributedArticle]:
    kali, said = Speaker("Асан Кали", "инженер"), Kind.CONTINUED
    bridge = Article("мост.txt", BRIDGE, outlet="Степной вестник", date=date(2031, 5, 7), url="https://example.org/m")
    title = place(BRIDGE, "Мост через Илек открыли для грузовиков")
    question = place(FERRY, "Сколько стоит проезд?")
    answer = Quotation(place(FERRY, "Двести тенге с человека."), Kind.INTERVIEW_ANSWER, asked=question)
    quotations = (
        Quotation(place(BRIDGE, "Мост держит семьдесят тонн,"), said, kali),
        Quotation(place(BRIDGE, "Трещин мы не нашли"), said, kali),
        Quotation(place(BRIDGE, "объезд через посёлок закроют осенью"), Kind.INDIRECT, kali),
    )
    return [
        AttributedArticle(bridge, (title,), (), quotations, headline=title),
        AttributedArticle(Article("су.txt", WATER, language="kk")),
        AttributedArticle(Article("паром.txt", FERRY), (), (question,), (answer,)),
    ]


def only(text: str) -> Searcher:
    return build_searcher([AttributedArticle(Article("мост.txt", text))])


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return build_searcher(articles())


def test_a_direct_quotation_comes_with_everything_known_of_it(searcher: Searcher) -> None:
    first = searcher.answer("Сколько тонн держит мост?").extracts[0]
    assert first.text == "Мост держит семьдесят тонн, […] Трещин мы не нашли"
    assert first.spans == (place(BRIDGE, "Мост держит семьдесят тонн,"), place(BRIDGE, "Трещин мы не нашли"))
    assert (first.speaker, first.role, first.kind) == ("Асан Кали", "инженер", Kind.CONTINUED)
    assert (first.article, first.outlet, first.date) == ("мост.txt", "Степной вестник", date(2031, 5, 7))
    assert (first.url, first.asked) == ("https://example.org/m", None)


def test_a_report_is_the_whole_sentence(searcher: Searcher) -> None:
    first = searcher.answer("Когда закроют объезд через посёлок?").extracts[0]
    assert (first.text, first.kind) == ("По словам Кали, объезд через посёлок закроют осенью.", Kind.INDIRECT)


def test_narration_is_nobodys_words(searcher: Searcher) -> None:
    first = searcher.answer("Куда продали старый паром?").extracts[0]
    assert (first.kind, first.speaker, first.role) == (Kind.NARRATIVE, None, None)


def test_the_interviewers_question_helps_to_find_and_is_not_shown(searcher: Searcher) -> None:
    first = searcher.answer("Сколько тенге стоит проезд?").extracts[0]
    assert (first.text, first.asked, first.speaker) == ("Двести тенге с человека.", "Сколько стоит проезд?", None)


@pytest.mark.parametrize("question", ["Көлдің суы неше метрге түсті?", "колдин суы канша метрге тусти", "КӨЛДІҢ СУЫ"])
def test_kazakh_with_and_without_its_letters(searcher: Searcher, question: str) -> None:
    assert searcher.answer(question).extracts[0].text.startswith("Көлдің суы биыл екі метрге түсті.")


def test_a_mistyped_word_is_found(searcher: Searcher) -> None:
    assert searcher.answer("балыкшылар қайыктарын").found
    assert searcher.answer("Сколько тонн держит мост грузовикоф").found


@pytest.mark.parametrize(
    ("question", "why_not"),
    [
        ("", "empty_question"),
        (" \n\t", "empty_question"),
        ("🙂🙂", "no_words"),
        ("?!…", "no_words"),
        ("а что это и как?", "only_common_words"),
        ("Какая погода завтра?", "no_match"),
        ("Ертең ауа райы қандай?", "no_match"),
        ("Сколько тонн билетов на концерт в консерватории?", "weak_match"),
        ("Здравствуйте!", "greeting"),
        ("Спасибо большое", "greeting"),
        ("Сәлеметсіз бе", "greeting"),
        ("Что Асан Кали сказал о погоде?", "nothing_by_filter"),
        ("эксперт: Иванов мост", "nothing_by_filter"),
    ],
)
def test_an_honest_nothing(searcher: Searcher, question: str, why_not: str) -> None:
    answer = searcher.answer(question)
    assert (answer.found, answer.why_not, answer.question) == (False, why_not, question)
    assert why_not in WHY_NOT


def test_letters_in_common_are_no_answer(searcher: Searcher) -> None:
    assert searcher.answer("мостовщик тоннель").why_not == "no_match"


def test_an_empty_corpus_says_so() -> None:
    searcher = build_searcher([])
    assert (searcher.articles, searcher.passages) == (0, 0)
    assert searcher.answer("Сколько тонн держит мост?").why_not == "empty_corpus"


def test_a_question_of_four_thousand_characters_is_answered(searcher: Searcher) -> None:
    assert searcher.answer("Сколько тонн держит мост? " * 154).found


def test_limit(searcher: Searcher) -> None:
    assert len(searcher.answer("мост", limit=1).extracts) == 1
    assert searcher.answer("мост", limit=0).extracts == ()


def test_copies_of_a_statement_are_shown_once() -> None:
    text = "Мост держит семьдесят тонн и стоит на сваях."
    copies = [AttributedArticle(Article(f"{number}.txt", text)) for number in range(5)]
    others = [AttributedArticle(Article("другое.txt", WATER, language="kk"))]
    assert len(build_searcher(copies + others).answer("Сколько тонн держит мост на сваях?").extracts) == 1


def test_a_long_passage_is_cut_to_the_sentences_that_answer() -> None:
    filler = "Подрядчик долго согласовывал смету с областным управлением и возил бумаги в столицу."
    text = " ".join([filler] * 6 + ["Мост держит семьдесят тонн."] + [filler] * 2)
    first = only(text).answer("Сколько тонн держит мост?").extracts[0]
    assert "Мост держит семьдесят тонн." in first.text
    assert len(first.text) <= LONGEST
    assert first.text.endswith(".")


def test_one_longer_sentence_is_shown_whole() -> None:
    text = "Мост держит семьдесят тонн, " + "и ещё раз проверен, " * 60 + "и открыт."
    first = only(text).answer("Сколько тонн держит мост?").extracts[0]
    assert first.text == text


def test_threads_get_the_same_answers(searcher: Searcher) -> None:
    questions = ["Сколько тонн держит мост?", "Көлдің суы неше метрге түсті?", "Какая погода завтра?"] * 20
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(searcher.answer, questions)) == [searcher.answer(question) for question in questions]


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    build_searcher(articles(), lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]
