"""The evaluation's questions agree with the sample corpus: the words stand there, and the gold credits them so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.marked import GoldDocument, marked_documents

EVALUATION = Path(__file__).parent / "evaluation"
GOLD = {document["id"]: document for _, document in marked_documents(EVALUATION / "sample")}
FILES = ("ru", "kk", "more", "fresh")
FIELDS = {"id", "text", "file", "words", "speaker", "outlet"}
MORE_FIELDS = {"before", "outlet_also"}


def questions(language: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((EVALUATION / f"questions_{language}.yaml").read_text("utf-8"))
    return loaded


def credited(document: GoldDocument, words: str) -> set[str | None]:
    """Everybody whom the gold credits with ``words`` at some place; nobody where they are the article's own."""
    places = [document["text"].index(words)]
    while (later := document["text"].find(words, places[-1] + 1)) >= 0:
        places.append(later)
    return {
        quote["speaker"]
        for place in places
        for quote in document["quotes"]
        if quote["start"] <= place and place + len(words) <= quote["end"]
    } or {None}


ANSWERABLE = [question for language in FILES for question in questions(language) if question["words"]]
UNANSWERABLE = [question for language in FILES for question in questions(language) if not question["words"]]


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: str(question["id"]))
def test_the_answer_stands_in_its_article(question: dict[str, Any]) -> None:
    document = GOLD[question["file"]]
    assert question["speaker"] in credited(document, question["words"])
    assert question["outlet"] == document["outlet"]
    assert question.get("outlet_also") in (None, *document["outlet_alt"])


@pytest.mark.parametrize("question", UNANSWERABLE, ids=lambda question: str(question["id"]))
def test_a_question_without_an_answer_names_no_article(question: dict[str, Any]) -> None:
    assert {question[key] for key in ("file", "words", "speaker", "outlet")} == {None}


@pytest.mark.parametrize(
    ("language", "total", "unanswerable"), [("ru", 50, 12), ("kk", 30, 5), ("more", 15, 1), ("fresh", 52, 8)]
)
def test_there_are_enough_questions(language: str, total: int, unanswerable: int) -> None:
    asked = questions(language)
    assert len({question["id"] for question in asked}) == len(asked) >= total
    assert all(set(question) - MORE_FIELDS == FIELDS for question in asked)
    assert sum(question["words"] is None for question in asked) >= unanswerable
