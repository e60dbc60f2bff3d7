"""``python -m bot verify``: the verdict as text and as JSON, files of quotations, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main

SAID = "Мост держит семьдесят тонн"


@pytest.fixture(autouse=True)
def corpus(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CORPUS_PATH", str(articles))
    monkeypatch.setenv("STATE_PATH", str(tmp_path / "state"))


def test_word_for_word_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--json", SAID]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["verdict", "alleged", "differences", "extracts"]
    assert (found["verdict"], found["alleged"], found["differences"]) == ("exact", None, [])
    assert found["extracts"][0]["speaker"] == "Асан Кали"


def test_altered_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", *SAID.replace("семьдесят", "девяносто").split()]) == 3
    out = capsys.readouterr().out
    assert "девяносто → семьдесят" in out and "Асан Кали" in out


def test_not_found_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--json", "Паром утонул в прошлую среду у самого берега"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "verdict": "not_found",
        "alleged": None,
        "differences": [],
        "extracts": [],
    }


@pytest.mark.parametrize(
    ("text", "verdict", "alleged", "speaker"),
    [
        (f"Вера Ли: «{SAID}»", "anothers", "Вера Ли", "Асан Кали"),
        (f"Вера Ли сказала, что {SAID.lower()}", "anothers", "Вера Ли", "Асан Кали"),
        ("ржавчины мы", "cut", None, "Асан Кали"),
        ("Асан Кали: «Мост через Илек открыли для грузовиков»", "anothers", "Асан Кали", None),
        ("Мост держит семьдесят тонн, баржа с пшеницей идёт через Каспий четверо суток", "joined", None, "Асан Кали"),
    ],
)
def test_what_is_between_ends_with_3(
    text: str, verdict: str, alleged: str | None, speaker: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--json", text]) == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["alleged"]) == (verdict, alleged)
    assert found["extracts"][0]["speaker"] == speaker


def test_a_headline_is_found_and_said_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "Мост через Илек открыли для грузовиков"]) == 0
    assert capsys.readouterr().out.startswith("Слово в слово. Это заголовок.\n")


def test_a_file_of_quotations(tmp_path: Path) -> None:
    asked, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    asked.write_text(json.dumps({"id": "a", "text": SAID}) + "\nnonsense\n", encoding="utf-8")
    assert main(["verify", "--batch", str(asked), "--out", str(out)]) == 2
    (row,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (row["id"], row["verdict"]) == ("a", "exact")


@pytest.mark.parametrize("arguments", [["verify"], ["verify", "--batch", "in.jsonl"], ["verify", " "]])
def test_what_makes_no_sense_ends_with_2(arguments: list[str]) -> None:
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = int(str(ended.code))
    assert code == 2


def test_the_explanation_of_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--explain", "Сколько тонн держит мост?"]) == 0
    out = capsys.readouterr().out
    assert "word: мост" in out and "fields: " in out and "evidence: " in out
