"""Answers through the real door: articles in, extracts out, or an honest nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation, Speaker
from retrieval.answer import WHY_NOT
from retrieval.extract import Voice
from retrieval.searcher import Searcher, build_searcher
from retrieval.stretches import LONGEST
from tests.made_articles import attributed, place

BRIDGE = (
    "Мост через Илек открыли для грузовиков\n\n"
    "«Мост держит семьдесят тонн, — сказал инженер Асан Кали. — Трещин мы не нашли».\n\n"
    "По словам Кали, объезд через посёлок закроют осенью. Старый паром продали в Уральск за бесценок.\n"
)
WATER = "Көлдің суы биыл екі метрге түсті. Балықшылар қайықтарын жағаға шығарды."
DAYS = [f"В {number} день у каравана было {50 - number} голов, остальные паслись у колодца." for number in range(2, 16)]
CARAVAN = " ".join([*DAYS[:9], "Белый верблюд пал от жажды в песках.", *DAYS[9:]])
SART = Speaker("Дина Сарт", "погонщица")
FERRY = "— Сколько стоит проезд?\n— Двести тенге с человека.\n"


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
        attributed(f"Утром пришли гости. «{CARAVAN}» – говорит погонщица. Сарт смеётся.", (CARAVAN, Kind.DIRECT, SART)),
        AttributedArticle(Article("су.txt", WATER, language="kk")),
        AttributedArticle(Article("паром.txt", FERRY), (), (question,), (answer,)),
    ]


def only(text: str) -> Searcher:
    return build_searcher([AttributedArticle(Article("мост.txt", text))])


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return build_searcher(articles())


def test_words_come_as_they_are_printed_with_everything_known_of_them(searcher: Searcher) -> None:
    first = searcher.answer("Сколько тонн держит мост?").extracts[0]
    assert first.text == BRIDGE.partition("\n\n")[2].rstrip()
    assert (first.speaker, first.role, first.kind) == (None, None, Kind.PASSAGE)
    assert first.within == tuple(
        Voice(words, kind, "Асан Кали", "инженер")
        for words, kind in (
            ("Мост держит семьдесят тонн,", Kind.CONTINUED),
            ("Трещин мы не нашли", Kind.CONTINUED),
            ("объезд через посёлок закроют осенью", Kind.INDIRECT),
        )
    )
    assert (first.article, first.outlet, first.date) == ("мост.txt", "Степной вестник", date(2031, 5, 7))
    assert (first.url, first.asked) == ("https://example.org/m", None)


def test_long_words_of_one_person_come_with_nobody_elses(searcher: Searcher) -> None:
    first = searcher.answer("Где пал белый верблюд?").extracts[0]
    assert "Белый верблюд пал" in first.text
    assert {(voice.speaker, voice.role, voice.kind) for voice in first.voices} == {
        ("Дина Сарт", "погонщица", Kind.DIRECT)
    }
    assert all(voice.text in CARAVAN for voice in first.voices)


def test_narration_is_nobodys_words(searcher: Searcher) -> None:
    first = searcher.answer("Көлдің суы неше метрге түсті?").extracts[0]
    assert (first.kind, first.speaker, first.role, first.within) == (Kind.NARRATIVE, None, None, ())


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
        ("Сколько тонн билетов на концерт в консерватории?", "no_match"),
        ("Здравствуйте!", "greeting"),
        ("Спасибо большое", "thanks"),
        ("Сау болыңыз", "farewell"),
        ("ghbdtn", "greeting"),
        ("как дела?", "small_talk"),
        ("2+2", "small_talk"),
        ("не істей аласың", "about_bot"),
        ("ответь", "only_common_words"),
        ("Сәлеметсіз бе", "greeting"),
        ("Что Асан Кали сказал о погоде?", "weak_match"),
        ("эксперт: Иванов мост", "unknown_name"),
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
    others = [AttributedArticle(Article(f"{day}.txt", f"Ярмарка шла {day} дней до снега.")) for day in range(40, 80)]
    assert len(build_searcher(copies + others).answer("Сколько тонн держит мост на сваях?").extracts) == 1


def test_what_is_near_and_no_answer_is_told_apart() -> None:
    others = [AttributedArticle(Article(f"{day}.txt", f"Ярмарка шла {day} дней до снега.")) for day in range(40, 80)]
    near = AttributedArticle(Article("мост.txt", "Тонны мост."))
    answer = build_searcher([near, *others]).answer("Сколько тонн держит мост на ржавых сваях?")
    assert (answer.why_not, answer.extracts) == ("weak_match", ())
    assert [each.article for each in answer.nearest] == ["мост.txt"]


def test_a_long_article_is_cut_to_whole_sentences_around_those_that_answer() -> None:
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
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
