"""Listwise logistic regression: weights that make the right one of a list likeliest, by Newton's method.

The likelihood is that of Plackett and Luce for the first place (ListNet's top one: Cao et al., ICML 2007).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_STEPS, _SMALLEST, _ENOUGH = 40, 1e-4, 1e-6
_FREE = 1e-3  # ridge of the first column, which is the scale of the others

Matrix = NDArray[np.float64]


def fitted(lists: Sequence[Matrix], right: Sequence[Matrix], counts: Sequence[float], ridge: float) -> Matrix:
    """Weights of the columns; ``lists`` have a row a candidate, ``right`` a share of 1 for each, lists count ``counts``
    times. All columns but the first are held to zero by ``ridge``, in units of their standard deviation."""
    scale = np.concatenate(lists).std(axis=0) + 1e-9
    scaled, held = [each / scale for each in lists], np.diag([_FREE, *[ridge] * (len(scale) - 1)])
    found = np.zeros(len(scale))
    loss, slope, bend = _likelihood(found, scaled, right, counts, held)
    for _ in range(_STEPS):
        step = np.linalg.solve(bend, slope)
        share = 1.0
        while (trial := _likelihood(found - share * step, scaled, right, counts, held))[0] > loss and share > _SMALLEST:
            share /= 2
        gained, found = loss - trial[0], found - share * step
        loss, slope, bend = trial
        if gained < _ENOUGH:
            break
    weights: Matrix = found / scale
    return weights


def _likelihood(
    weights: Matrix, lists: Sequence[Matrix], right: Sequence[Matrix], counts: Sequence[float], held: Matrix
) -> tuple[float, Matrix, Matrix]:
    """The negative logarithm with its first and second derivatives."""
    loss, slope, bend = float(weights @ held @ weights / 2), held @ weights, held.copy()
    for rows, target, count in zip(lists, right, counts, strict=True):
        worth = rows @ weights
        log = worth - worth.max() - np.log(np.exp(worth - worth.max()).sum())
        likely = np.exp(log)
        mean = likely @ rows
        loss -= count * float(target @ log)
        slope = slope + count * (mean - target @ rows)
        bend = bend + count * ((rows * likely[:, None]).T @ rows - np.outer(mean, mean))
    return loss, slope, bend
