"""Progress: redrawn on a terminal, a line now and then elsewhere, and nothing for what is quickly done."""

from __future__ import annotations

import io

from bot.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def shown(stream: io.StringIO, *steps: tuple[float, int]) -> str:
    """What is shown where so many of 100 were done at these seconds."""
    clock = Clock()
    progress = Progress("reading", stream, clock)
    for clock.seconds, done in steps:
        progress(done, 100)
    return stream.getvalue()


def test_a_terminals_bar_is_redrawn_and_cleared_at_the_end() -> None:
    half, whole = "█" * 12 + "░" * 12, "█" * 24
    assert shown(Terminal(), (0.01, 1), (0.5, 50), (0.51, 51), (4.0, 100)) == (
        f"\r{half} reading: 50/100, 100/s, 0:00:00 left\033[K\r{whole} reading: 100/100, 25/s\033[K\r\033[K"
    )


def test_elsewhere_a_line_every_ten_seconds() -> None:
    assert shown(io.StringIO(), (5, 20), (11, 40), (15, 60), (22, 80)) == (
        "reading: 40/100, 3.6/s, 0:00:16 left\nreading: 80/100, 3.6/s, 0:00:06 left\n"
    )


def test_quick_work_leaves_no_line() -> None:
    assert shown(io.StringIO(), (0.5, 50), (1, 100)) == ""
