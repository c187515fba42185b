"""All figures of one run, where they were measured, and the object that `--json` prints."""

import os
import platform
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.counting import Score, Scores, Standing
from benchmarks.labelled import Query

ALL = "all"

KEYS = {
    "day": "when it was measured",
    "machine": "the processor, the Python, the load of the machine at the start (1 minute)",
    "quick": "whether only a sample was asked",
    "queries": "how many queries each set holds",
    "engines": "one object an engine, Fieldline first, with the keys below",
}
ENGINE_KEYS = {
    "name": "the engine",
    "how": "what it does",
    "missing": "why it could not run; empty if it ran",
    "sure_from": "points from which it counts as sure; null: it has verdicts of its own",
    "build_seconds": "from the strings (Fieldline: from its tables) to the first question",
    "open_seconds": "the same with the index on disk; null where none is kept",
    "memory_mib": "peak of its process, in MiB",
    "ms": "milliseconds a query: `p50`, `p99`, `max`",
    "times_ours": "`p50` and `p99` as multiples of Fieldline's",
    "sets": "by set, and under `all`: `all` and `kinds`, each with the keys below",
}
SCORE_KEYS = {
    "asked": "queries",
    "first": "percent with the right entry first",
    "five": "percent with it among the first five",
    "sure_right": "percent answered as sure, and right",
    "sure_wrong": "percent answered as sure, and wrong",
    "offered": "percent with a choice offered; peers offer none",
}


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured; `load` is the average of one minute before the start."""

    processor: str
    python: str
    load: float


@dataclass(frozen=True, slots=True)
class Figures:
    """One run: every engine, Fieldline first."""

    day: date
    machine: Machine
    quick: bool
    queries: dict[str, int]
    engines: tuple[Standing, ...]

    @property
    def ours(self) -> Standing:
        """Fieldline."""
        return self.engines[0]

    @property
    def peers(self) -> list[Standing]:
        """The peers that ran."""
        return [one for one in self.engines[1:] if not one.measured.missing]

    def of_set(self, name: str) -> list[tuple[Standing, Scores]]:
        """Give each engine that ran with its scores in a set, or in `all`."""
        ran = [one for one in self.engines if not one.measured.missing]
        return [(one, one.all if name == ALL else one.sets[name]) for one in ran]

    def best_peer(self, kind: str, name: str = ALL) -> tuple[Standing, Score] | None:
        """Give the peer that is most often right at once for a kind, or all, with its score."""
        found = [
            (one, score)
            for one, scores in self.of_set(name)
            if one is not self.ours and (score := score_of(scores, kind)).asked
        ]
        return max(found, key=lambda pair: (pair[1].first, pair[1].five), default=None)

    def times_ours(self, one: Standing, share: float) -> float:
        """Give an engine's time under which this share stays, as a multiple of Fieldline's."""
        return one.all.quantile(share) / self.ours.all.quantile(share)


def score_of(scores: Scores, kind: str) -> Score:
    """Give the score for a kind of question, or for all that have an answer."""
    return scores.together() if kind == ALL else scores.together(kind)


def this_machine() -> Machine:
    """Describe the machine as it is now."""
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text().splitlines() if listed.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.machine()
    return Machine(processor, platform.python_version(), os.getloadavg()[0])


def figures(
    engines: Sequence[Standing], queries: Sequence[Query], machine: Machine, *, quick: bool
) -> Figures:
    """Put together what a run gave."""
    asked = Counter(query.set for query in queries)
    return Figures(datetime.now(UTC).date(), machine, quick, dict(asked), tuple(engines))


def as_json(run: Figures) -> dict[str, Any]:
    """Give the object that `--json` prints; `KEYS`, `ENGINE_KEYS`, `SCORE_KEYS` explain it."""
    machine = run.machine
    return {
        "day": run.day.isoformat(),
        "machine": {
            "processor": machine.processor,
            "python": machine.python,
            "load": round(machine.load, 2),
        },
        "quick": run.quick,
        "queries": run.queries,
        "engines": [_engine(run, one) for one in run.engines],
    }


def _engine(run: Figures, one: Standing) -> dict[str, Any]:
    measured = one.measured
    ran = not measured.missing
    by_set = {**one.sets, ALL: one.all}
    return {
        "name": measured.name,
        "how": measured.how,
        "missing": measured.missing,
        "sure_from": one.sure_from if ran else None,
        "build_seconds": _rounded(measured.build_seconds),
        "open_seconds": _rounded(measured.open_seconds),
        "memory_mib": round(measured.memory_mib),
        "ms": _times(one.all) if ran else {},
        "times_ours": _ratios(run, one) if ran else {},
        "sets": {name: _set(scores) for name, scores in by_set.items()} if ran else {},
    }


def _times(scores: Scores) -> dict[str, float]:
    shares = {"p50": 0.5, "p99": 0.99, "max": 1.0}
    return {name: round(scores.quantile(share), 3) for name, share in shares.items()}


def _ratios(run: Figures, one: Standing) -> dict[str, float]:
    return {name: round(run.times_ours(one, at), 2) for name, at in (("p50", 0.5), ("p99", 0.99))}


def _set(scores: Scores) -> dict[str, Any]:
    kinds = {kind: _score(score) for kind, score in scores.kinds.items()}
    return {"all": _score(scores.together()), "kinds": kinds}


def _score(score: Score) -> dict[str, float]:
    counts = {name: round(score.percent(getattr(score, name)), 1) for name in list(SCORE_KEYS)[1:]}
    return {"asked": score.asked, **counts}


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)
