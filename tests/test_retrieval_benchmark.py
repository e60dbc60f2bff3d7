"""The benchmark's run: the format that the scorer reads, clear errors, and the floors on the development sets."""

from __future__ import annotations

import gzip
import json
from math import log2
from pathlib import Path
from typing import Any

import pytest

from benchmarks.retrieval import main

SETS = Path(__file__).parents[2] / "shared" / "data" / "retrieval"
FLOORS = {"xquad_ru": 0.94, "xquadr_ru_sent": 0.79, "nerel_titles_ru": 0.78, "akorda_kk": 0.57, "kazqad_val_kk": 0.74}

PASSAGES = [
    {"id": "p1", "doc": "d1", "pos": 0, "text": "Мост держит семьдесят тонн."},
    {"id": "p2", "doc": "d2", "pos": 0, "text": "Көлдің суы екі метрге түсті."},
    {"id": "p3", "doc": "d2", "pos": 1, "text": "Балық азайды."},
]
QUESTIONS = [{"id": "q1", "text": "Сколько тонн держит мост?"}, {"id": "q2", "text": "Какая погода завтра?"}]


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_one_line_a_question(tmp_path: Path, ending: str) -> None:
    passages = written(tmp_path / f"passages.{ending}", PASSAGES)
    questions = written(tmp_path / f"questions.{ending}", QUESTIONS)
    assert main([str(passages), str(questions), "--out", str(tmp_path / "run.jsonl")]) == 0
    first, second = read(tmp_path / "run.jsonl")
    assert (first["id"], first["found"], first["hits"][0][0]) == ("q1", True, "p1")
    assert (second["id"], second["found"]) == ("q2", False)


@pytest.mark.parametrize(("line", "complaint"), [("{", "no JSON"), ("[]", "not an object"), ('{"id": "q"}', "not an")])
def test_a_bad_line_is_named(tmp_path: Path, line: str, complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    passages = written(tmp_path / "passages.jsonl", PASSAGES)
    questions = tmp_path / "questions.jsonl"
    questions.write_text(json.dumps(QUESTIONS[0]) + "\n" + line + "\n", encoding="utf-8")
    assert main([str(passages), str(questions), "--out", str(tmp_path / "run.jsonl")]) == 2
    told = capsys.readouterr()
    assert f"{questions}:2: {complaint}" in told.err
    assert told.out == ""


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_floors(name: str, tmp_path: Path) -> None:
    folder = SETS / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    out = tmp_path / "run.jsonl"
    assert main([str(folder / "passages.jsonl.gz"), str(folder / "questions.jsonl.gz"), "--out", str(out)]) == 0
    with gzip.open(folder / "questions.jsonl.gz", "rt", encoding="utf-8") as file:
        relevant = {row["id"]: set(row["relevant"]) for row in map(json.loads, file) if row["relevant"]}
    gains = [ndcg(row["hits"], relevant[row["id"]]) for row in read(out) if row["id"] in relevant]
    assert sum(gains) / len(gains) >= FLOORS[name]


def ndcg(hits: list[tuple[str, float]], relevant: set[str], depth: int = 10) -> float:
    """nDCG@10 with binary relevance (Järvelin and Kekäläinen, 2002)."""
    gain = sum(1 / log2(rank + 2) for rank, (passage, _) in enumerate(hits[:depth]) if passage in relevant)
    return gain / sum(1 / log2(rank + 2) for rank in range(min(depth, len(relevant))))
