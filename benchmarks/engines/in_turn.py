"""In turn: all engines in one process, a batch of questions each at a time, so that they share the machine's moods."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from benchmarks.engines.engine import Documents, Listed, Opened
from benchmarks.engines.passages import Question

BATCH, ROUNDS = 25, 3
SLOW = 0.02  # seconds a question, from which on an engine is asked every tenth only


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds a question, medians of the rounds: CPU and wall time, and CPU time with one speaker's passages."""

    p50: float
    p99: float
    wall_p50: float
    wall_p99: float
    speaker_p50: float | None


@dataclass(slots=True)
class Spent:
    """Seconds of each question of a round."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def ask(self, question: Callable[[], Documents | None]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        question()
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - wall)


def in_turn(
    opened: Sequence[tuple[Listed, Opened]], questions: Sequence[Question], tell: Callable[[str], None]
) -> dict[str, Speed]:
    strides = {engine.name: _stride(each, questions[0]) for engine, each in opened}
    rounds: dict[str, list[tuple[Spent, Spent]]] = {engine.name: [] for engine, _ in opened}
    for number in range(ROUNDS):
        tell(f"round {number + 1} of {ROUNDS}")
        spent = {engine.name: (Spent(), Spent()) for engine, _ in opened}
        for start in range(0, len(questions), BATCH):
            for engine, each in opened:
                _batch(each, questions[start : start + BATCH : strides[engine.name]], *spent[engine.name])
        for name, both in spent.items():
            rounds[name].append(both)
    return {name: _speed(each) for name, each in rounds.items()}


def _stride(opened: Opened, question: Question) -> int:
    opened.ready()
    opened.top(question[0])
    start = time.perf_counter()
    opened.top(question[0])
    return 10 if time.perf_counter() - start > SLOW else 1


def _batch(opened: Opened, questions: Sequence[Question], plain: Spent, filtered: Spent) -> None:
    opened.ready()
    for words, _ in questions:
        plain.ask(lambda words=words: opened.top(words))  # type: ignore[misc]
    for words, speaker in questions:
        filtered.ask(lambda words=words, speaker=speaker: opened.top_of_speaker(words, speaker))  # type: ignore[misc]


def _speed(rounds: Sequence[tuple[Spent, Spent]]) -> Speed:
    (p50, p99), (wall_p50, wall_p99) = (
        np.median([np.percentile(each, (50, 99)) for each in times], axis=0) * 1000
        for times in ([plain.cpu for plain, _ in rounds], [plain.wall for plain, _ in rounds])
    )
    speaker = np.median([np.percentile(filtered.cpu, 50) for _, filtered in rounds]) * 1000
    return Speed(float(p50), float(p99), float(wall_p50), float(wall_p99), float(speaker))
