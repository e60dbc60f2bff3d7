"""The benchmark of attribution's cost measures what it says: texts of a size, and how their cost grows."""

from __future__ import annotations

from itertools import islice

import pytest

from benchmarks.attribution_cost import BROKEN, KB, TEXTS, Measured, broken, cost, new_names, slope, text_of


@pytest.mark.parametrize("name", TEXTS)
def test_texts_have_the_size_that_is_asked_for(name: str) -> None:
    text = text_of(TEXTS[name](), 2 * KB)
    assert 2 * KB - 4 < len(text.encode()) <= 2 * KB


def test_one_line_is_one_line() -> None:
    assert "\n" not in text_of(TEXTS["one line"](), 2 * KB)


def test_new_names_are_new() -> None:
    assert len(set(islice(new_names(), 100))) == 100


@pytest.mark.parametrize(("power", "expected"), [(1, 1.0), (2, 2.0)])
def test_the_slope_is_the_exponent_of_the_growth(power: int, expected: float) -> None:
    assert slope([Measured(size, size**power) for size in (10, 100, 1000)]) == pytest.approx(expected)


def test_a_cost_is_of_the_bytes_of_a_text() -> None:
    measured = cost("Мост открыт.")
    assert measured.size == len("Мост открыт.".encode())
    assert measured.seconds > 0


def test_broken_marks_are_as_many_as_they_should_be(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(text: str) -> Measured:
        seen.append(text)
        return Measured(len(text), len(text))

    monkeypatch.setattr("benchmarks.attribution_cost.cost", counted)
    assert broken("straight", BROKEN["straight"])[-1] == "1.00"
    assert [text.count('"') for text in seen] == [pytest.approx(10_000, rel=0.5), pytest.approx(20_000, rel=0.5)]
