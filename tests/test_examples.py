"""Examples: every question that the bot and the README give as one has an answer that a reader would call one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from benchmarks.readme import QUESTIONS, README, sample_searcher
from bot.phrases.choice import PHRASES
from bot.phrases.phrases import Phrases
from corpus.quotation import Kind
from retrieval.searcher import Searcher


@dataclass(frozen=True)
class Example:
    """``words`` stand in the first extract, in the mouth of ``speaker``; ``before`` is the question gone on from."""

    question: str
    words: str
    speaker: str
    before: str | None = None


# The one place to look at when answers change: a new answer must be as good as the one that it replaces.
EXAMPLES = (
    Example("Что Сарсекова думает о газе?", "надо брать не тенге, а кубометрами", "Гульмира Сарсекова"),
    Example("Почему испаряется море?", "Море испаряется, потому что потеплело", "Вера Подольцева"),
    Example("Почему подорожала буханка?", "буханка подорожала на 12 процентов", "Кирилл Дорохов"),
    Example("Что Подольцева говорит о Каспии?", "Каспий поднимется на полметра", "Вера Подольцева"),
    Example("а об Урале?", "к 2050 году в августе его можно будет перейти вброд", "Вера Подольцева",
            "Что Подольцева говорит о Каспии?"),
    Example("Что Ергалиева говорила о фурах в 2025 году?", "развернули обратно 212 фур", "Салтанат Ергалиева"),
    Example("а о перепродаже?", "четыре попытки перепродажи", "Салтанат Ергалиева",
            "Что Ергалиева говорила о фурах в 2025 году?"),
    Example("эксперт: Ергалиева издание: Два берега с: 01.03.2025 фуры", "развернули обратно 212 фур",
            "Салтанат Ергалиева"),
    Example("Жайыққа су неге жетпей қалды?", "жайылмаларға су жетпей қалды", "Мәди Құлсарин"),
    Example("Балыққа қанша су керек?", "2 500 текше метр", "Бибігүл Сатымова"),
    Example("Үйге газ кіргізу қанша тұрады?", "Бір үйге орта есеппен 900 мың теңге керек", "Галина Остроухова"),
    Example("Остроухова газ туралы не айтты?", "Газ келгенімен", "Галина Остроухова"),
    Example("ал құбыр туралы ше?", "екі құбыр бір құбырдан қымбат", "Галина Остроухова",
            "Остроухова газ туралы не айтты?"),
    Example("Астық экспорты туралы не айтылды?", "1,5 млн тонна астық өткізе алады", "Светлана Журавкина"),
)  # fmt: skip
WITHOUT_ANSWER = "Кто выиграл чемпионат мира по футболу?"
KNOWN = {example.question for example in EXAMPLES}

QUOTED = re.compile(r"«([^«»]+\?)»")
COMMANDED = re.compile(r"/ask (.+\?)$|bot ask \"([^\"]+)\"", re.MULTILINE)
CONDITIONED = re.compile(r"`(эксперт: [^`]+)`")


def questions_in(text: str) -> Iterator[str]:
    for pattern in (QUOTED, COMMANDED, CONDITIONED):
        yield from (next(filter(None, found.groups())) for found in pattern.finditer(text))


def told_by(phrases: Phrases) -> set[str]:
    said = (phrases.start, phrases.help, phrases.ask_how, *phrases.why_not.values())
    return {*phrases.examples, *(question for text in said for question in questions_in(text))}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return sample_searcher(tmp_path_factory.mktemp("state"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.question)
def test_an_example_has_its_answer_first(searcher: Searcher, example: Example) -> None:
    first, *_ = searcher.answer(example.question, 3, example.before).extracts
    said = [voice for voice in first.voices if example.words.lower() in voice.text.lower()]
    assert [voice.speaker for voice in said][:1] == [example.speaker], first.text
    assert said[0].kind is not Kind.INDIRECT


def test_the_example_without_an_answer_has_none(searcher: Searcher) -> None:
    assert not searcher.answer(WITHOUT_ANSWER).found


@pytest.mark.parametrize("language", PHRASES)
def test_every_example_that_the_bot_gives_is_looked_at(language: str) -> None:
    told = told_by(PHRASES[language])
    assert len(told) >= 5 and told <= KNOWN


def test_every_example_of_the_readme_is_looked_at() -> None:
    told = {*QUESTIONS, *questions_in(README.read_text(encoding="utf-8"))}
    assert len(told) > 5 and told - {WITHOUT_ANSWER} <= KNOWN


def test_the_readme_begins_with_somebodys_own_words() -> None:
    assert QUESTIONS[0] in KNOWN
