"""The paired bootstrap by its command: a real loss is told from chance, bad input by file and line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.bootstrap import compared, main

QUESTIONS = 60


def files(folder: Path, *right: set[int]) -> list[str]:
    """Questions with one relevant passage each, and a run for each of ``right``, the questions it has it first for."""
    asked = [{"id": f"q{number}", "text": "мост?", "relevant": [f"p{number}"]} for number in range(QUESTIONS)]
    paths = [folder / "questions.jsonl"]
    paths[0].write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    for place, numbers in enumerate(right):
        hits = {True: ["p{}", "other"], False: ["other", "p{}"]}
        rows = [
            {"id": f"q{number}", "found": True, "hits": [[hit.format(number), 1.0] for hit in hits[number in numbers]]}
            for number in range(QUESTIONS)
        ]
        paths.append(folder / f"run{place}.jsonl")
        paths[-1].write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return [str(path) for path in paths]


def test_a_loss_on_many_questions_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(files(tmp_path, set(range(50)), set(range(30)))) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["figure", "nDCG@10", "MRR@10", "R@1"]
    assert all(line.endswith("loss") for line in lines[1:]) and " -0.333 " in lines[3]


def test_a_gain_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(files(tmp_path, set(range(30)), set(range(50)))) == 0
    assert capsys.readouterr().out.count("gain") == 3


def test_what_may_be_chance_is_no_loss(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(files(tmp_path, {*range(30), 50}, {*range(29), 51, 52})) == 0
    assert capsys.readouterr().out.count("no difference") == 3


def test_the_interval_holds_the_difference_and_is_always_the_same() -> None:
    before, after = np.zeros(40), np.arange(40) / 40
    one, other = compared(before, after), compared(before, after)
    assert one == other and one.least < one.difference < one.most


def test_a_file_that_is_no_run_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions, run = files(tmp_path, set())
    Path(run).write_text('{"id": "q0"}\n', encoding="utf-8")
    assert main([questions, run, run]) == 2
    assert f"{run}:1" in capsys.readouterr().err
    assert main([questions, run, str(tmp_path / "none")]) == 2


def test_nothing_is_not_compared() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        compared(np.zeros(0), np.zeros(0))
