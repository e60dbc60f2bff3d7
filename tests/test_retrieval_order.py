"""The order of the first hits: what is asked for, where in an article it stands, and what stands before it."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.quotation import AttributedArticle, Kind, Quotation
from corpus.span import Span
from retrieval.asked_kind import AskedKind, asked_kind, asks_for_a_course, gives, is_question
from retrieval.beginnings import beginnings
from retrieval.folding import folded
from retrieval.order import FEATURES, weights
from retrieval.searcher import build_searcher
from retrieval.terms import forms, terms
from retrieval.word_forms import WordForms


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Сколько тонн держит мост?", AskedKind.NUMBER),
        ("Какую часть работ сделали?", AskedKind.NUMBER),
        ("Көпір қанша тонна көтереді?", AskedKind.NUMBER),
        ("Копир канша тонна котереди", AskedKind.NUMBER),
        ("Когда откроют мост?", AskedKind.DAY),
        ("В каком году построили мост?", AskedKind.DAY),
        ("Көпір қай жылы салынды?", AskedKind.DAY),
        ("Почему закрыт мост?", None),
        ("мост", None),
    ],
)
def test_what_is_asked_for(question: str, kind: AskedKind | None) -> None:
    assert asked_kind(question) is kind


@pytest.mark.parametrize(
    ("kind", "text", "given"),
    [
        (AskedKind.NUMBER, "держит 70 тонн", True),
        (AskedKind.NUMBER, "держит семьдесят тонн", True),
        (AskedKind.NUMBER, "жетпіс тонна", True),
        (AskedKind.NUMBER, "держит любой груз", False),
        (AskedKind.DAY, "построен в 1974 году", True),
        (AskedKind.DAY, "откроют весной", True),
        (AskedKind.DAY, "көктемде ашылады", True),
        (AskedKind.DAY, "держит 70 тонн", False),
    ],
)
def test_what_a_text_gives(kind: AskedKind, text: str, given: bool) -> None:
    assert gives(kind, beginnings(text)) is given


def test_a_topic_is_no_question() -> None:
    assert is_question("кто открыл мост") and is_question("Мост?") and is_question("көпір қайда")
    assert not is_question("Мост через Илек открыли")


def test_a_course_of_events_is_asked_for_in_both_languages() -> None:
    assert asks_for_a_course("Как менялась позиция порта?") and asks_for_a_course("хронология ремонта")
    assert asks_for_a_course("Порттың ұстанымы қалай өзгерді?") and not asks_for_a_course("Как открыли мост?")


@pytest.mark.parametrize("text", ["Ёлки у Қызылорда, 2024-жыл", "Па\u0301ром и па\u00adром", "ӘҒҚҢӨҰҮІҺ әлемі"])
def test_beginnings_are_the_prefixes_of_terms(text: str) -> None:
    prefixes = set(terms(text, WordForms()).prefixes)
    assert prefixes <= beginnings(text) and beginnings(text) <= {folded(form)[:5] for form in forms(text)}


def test_the_model_knows_its_features() -> None:
    assert set(weights()) == {"ru", "kk", "en"}
    assert all(set(each) <= set(FEATURES) for each in weights().values())


def articles(*texts: str) -> list[AttributedArticle]:
    return [AttributedArticle(Article(f"{number}.txt", text)) for number, text in enumerate(texts)]


def test_of_an_articles_passages_the_one_with_a_number_answers_how_many() -> None:
    bridge = "Мост через Илек открыли для грузовиков в торжественной обстановке.\n\nМост через Илек держит 70 тонн.\n"
    others = articles(bridge, "Көлдің суы биыл түсті.", "Паром продали за бесценок.")
    first = build_searcher(others).answer("Сколько грузовиков и тонн держит мост через Илек?").extracts[0]
    assert "70" in first.text


def places(text: str, *parts: str) -> list[Span]:
    return [Span(text.index(part), text.index(part) + len(part)) for part in parts]


def test_a_reply_to_the_same_question_comes_first() -> None:
    text = "— Сколько пусков было?\n— Восемь.\n— Кто провожал пуски?\n— Пуски и пуски, пять раз весь город.\n"
    asked = places(text, "Сколько пусков было?", "Кто провожал пуски?")
    said = places(text, "Восемь.", "Пуски и пуски, пять раз весь город.")
    replies = tuple(
        Quotation(words, Kind.INTERVIEW_ANSWER, asked=question) for words, question in zip(said, asked, strict=True)
    )
    interview = AttributedArticle(Article("пуск.txt", text), (), tuple(asked), replies)
    first = build_searcher([interview, *articles("Көлдің суы биыл түсті.")]).answer("Сколько было пусков?").extracts[0]
    assert first.text == "Восемь."
