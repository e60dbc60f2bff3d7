"""Predictions and evaluation by their commands: a gold file in, predictions, tables and mistakes out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import attribution, evaluation
from benchmarks.data import Data
from benchmarks.evaluation import mistakes, page
from benchmarks.suites.attribution import attribution_report
from benchmarks.suites.questions import Asked, Outcome, figures, trouble
from benchmarks.suites.retrieval import retrieval_report
from benchmarks.suites.suite import Report
from benchmarks.tables import table
from corpus.quotation import Kind
from corpus.span import Span
from retrieval.answer import Answer
from retrieval.extract import Extract, Voice
from tests.measured import BY_NAME, report

NEWS = "«Мост держит семьдесят тонн, и трещин мы не нашли», – сказал инженер Асан Кали.\n"
WORDS = "Мост держит семьдесят тонн, и трещин мы не нашли"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"id": "мост", "text": NEWS, "quotes": "are not read"}) + "\n{\n", encoding="utf-8")
    return file


def test_predictions_are_written_or_printed(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attribution.main([str(gold), "--out", str(gold.with_name("pred.jsonl"))]) == 2
    assert f"{gold}:2: not JSON" in capsys.readouterr().err
    written = gold.with_name("pred.jsonl").read_text(encoding="utf-8")
    assert attribution.main([str(gold)]) == 2
    assert capsys.readouterr().out == written
    (quote,) = json.loads(written)["quotes"]
    assert (NEWS[quote["start"] : quote["end"]], quote["speaker"]) == (WORDS, "Асан Кали")


def test_a_missing_gold_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attribution.main([str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl cannot be read" in capsys.readouterr().err


def quoted(speaker: str | None) -> dict[str, object]:
    start = NEWS.index(WORDS)
    quote = {"start": start, "end": start + len(WORDS), "speaker": speaker, "kind": "direct", "cue": "fullname"}
    return {"id": "мост", "lang": "ru", "text": NEWS, "outlet": None, "quotes": [quote]}


def test_a_wrong_name_stands_first_among_the_mistakes_and_lowers_the_figures() -> None:
    made = attribution_report([quoted("Асан Кали")], [quoted("Пётр Зернов") | {"outlet": "Степь"}])
    assert made.figures["ru.direct.span_p"] == 1.0
    assert made.figures["ru.direct.names_not_false"] == made.figures["ru.direct.attributed_r"] == 0.0
    assert made.figures["all.outlet.none_given"] == 0.0
    assert list(made.mistakes) == ["name wrong", "outlet false"]
    assert made.mistakes["name wrong"][0].startswith("мост (fullname): Пётр Зернов, not Асан Кали: 'Мост держит")


def test_missed_and_spurious_speech_are_told_apart() -> None:
    assert list(attribution_report([quoted("Асан Кали")], []).mistakes) == ["missed direct"]
    nobody_spoke = quoted(None) | {"quotes": []}
    assert list(attribution_report([nobody_spoke], [quoted("Асан Кали")]).mistakes) == ["spurious direct speech"]


def test_pages_show_tables_and_as_many_mistakes_as_asked_for() -> None:
    made = Report(figures={}, tables=("a table",), mistakes={"missed": ["one", "two"], "none of these": []})
    assert list(page(BY_NAME["cases"], made, 0)) == ["== cases: tests/cases", "a table"]
    assert list(mistakes(made.mistakes, 1)) == ["-- missed: 2\n   one"]


def test_tables_are_aligned() -> None:
    assert table(("set", "R@1"), [("xquad", 0.91649), ("akorda_kk", None)]).splitlines() == [
        "set          R@1",
        "xquad      0.916",
        "akorda_kk      –",
    ]


def outcome(speaker: str | None, words: str | None, answer: Answer) -> Outcome:
    return Outcome(Asked("q", "Что с мостом?", "мост.txt", words, speaker, None), answer)


RIGHT = Extract(
    text=WORDS,
    spans=(Span(1, 1 + len(WORDS)),),
    article="мост.txt",
    kind=Kind.DIRECT,
    speaker="Асан Кали",
    role="инженер",
    outlet=None,
    author=None,
    title=None,
    date=None,
    url=None,
    asked=None,
    score=1.0,
)
AMONG = replace(
    RIGHT,
    text=f"Проверка прошла весной. «{WORDS}», – сказал инженер Асан Кали",
    kind=Kind.PASSAGE,
    speaker=None,
    role=None,
    within=(
        Voice("Проверка прошла весной", Kind.INDIRECT, "Пётр Зернов", None),
        Voice(WORDS, Kind.DIRECT, "Асан Кали", None),
    ),
)
OTHER = replace(RIGHT, text="Объезд закроют осенью", kind=Kind.NARRATIVE, speaker=None, role=None)


@pytest.mark.parametrize(
    ("speaker", "words", "extracts", "sort"),
    [
        ("Асан Кали", "семьдесят тонн", (RIGHT, OTHER), None),
        ("Асан Кали", "семьдесят тонн", (OTHER, RIGHT), "right words not first"),
        ("Асан Кали", "семьдесят тонн", (OTHER,), "right words not shown"),
        ("Асан Кали", "семьдесят тонн", (), "an answer, yet refused"),
        ("Пётр Зернов", "семьдесят тонн", (RIGHT,), "credited wrongly"),
        (None, "семьдесят тонн", (RIGHT,), "credited wrongly"),
        ("Асан Кали", "семьдесят тонн", (AMONG,), None),
        ("Асан Кали", "Проверка прошла", (AMONG,), "credited wrongly"),
        ("Асан Кали", "сказал инженер", (AMONG,), "credited to nobody"),
        ("Асан Кали", "Объезд", (OTHER,), "credited to nobody"),
        (None, None, (), None),
        (None, None, (RIGHT,), "no answer, yet answered"),
    ],
)
def test_what_is_wrong_with_an_answer(
    speaker: str | None, words: str | None, extracts: tuple[Extract, ...], sort: str | None
) -> None:
    made = outcome(speaker, words, Answer("Что с мостом?", "ru", extracts))
    assert trouble(made) == sort
    assert (sort is None) == all(share in (1.0, None) for share in figures([made]).values())


def test_nearest_words_for_what_has_no_answer_are_refused_and_not_quiet() -> None:
    near = outcome(None, None, Answer("Что с мостом?", "ru", why_not="weak_match", nearest=(OTHER,)))
    assert trouble(near) is None
    assert (figures([near])["refused"], figures([near])["quiet"]) == (1.0, 0.0)


def test_one_set_is_run_and_scored(tmp_path: Path) -> None:
    passages = [{"id": f"{place}", "doc": "мост", "pos": place, "text": text} for place, text in enumerate(TEXTS)]
    questions = [{"id": "q", "text": "Сколько тонн держит мост?", "relevant": ["0"]}]
    for name, rows in (("passages", passages), ("questions", questions)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = retrieval_report("мост", Data("p", tmp_path / "passages"), Data("q", tmp_path / "questions"))
    assert (made.figures["ndcg10"], made.figures["r1"]) == (1.0, 1.0)
    assert "kept" not in made.figures


TEXTS = ("Мост держит семьдесят тонн.", "Объезд через посёлок закроют осенью.", "Баржа с пшеницей идёт через Каспий.")


def test_the_command_measures_the_sample_questions(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluation.main(["questions", "--errors", "1"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("== questions: tests/evaluation/questions_fresh.yaml")
    assert "measuring questions" in printed.err
    assert all(sort in printed.out for sort, found in report("questions").mistakes.items() if found)


def test_an_unknown_suite_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        evaluation.main(["dev2"])
    assert "no such suite: dev2" in capsys.readouterr().err
