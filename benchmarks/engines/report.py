"""Report: the figures as tables, and the README's block with the machine and the versions."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.engines.alone import Alone
from benchmarks.engines.engine import ENGINES, THEIRS
from benchmarks.engines.in_turn import Speed
from benchmarks.tables import Cell, table

HEAD = (
    "engine",
    "build, s",
    "private memory, MB",
    "disk, MB",
    "cold start, s",
    "100 replaced, s",
    "CPU p50, ms",
    "p99",
    "p50 to theirs",
    "p99 to theirs",
    "wall p50, ms",
    "p99",
    "one speaker, p50",
)


@dataclass(frozen=True, slots=True)
class Result:
    """One corpus of ``passages``; the figures by the engine's name. ``exact`` of ``asked`` questions had from us the
    hits of a full ranking. ``measured_on`` tells the machine and the versions."""

    corpus: str
    passages: int
    alone: Mapping[str, Alone]
    speeds: Mapping[str, Speed]
    exact: int
    asked: int
    measured_on: str

    def rows(self) -> list[list[Cell]]:
        theirs = [self.speeds[engine.name] for engine in THEIRS if engine.name in self.speeds]
        return [
            _row(name, speed, self.alone.get(name), theirs) for name, speed in self.speeds.items()
        ]


def _row(name: str, speed: Speed, alone: Alone | None, theirs: Sequence[Speed]) -> list[Cell]:
    """The ratios are to the better of the two fastest others, which need not be the same for both."""
    built: list[Cell] = [None] * 5
    if alone:
        replaced = "anew" if alone.replaced is None else alone.replaced
        built = [alone.build, alone.memory, alone.disk or None, alone.cold, replaced]
    ratios: list[Cell] = [None, None]
    if theirs:
        ratios = [speed.p50 / min(each.p50 for each in theirs), speed.p99 / min(each.p99 for each in theirs)]
    return [name, *built, speed.p50, speed.p99, *ratios, speed.wall_p50, speed.wall_p99, speed.speaker_p50]


def told(result: Result) -> str:
    return f"{heading(result)}\n\n{table(HEAD, result.rows())}\n\n{exactness(result)}\n"


def heading(result: Result) -> str:
    return f"{result.corpus}, {result.passages:,} passages".replace(",", " ").replace("  ", ", ")


def exactness(result: Result) -> str:
    return f"Ours had the hits, order and ties of a full ranking on {result.exact} of {result.asked} questions."


def left_out(result: Result) -> list[str]:
    """Which engines were not asked over so many passages."""
    return [
        f"{engine.name} is left out: over so many passages it takes seconds a question."
        for engine in ENGINES
        if engine.most < result.passages
    ]


def block(results: Sequence[Result]) -> str:
    """Markdown: a table a corpus, and what each was measured on where it is not as before."""
    parts, before = [], ""
    for result in results:
        remarks = " ".join([exactness(result), *left_out(result)])
        parts += [f"### {heading(result)}", "", *_markdown(result.rows()), "", remarks, ""]
        if result.measured_on != before:
            parts[-1:] = [f"Measured on {result.measured_on}.", ""]
        before = result.measured_on
    return "\n".join(parts)


def _markdown(rows: Sequence[Sequence[Cell]]) -> list[str]:
    lines = [HEAD, ["---", *["---:"] * (len(HEAD) - 1)], *([_shown(cell) for cell in row] for row in rows)]
    return ["| " + " | ".join(line) + " |" for line in lines]


def _shown(cell: Cell) -> str:
    """Three figures that count."""
    if not isinstance(cell, float):
        return "–" if cell is None else str(cell)
    return f"{cell:.0f}" if cell >= 100 else f"{cell:.3g}"


def kept(path: Path) -> list[Result]:
    """The results that ``keep`` wrote; none where there is no file yet."""
    return [_result(told) for told in json.loads(path.read_text(encoding="utf-8"))] if path.exists() else []


def keep(results: Sequence[Result], path: Path) -> list[Result]:
    """Write ``results`` in the place of those of the same corpora; returns all that are there then, smallest first."""
    every = {(result.passages, result.corpus): result for result in [*kept(path), *results]}
    ordered = [every[key] for key in sorted(every)]
    text = json.dumps([asdict(each) for each in ordered], ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    return ordered


def _result(told: dict[str, Any]) -> Result:
    figures = {name: Alone(**each) for name, each in told["alone"].items()}
    speeds = {name: Speed(**each) for name, each in told["speeds"].items()}
    return Result(**{**told, "alone": figures, "speeds": speeds})


def here() -> str:
    """The machine and the versions."""
    return f"{machine()}; {versions()}"


def machine() -> str:
    return f"{_processor()}, {os.cpu_count()} cores, {_memory()} GB, Python {platform.python_version()}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30))


def versions() -> str:
    named = {"numpy": version("numpy")}
    for engine in ENGINES:
        try:
            named[engine.needs or engine.name.split(",")[0]] = engine.version()
        except PackageNotFoundError:
            continue
    named.pop("Дословно", None)
    return ", ".join(f"{name} {number}" for name, number in named.items())
