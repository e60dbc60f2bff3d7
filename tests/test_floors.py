"""Floors: what is reached is held, on the very data it was measured on; lowering one takes a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.data import Data, fingerprint
from benchmarks.floor_file import FloorError, Lowering, SuiteFloors, lowered, read_floors, write_floors
from benchmarks.floors import Finding, findings, fingerprints, main, raised, rounded_down
from benchmarks.suites.listing import SUITES
from benchmarks.suites.suite import Suite
from tests.measured import present, report

FLOORED = [suite for suite in SUITES if suite.floored]
FLOORS = read_floors()
KEPT = SuiteFloors({"gold": "1a"}, {"span_p": 0.9, "span_r": 0.8})


def parameters() -> list[object]:
    return [pytest.param(suite, id=suite.name, marks=[pytest.mark.slow] if suite.slow else []) for suite in FLOORED]


@pytest.mark.parametrize("suite", parameters())
def test_floors_hold(suite: Suite) -> None:
    figures = report(present(suite.name).name).figures
    found = findings(suite.name, FLOORS[suite.name], fingerprints(suite), figures)
    assert [finding for finding in found if not finding.ok] == []


def test_every_suite_has_floors() -> None:
    assert set(FLOORS) == {suite.name for suite in FLOORED}
    assert all(floors.figures and floors.data for floors in FLOORS.values())


def troubles(floors: SuiteFloors, data: dict[str, str], **figures: float) -> list[str]:
    return [finding.name for finding in findings("dev", floors, data, figures) if not finding.ok]


def test_figures_at_their_floors_on_the_same_data_are_well() -> None:
    assert troubles(KEPT, {"gold": "1a"}, span_p=0.9, span_r=0.81) == []


def test_a_figure_below_its_floor_is_told() -> None:
    assert troubles(KEPT, {"gold": "1a"}, span_p=0.8999, span_r=0.8) == ["dev.span_p"]


def test_other_data_is_told() -> None:
    assert troubles(KEPT, {"gold": "2b"}, span_p=1.0, span_r=1.0) == ["dev: gold"]
    assert troubles(KEPT, {"gold": "1a", "more": "3c"}, span_p=1.0, span_r=1.0) == ["dev: more"]


def test_a_figure_without_a_floor_and_a_floor_without_a_figure_are_told() -> None:
    assert troubles(KEPT, {"gold": "1a"}, span_p=1.0, f1=1.0) == ["dev.f1", "dev.span_r"]


def test_raising_never_lowers_and_rounds_down() -> None:
    higher = raised(KEPT, {"gold": "1a"}, {"span_p": 0.95399, "span_r": 0.7, "f1": 0.29})
    assert higher.figures == {"span_p": 0.953, "span_r": 0.8, "f1": 0.29}


def test_raising_takes_new_data_only_where_nothing_fell() -> None:
    assert raised(KEPT, {"gold": "2b"}, {"span_p": 0.9, "span_r": 0.8}).data == {"gold": "2b"}
    assert raised(KEPT, {"gold": "2b"}, {"span_p": 1.0, "span_r": 0.7}).data == {"gold": "1a"}


@pytest.mark.parametrize(("figure", "floor"), [(0.9999, 0.999), (1.0, 1.0), (0.29, 0.29), (0.57, 0.57), (0.0, 0.0)])
def test_floors_have_three_decimals(figure: float, floor: float) -> None:
    assert rounded_down(figure) == floor


def test_lowering_keeps_the_reason() -> None:
    after = lowered({"dev": KEPT}, "dev.span_p", 0.85, "gold mended")["dev"]
    assert after.figures == {"span_p": 0.85, "span_r": 0.8}
    assert after.lowered == (Lowering("span_p", 0.9, 0.85, "gold mended"),)
    gone = lowered({"dev": after}, "dev.span_p", 0.0, "renamed")["dev"]
    assert (dict(gone.figures), len(gone.lowered)) == ({"span_r": 0.8}, 2)


@pytest.mark.parametrize(
    ("name", "value", "because", "complaint"),
    [
        ("dev.span_p", 0.85, " ", "for a reason only"),
        ("dev.span_x", 0.85, "gold mended", "no such floor"),
        ("span_p", 0.85, "gold mended", "no such floor"),
        ("dev.span_p", 0.9, "gold mended", "is not below the floor"),
        ("dev.span_p", -0.1, "gold mended", "is not below the floor"),
    ],
)
def test_lowering_is_refused(name: str, value: float, because: str, complaint: str) -> None:
    with pytest.raises(FloorError, match=complaint):
        lowered({"dev": KEPT}, name, value, because)


def test_the_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    floors = {"dev": replace(KEPT, lowered=(Lowering("span_p", 0.95, 0.9, "повод"),))}
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    (tmp_path / "floors.json").write_text('{"dev": 1}')
    with pytest.raises(FloorError, match=r"floors\.json is no file of floors"):
        read_floors(tmp_path / "floors.json")


def tampered(folder: Path, change: Callable[[Any], None]) -> str:
    """A file of floors where the questions measure now, changed."""
    suite, file = present("questions"), folder / "floors.json"
    write_floors({suite.name: raised(SuiteFloors(), fingerprints(suite), report(suite.name).figures)}, file)
    rows = json.loads(file.read_text(encoding="utf-8"))
    change(rows[suite.name])
    file.write_text(json.dumps(rows), encoding="utf-8")
    return str(file)


def test_the_command_finds_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "--file", tampered(tmp_path, lambda row: None)]) == 0
    capsys.readouterr()
    too_high = tampered(tmp_path, lambda row: row["figures"].update({"ru.refused": 1.001}))
    assert main(["questions", "--file", too_high]) == 1
    assert "questions.ru.refused" in below(capsys.readouterr().out)
    other_data = tampered(tmp_path, lambda row: row["data"].update({"corpus/articles": "0" * 64}))
    assert main(["questions", "--file", other_data]) == 1
    assert "questions: corpus/articles" in below(capsys.readouterr().out)


def below(printed: str) -> str:
    return "\n".join(line for line in printed.splitlines() if not line.endswith(" ok"))


def test_the_command_raises_and_lowers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tampered(tmp_path, lambda row: row["figures"].update({"ru.credited": 0.001}))
    assert main(["questions", "--raise", "--file", file]) == 0
    assert read_floors(Path(file))["questions"].figures["ru.credited"] > 0.001
    assert main(["--lower", "questions.ru.credited", "0.2", "--file", file]) == 2
    assert "for a reason only" in capsys.readouterr().err
    assert main(["--lower", "questions.ru.credited", "0.2", "--because", "other questions", "--file", file]) == 0
    assert read_floors(Path(file))["questions"].figures["ru.credited"] == 0.2


def test_unknown_suites_and_numbers_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dev2"]) == 2
    assert "no such suite: dev2" in capsys.readouterr().err
    assert main(["--lower", "questions.ru.credited", "much", "--because", "so"]) == 2


def test_a_fingerprint_tells_content_and_names(tmp_path: Path) -> None:
    folder = Data("folder", tmp_path)
    seen = {fingerprint(folder)}
    for name, content in (("a.txt", "а"), ("a.txt", "б"), ("b.txt", "б")):
        (tmp_path / name).write_text(content, encoding="utf-8")
        seen.add(fingerprint(folder))
    assert len(seen) == 4
    (tmp_path / "README.md").write_text("about the folder", encoding="utf-8")
    assert fingerprint(folder) in seen


def test_findings_of_nothing_are_nothing() -> None:
    assert findings("dev", SuiteFloors(), {}, {}) == []
    assert Finding("dev.span_p", 1.0, 1.0, "ok").ok
