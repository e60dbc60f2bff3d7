"""What is shipped beside the code: pinned versions, licences and notices, and the run of continuous integration."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
NOTICES = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    pins = (PIN.fullmatch(line) for line in CONSTRAINTS.splitlines() if line and not line.startswith("#"))
    return {normal(pin["name"]): pin["version"] for pin in pins if pin}


def names(requirements: list[str]) -> list[str]:
    return [normal(Requirement(requirement).name) for requirement in requirements]


RUN_TIME: list[str] = PROJECT["project"]["dependencies"]
TEST: list[str] = PROJECT["project"]["optional-dependencies"]["test"]
BUILD: list[str] = PROJECT["build-system"]["requires"]


def test_constraints_are_names_and_exact_versions_alone() -> None:
    lines = [line for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not PIN.fullmatch(line)] == []
    assert len(pinned()) == len(lines)


@pytest.mark.parametrize("name", [*names(RUN_TIME), *names(TEST), *names(BUILD), "natasha"])
def test_every_dependency_is_pinned(name: str) -> None:
    assert name in pinned()


def needed(text: str, extra: str = "") -> Iterator[str]:
    """The distributions that the requirement ``text`` installs on this machine, itself first."""
    requirement = Requirement(text)
    if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
        return
    yield normal(requirement.name)
    for below in requires(requirement.name) or []:
        for wanted in ("", *requirement.extras):
            yield from needed(below, wanted)


def test_every_library_that_the_bot_runs_on_has_its_notice() -> None:
    installed = {name for requirement in RUN_TIME for name in needed(requirement)} | {"natasha"}
    assert len(installed) > len(RUN_TIME)
    noticed = {normal(cell) for cell in re.findall(r"^\| ([\w.-]+)", NOTICES, re.MULTILINE)}
    assert installed - noticed == {"pymorphy3-dicts-ru"}
    assert "pymorphy3-dicts-ru" in NOTICES


def test_everything_pinned_for_the_bot_is_what_it_needs() -> None:
    assert {name for requirement in RUN_TIME for name in needed(requirement)} <= set(pinned())


def test_licence_files_are_those_that_are_shipped() -> None:
    assert all((ROOT / file).is_file() for file in PROJECT["project"]["license-files"])
    assert "«Дословно» contributors" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_changelog_tells_of_this_version() -> None:
    assert PROJECT["project"]["version"] in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_continuous_integration_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
