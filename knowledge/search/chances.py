"""How likely a candidate is right: measured rates, group by group, from `calibration.csv`."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations_with_replacement

import numpy as np
import numpy.typing as npt

from knowledge.entries import Kind, Naming
from knowledge.index.index import Index
from knowledge.loader import Tables
from knowledge.search.candidates import Candidate

LEADS = ("lead", "ahead")  # over the next one that the law treats otherwise: far, and just so
_FAR, _NEAR = 20.0, 4.0  # points
BIAS = "bias"
TIMES = " × "
SURE_FROM = "sure from"
_NEVER = 2.0
GOODS, NUMBERS = "goods", "numbers"  # what the kinds are taken together as, species apart
_SCIENTIFIC = frozenset({Naming.SCIENTIFIC, Naming.SYNONYM})
_MOST = 30.0  # beyond it a chance is 0 or 1

Array = npt.NDArray[np.float64]


class Chances:
    """A logistic curve for each group of candidates, fitted by `python -m benchmarks.calibrate`."""

    def __init__(self, tables: Tables) -> None:
        weights: dict[str, dict[str, float]] = defaultdict(dict)
        for row in tables.rows("calibration.csv", ["group", "trait", "weight"]):
            weights[row.must("group")][row.must("trait")] = row.number("weight") or 0.0
        self._weights = dict(weights)
        self._sure = {group: its.pop(SURE_FROM, _NEVER) for group, its in weights.items()}
        self._curves: dict[str, Array] = {}

    def sure_from(self, group: str) -> float:
        """Give the chance from which a candidate of a group may be told as sure."""
        return self._sure.get(group, _NEVER)

    def of(self, groups: Sequence[str], traits: Sequence[str], values: Array) -> Array:
        """Give the chances, 0 to 1, that candidates are right: each with its group and a row."""
        return chance(expand(values), np.array([self._curve(one, traits) for one in groups]))

    def _curve(self, group: str, traits: Sequence[str]) -> Array:
        curve = self._curves.get(group)
        if curve is None:
            known = self._weights.get(group, {})
            curve = np.array([known.get(name, 0.0) for name in terms(traits)])
            self._curves[group] = curve
        return curve


def terms(traits: Sequence[str]) -> list[str]:
    """Name what a curve is made of: a bias, the traits, and each two of them multiplied."""
    pairs = (TIMES.join(pair) for pair in combinations_with_replacement(traits, 2))
    return [BIAS, *traits, *pairs]


def expand(values: Array) -> Array:
    """Give the values of the terms, a row for each row of traits."""
    left, right = _pairs(values.shape[1])
    return np.hstack([np.ones((len(values), 1)), values, values[:, left] * values[:, right]])


@cache
def _pairs(count: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    left, right = np.triu_indices(count)
    return left, right


def chance(rows: Array, weights: Array) -> Array:
    """Give the logistic curve's value for rows of terms, the same weights or some for each."""
    total = (rows * weights).sum(axis=1)
    return np.asarray(1 / (1 + np.exp(-np.clip(total, -_MOST, _MOST))))


def group_of(index: Index, one: Candidate) -> str:
    """Give the group whose rates count for a candidate: how it was found and what it is."""
    kind = index.kin.kind(one.place)
    if kind is Kind.RULE:
        what = "rules"
    elif kind in (Kind.TARIFF, Kind.UN):
        what = NUMBERS
    elif kind is not Kind.SPECIES:
        what = "chemical" if kind in (Kind.CHEMICAL, Kind.BLEND) else GOODS
    elif one.owner.naming in _SCIENTIFIC:
        what = "scientific"
    else:
        what = "common"
    return f"{what} by {one.way.value}"


def leads(points: Array, laws: npt.NDArray[np.int64]) -> Array:
    """Give for each candidate how far it leads those of another law, in two measures, -1 to 1."""
    others = np.where(laws[:, None] != laws[None, :], points[None, :], -np.inf).max(axis=1)
    lead = np.where(np.isinf(others), _FAR, points - others)
    return np.column_stack([np.clip(lead / _FAR, -1, 1), np.clip(lead / _NEAR, -1, 1)])
