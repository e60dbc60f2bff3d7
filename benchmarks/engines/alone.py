"""Alone: an engine's build, cold start, private memory and replacing of passages, each in a process of its own.

    python -m benchmarks.engines.alone build|open|cold MODULE FOLDER STARTED

FOLDER holds ``passages``, ``questions.json`` and the engine's own folder; STARTED is when the process was started, in
seconds since 1970. Prints one line of JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.engines.engine import Engine, Listed, Opened
from benchmarks.engines.passages import open_passages

QUESTIONS, REPLACED = 1000, 100
MEGABYTE = 1 << 20


class EngineError(Exception):
    """An engine ended otherwise than by answering; the message is its last line."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Seconds, and megabytes; ``replaced`` is None where an engine has to be built anew."""

    build: float
    disk: float
    cold: float
    memory: float
    replaced: float | None


def alone(engine: Listed, folder: Path) -> Alone:
    own = folder / engine.module
    own.mkdir()
    build = _run("build", engine, folder)
    disk = _size(own) / MEGABYTE
    _run("open", engine, folder)  # whatever compiles does so now, and keeps it if it can
    cold = _run("cold", engine, folder)
    return Alone(build["build"], disk, cold["cold"], cold["memory"], cold.get("replaced"))


def _run(step: str, engine: Listed, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.engines.alone", step, engine.module, str(folder), str(time.time())]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise EngineError((ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"])[-1])
    told: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return told


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def build(engine: Engine, folder: Path, own: Path) -> dict[str, float]:
    passages = open_passages(folder / "passages")
    start = time.perf_counter()
    engine.build(passages, own)
    return {"build": time.perf_counter() - start}


def open_once(engine: Engine, folder: Path, own: Path) -> dict[str, float]:
    opened = engine.open(own)
    opened.ready()
    opened.top(_questions(folder)[0])
    return {}


def cold(engine: Engine, folder: Path, own: Path, started: float) -> dict[str, float]:
    questions = _questions(folder)
    opened = engine.open(own)
    opened.ready()
    opened.top(questions[0])
    told = {"cold": time.time() - started}
    deadline = time.monotonic() + 30  # the slowest are not asked all
    for place in range(QUESTIONS):
        if time.monotonic() < deadline:
            opened.top(questions[place % len(questions)])
    return {**told, "memory": private_memory() / MEGABYTE, **_replaced(opened, folder)}


def _questions(folder: Path) -> list[list[str]]:
    return [words for words, _ in json.loads((folder / "questions.json").read_text(encoding="utf-8"))]


def _replaced(opened: Opened, folder: Path) -> dict[str, float]:
    passages = open_passages(folder / "passages")
    places = np.random.default_rng(5).permutation(len(passages))[: 2 * REPLACED]
    positions, sources = sorted(places[:REPLACED].tolist()), places[REPLACED:].tolist()
    rows = (passages.values[passages.starts[each] : passages.starts[each + 1]] for each in sources)
    texts = [[passages.words[number] for number in row] for row in rows]
    start = time.perf_counter()
    try:
        opened.replace(positions, texts)
    except NotImplementedError:
        return {}
    return {"replaced": time.perf_counter() - start}


def private_memory() -> int:
    """Bytes that are this process's alone; pages of mapped files are not counted."""
    with Path("/proc/self/status").open(encoding="ascii") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


def main(step: str, module: str, place: str, started: str) -> None:
    folder = Path(place)
    engine, own = Listed("", module).adapter(), folder / module
    steps: dict[str, Callable[[], dict[str, float]]] = {
        "build": lambda: build(engine, folder, own),
        "open": lambda: open_once(engine, folder, own),
        "cold": lambda: cold(engine, folder, own, float(started)),
    }
    print(json.dumps(steps[step]()))


if __name__ == "__main__":
    main(*sys.argv[1:])
