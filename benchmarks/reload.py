"""Reload: what it costs to read a corpus, to start on one that is read, and to follow its changes while it answers.

    python -m benchmarks.reload [--articles 10000]

The corpus is made by machine (``benchmarks.made_corpus``). Each start is a process of its own, as in use; times are
by the clock, and those of starts leave out the imports.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from benchmarks.made_corpus import Maker, path_of, questions, write_corpus
from corpus.library import NO_LIBRARY, Library, read_library
from corpus.update import warm
from retrieval.kept.keeper import PASSAGES
from retrieval.searcher import Searcher, open_searcher

ASKED, PAUSE = 500, 0.02  # questions, and seconds between two
SMALLER = 10  # the slope is measured against a corpus of a tenth


@dataclass(frozen=True, slots=True)
class Opened:
    """A corpus ready to be asked, and the seconds that took."""

    library: Library
    searcher: Searcher
    seconds: float


def opened(corpus: Path, state: Path, before: Opened | None = None) -> Opened:
    start = time.perf_counter()
    library = read_library(corpus, state, supplement=PASSAGES, before=before.library if before else NO_LIBRARY)
    searcher = open_searcher(library, before.searcher if before else None)
    return Opened(library, searcher, time.perf_counter() - start)


def in_new_process(corpus: Path, state: Path) -> tuple[float, float]:
    """Seconds until ready, and the megabytes of memory that are that process' own."""
    command = [sys.executable, "-m", "benchmarks.reload", "--open", str(corpus), str(state)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = json.loads(done.stdout)
    return float(seconds), float(memory)


def change(corpus: Path, numbers: Sequence[int], edition: int) -> None:
    for number in numbers:
        path_of(corpus, number).write_text(Maker().article(number, edition), encoding="utf-8")


def milliseconds(searcher: Searcher, question: str) -> float:
    start = time.perf_counter()
    searcher.answer(question)
    return 1000 * (time.perf_counter() - start)


def while_reloading(corpus: Path, state: Path, before: Opened, asked: Sequence[str]) -> tuple[list[float], Opened]:
    """What each question takes while another thread reads what changed, at fifty questions a second at most."""
    results: list[Opened] = []
    reading = threading.Thread(target=lambda: results.append(opened(corpus, state, before)))
    reading.start()
    spent = []
    for question in cycle(asked):
        spent.append(milliseconds(before.searcher, question))
        time.sleep(PAUSE)
        if not reading.is_alive():
            break
    return spent, results[0]


def own_memory() -> float:
    """Megabytes that are no mapped file's."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1024
    return math.nan


def measured(folder: Path, count: int) -> Iterator[tuple[str, float]]:
    """Name and figure, as they come."""
    small, small_state = folder / "small", folder / "small state"
    corpus, state = folder / "articles", folder / "state"
    write_corpus(small, count // SMALLER)
    write_corpus(corpus, count)
    few, _ = in_new_process(small, small_state)
    many, _ = in_new_process(corpus, state)
    yield f"first build of {count // SMALLER}, s", few
    yield f"first build of {count}, s", many
    yield "articles a second", count / many
    yield "slope", math.log(many / few) / math.log(SMALLER)
    starts = [in_new_process(corpus, state) for _ in range(3)]
    yield "nothing changed: start to ready, s", statistics.median(seconds for seconds, _ in starts)
    yield "memory of its own then, MB", statistics.median(memory for _, memory in starts)
    yield "on disk, MB", sum(file.stat().st_size for file in state.rglob("*") if file.is_file()) / 1e6
    yield from reloads(corpus, state, count)


def reloads(corpus: Path, state: Path, count: int) -> Iterator[tuple[str, float]]:
    now = opened(corpus, state)
    warm()  # as a bot that has an administrator does soon after its start
    asked = questions(ASKED)
    for question in asked[: ASKED // 5]:
        now.searcher.answer(question)
    idle = []
    for question in asked:
        idle.append(milliseconds(now.searcher, question))
        time.sleep(PAUSE)
    ones = []
    for edition in range(1, 6):
        change(corpus, [7 * edition + 1], edition)
        now = opened(corpus, state, now)
        ones.append(now.seconds)
    yield "one changed: the first, s", ones[0]
    yield "one changed: median of the next, s", statistics.median(ones[1:])
    change(corpus, range(0, count, max(1, count // 100)), 6)
    now = opened(corpus, state, now)
    yield "100 changed, s", now.seconds
    change(corpus, range(count), 7)
    busy, now = while_reloading(corpus, state, now, asked)
    yield f"all {count} changed, s", now.seconds
    yield "questions meanwhile", float(len(busy))
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        one, other = quantile(idle, share), quantile(busy, share)
        yield f"question {name} idle, ms", one
        yield f"question {name} meanwhile, ms", other
        yield f"question {name}, ratio", other / one
    yield "memory of its own after all, MB", own_memory()


def quantile(figures: Sequence[float], share: float) -> float:
    return sorted(figures)[min(len(figures) - 1, int(share * len(figures)))]


def open_and_tell(corpus: Path, state: Path) -> None:
    """What ``in_new_process`` asks for."""
    found = opened(corpus, state)
    print(json.dumps([found.seconds, own_memory()]))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reload", description="Measure reading and reloading.")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--open", type=Path, nargs=2, metavar=("CORPUS", "STATE"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.open:
        open_and_tell(*given.open)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for name, figure in measured(Path(folder), given.articles):
            print(f"{name:<52}{figure:>12.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
