"""Logistic regression with a small ridge, by Newton's method; folds by a hash, so that they never change."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FOLDS = 5
_RIDGE, _STEPS = 1e-3, 30

Matrix = NDArray[np.float64]


def fold(group: str) -> int:
    """The fold of everything that belongs to ``group``."""
    return number_of(group) % FOLDS


def number_of(name: str) -> int:
    """A number that is always the same for ``name`` and says nothing of it."""
    return int(hashlib.blake2b(name.encode(), digest_size=4).hexdigest(), 16)


def fitted(features: Matrix, right: Sequence[bool], weights: Sequence[float]) -> Matrix:
    """Weights of the columns that make ``right`` likeliest, each row counting ``weights`` times."""
    target, counts = np.asarray(right, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    found = np.zeros(features.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-features @ found))
        slope = features.T @ (counts * (likely - target)) + _RIDGE * found
        bend = (features * (counts * likely * (1 - likely))[:, None]).T @ features + _RIDGE * np.eye(len(found))
        found -= np.linalg.solve(bend, slope)
    return found


def roc_area(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The share of pairs in which the right one has the higher figure (the area under the ROC curve)."""
    ahead = [(one > other) + 0.5 * (one == other) for one in right for other in wrong]
    return float(np.mean(ahead))
