"""Fitting one group's curve, where it may be told as sure, and how well it holds."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from knowledge.search.chances import Array, chance, expand

Sample = tuple[tuple[float, ...], bool, float]  # traits, right, weight

RIDGE = 0.3
_STEPS = 60
_THRESHOLDS = tuple(step / 100 for step in range(60, 100, 5))
NEVER_SURE = 2.0
WRONG_COSTS = 20  # a wrong answer told as sure weighs as much as so many questions back
_BANDS = (0.0, 0.1, 0.3, 0.6, 0.9, 0.97, 1.01)


def fit(samples: Sequence[Sample]) -> Array:
    """Fit a logistic curve by Newton's method with a little ridge; the bias bears none."""
    data, right, heavy = _columns(samples)
    ridge = np.full(data.shape[1], RIDGE)
    ridge[0] = 0.0
    weights = np.zeros(data.shape[1])
    for _ in range(_STEPS):
        told = chance(data, weights)
        slope = data.T @ (heavy * (right - told)) - ridge * weights
        bend = (data.T * (heavy * told * (1 - told))) @ data + np.diag(ridge + 1e-6)
        weights += np.linalg.solve(bend, slope)
    return weights


def sure_from(told: Sequence[tuple[float, bool]], lowest: float) -> float:
    """Give the chance, `lowest` or more, from which answers are best told as sure; 2 for never."""
    worths = {NEVER_SURE: 0.0}
    for least in (one for one in _THRESHOLDS if one >= lowest):
        chosen = [right for chance_, right in told if chance_ >= least]
        if chosen:
            worths[least] = chosen.count(True) - WRONG_COSTS * chosen.count(False)
    return max(worths, key=lambda least: (worths[least], -least))


def holds(samples: Sequence[Sample], weights: Array) -> list[str]:
    """Say for bands of chances how often what got them was right: the proof of the curve."""
    data, right, heavy = _columns(samples)
    told = chance(data, weights)
    lines = []
    for low, high in pairwise(_BANDS):
        chosen = (told >= low) & (told < high)
        if chosen.any():
            rate = float((right * heavy)[chosen].sum() / heavy[chosen].sum())
            lines.append(
                f"  told {low:4.2f}–{min(1, high):4.2f}: right {rate:.3f} of {chosen.sum()}"
            )
    return lines


def _columns(samples: Sequence[Sample]) -> tuple[Array, Array, Array]:
    """Give the terms of each sample, whether it is right, and its weight."""
    data = expand(np.array([traits for traits, _, _ in samples]))
    right = np.array([right for _, right, _ in samples], float)
    return data, right, np.array([weight for _, _, weight in samples])
