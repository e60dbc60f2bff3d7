"""Ratio: a share of 0 to 1, null where there is nothing to divide by."""

from __future__ import annotations

from collections.abc import Sequence


def ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def mean(values: Sequence[float]) -> float | None:
    return ratio(sum(values), len(values))


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean of the two; null where either is null or both are zero."""
    if not precision or not recall:
        return None
    return 2 * precision * recall / (precision + recall)


def complement(share: float | None) -> float | None:
    return None if share is None else 1 - share
