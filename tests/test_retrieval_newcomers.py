"""What newcomers type: short questions over the sample corpus and the customer's articles, and questions to refuse."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from corpus.library import read_library
from retrieval.searcher import Searcher, build_searcher

SAMPLE = Path(__file__).parents[1] / "corpus" / "articles"
CUSTOMERS = Path(__file__).parents[2] / "shared" / "data" / "articles"
TABLE = Path(__file__).parent / "retrieval" / "newcomers.tsv"
NONE = "-"


@cache
def searcher(folder: Path) -> Searcher:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    return build_searcher(read_library(folder).articles)


def questions() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(question, articles) for question, articles in rows]


@pytest.mark.parametrize(("question", "articles"), questions())
def test_a_short_question(question: str, articles: str) -> None:
    answer = searcher(SAMPLE).answer(question)
    first = answer.extracts[0].article if answer.found else NONE
    assert first in articles.split()


def test_of_a_person_asked_for_come_his_own_words() -> None:
    answer = searcher(CUSTOMERS).answer("Что Путин сказал о сотрудничестве с Казахстаном?")
    first = answer.extracts[0]
    own = [voice.text for voice in first.voices if (voice.speaker, voice.kind) == ("Владимир Путин", "signature")]
    assert any("Российско-казахстанские отношения находятся на высоком уровне" in text for text in own)


@pytest.mark.parametrize("question", ["Где родился Сергей Марков?", "Почему Казахстан вступил в НАТО?"])
def test_a_name_or_a_body_that_the_articles_have_is_no_answer_alone(question: str) -> None:
    assert not searcher(CUSTOMERS).answer(question).found
