"""Turns: a user's questions are counted, the refusal is said once, and nobody else is held up."""

from __future__ import annotations

from bot.turns import USERS_REMEMBERED, Turn, Turns


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_beyond_the_limit_the_first_refusal_is_told_from_the_others() -> None:
    turns = Turns(3, Clock())
    taken = [turns.take(1) for _ in range(5)]
    assert taken == [Turn.TAKEN] * 3 + [Turn.REFUSED, Turn.REFUSED_AGAIN]
    assert turns.take(2) is Turn.TAKEN


def test_turns_come_back_with_time() -> None:
    clock = Clock()
    turns = Turns(3, clock)
    for _ in range(4):
        turns.take(1)
    clock.now += 20
    assert [turns.take(1) for _ in range(2)] == [Turn.TAKEN, Turn.REFUSED]
    clock.now += 3600
    assert [turns.take(1) for _ in range(4)] == [Turn.TAKEN] * 3 + [Turn.REFUSED]


def test_without_a_limit_any_number_is_taken() -> None:
    turns = Turns(0)
    assert {turns.take(1) for _ in range(1000)} == {Turn.TAKEN}


def test_users_who_rested_are_forgotten() -> None:
    clock = Clock()
    turns = Turns(1, clock)
    for user in range(USERS_REMEMBERED):
        turns.take(user)
    clock.now += 61
    turns.take(-1)
    assert len(turns._buckets) == 1
