"""Follow-ups: who is asked, what about and of which days are each taken from the question before where they are left
out."""

from __future__ import annotations

import pytest

from retrieval.follow_up import reading_of
from retrieval.searcher import Searcher, build_searcher
from tests.test_retrieval_whom import TODAY, articles, values


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return build_searcher(articles())


FIRST = "Что Марков думает о газе в посёлке?"


@pytest.mark.parametrize(
    "follow",
    [
        "а что Сарсекова?",
        "а Сарсекова?",
        "А Сарсекова что говорит?",
        "а по мнению Сарсековой?",
        "а как считает Сарсекова?",
        "а у Сарсековой?",
        "ну а Вера Сарсекова?",
        "ал Сарсекова ше?",
        "Сарсекова ше?",
        "ал Сарсекова не дейді?",
        "and Сарсекова?",
    ],
)
def test_another_person_is_asked_the_same(searcher: Searcher, follow: str) -> None:
    answer = searcher.answer(follow, before=FIRST)
    assert answer.extracts[0].article == "woman.txt" and values(answer) == {"speaker": "Вера Сарсекова"}
    assert "газе" in answer.asked and "Марков" not in answer.asked


@pytest.mark.parametrize(
    "follow", ["а о ценах на хлеб?", "о ценах на хлеб", "а ещё о ценах на хлеб?", "ал нан бағасы туралы ше?"]
)
def test_the_same_person_is_asked_about_something_else(searcher: Searcher, follow: str) -> None:
    answer = searcher.answer(follow, before=FIRST)
    assert values(answer) == {"speaker": "Сергей Марков"}
    assert "газе" not in answer.asked


@pytest.mark.parametrize("follow", ["а в 2024 году?", "а за 2024 год?", "ал 2024 жылы ше?", "А в 2024?"])
def test_the_same_is_asked_of_other_days(searcher: Searcher, follow: str) -> None:
    answer = searcher.answer(follow, before=FIRST)
    assert values(answer) == {"speaker": "Сергей Марков", "since": "2024-01-01", "until": "2024-12-31"}
    assert [extract.article for extract in answer.extracts] == ["port.txt"] and "газе" in answer.asked


def test_days_take_the_place_of_days(searcher: Searcher) -> None:
    answer = searcher.answer("а после 2023 года?", before="Что Марков говорил о газе в 2023 году?")
    assert values(answer) == {"speaker": "Сергей Марков", "since": "2024-01-01"}


def test_another_person_and_another_topic_are_both_taken(searcher: Searcher) -> None:
    answer = searcher.answer("а что Сарсекова говорит о ценах на хлеб?", before=FIRST)
    assert answer.extracts[0].article == "mill.txt" and values(answer) == {"speaker": "Вера Сарсекова"}


def test_a_follow_up_goes_on_from_one_that_went_on(searcher: Searcher) -> None:
    before = "эксперт: «Вера Сарсекова» Что думает о газе в посёлке?"  # as the bot writes it out
    assert searcher.answer("а Марков?", before=before).extracts[0].article == "port.txt"


@pytest.mark.parametrize("follow", ["а о Сарсековой?", "ал Сарсекова туралы ше?"])
def test_a_person_may_be_the_new_topic(searcher: Searcher, follow: str) -> None:
    answer = searcher.answer(follow, before=FIRST)
    assert "Вера Сарсекова" not in values(answer).values() and "арсеков" in answer.asked


def test_an_unknown_name_in_a_follow_up_is_told(searcher: Searcher) -> None:
    answer = searcher.answer("а что Пупырин?", before=FIRST)
    assert answer.unknown == "Пупырин" and values(answer) == {} and "газе" in answer.asked


@pytest.mark.parametrize("question", ["а кто такая Сарсекова?", "А где родилась Сарсекова?"])
def test_a_question_about_somebody_takes_nothing_over(searcher: Searcher, question: str) -> None:
    answer = searcher.answer(question, before=FIRST)
    assert values(answer) == {} and "газе" not in answer.asked


@pytest.mark.parametrize(
    ("follow", "named"),
    [
        ("а что Сарсекова?", "Вера Сарсекова Что думает о газе в посёлке?"),
        ("а о ценах?", "Сергей Марков о ценах"),
        ("а в 2024 году?", "Сергей Марков Что думает о газе в посёлке?"),
        ("ал баға туралы ше?", "Сергей Марков баға туралы"),
    ],
)
def test_what_others_say_in_a_follow_up_is_about_whom_it_asks(searcher: Searcher, follow: str, named: str) -> None:
    reading = reading_of(follow, FIRST, searcher.corpus, TODAY)
    assert " ".join(reading.named.split()) == named
