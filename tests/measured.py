"""What the suites of benchmarks measure, each once a session, and the shared scorers beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.data import SHARED
from benchmarks.suites.listing import SUITES
from benchmarks.suites.suite import Report, Suite

BY_NAME = {suite.name: suite for suite in SUITES}


def present(name: str) -> Suite:
    """The suite; skips the test, aloud, where its data is absent."""
    suite = BY_NAME[name]
    if not suite.present:
        pytest.skip(f"{', '.join(suite.absent)} absent (DOSLOVNO_SHARED names the folder)")
    return suite


@cache
def report(name: str) -> Report:
    return BY_NAME[name].measure()


def shared_score(tool: str, gold: Path, rows: Report, folder: Path) -> dict[str, Any]:
    """The last line, JSON, of the shared scorer ``tool`` on ``gold`` and the report's rows, written into ``folder``."""
    given = folder / "rows.jsonl"
    given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows.rows), encoding="utf-8")
    command: list[str | Path] = [sys.executable, SHARED / "tools" / tool, gold, given]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    figures: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return figures
