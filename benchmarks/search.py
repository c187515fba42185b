"""The lookup on labelled queries: how often right, how sure, how fast, beside a plain full scan."""

import argparse
import csv
import json
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from knowledge import Knowledge, as_json
from knowledge.loader import load
from knowledge.wording import squash

DEV = Path(__file__).parent / "queries" / "dev.csv"
NEGATIVE = "negative"
NOT_COUNTED = ("tariff", "un")  # a negative that meets a word of these is no false alarm

Ask = Callable[[str], dict[str, Any]]


@dataclass(frozen=True)
class Query:
    """A labelled query; `expected` are the names, codes or ids that are right, squashed."""

    text: str
    kind: str
    expected: frozenset[str]


@dataclass
class Score:
    """Counts for one kind of query."""

    asked: int = 0
    first: int = 0
    five: int = 0
    sure_right: int = 0
    sure_wrong: int = 0
    offered: int = 0

    def add(self, other: "Score") -> None:
        """Add the counts of another kind."""
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Scores:
    """All kinds and the times in milliseconds."""

    kinds: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    ms: list[float] = field(default_factory=list)

    def together(self, *kinds: str) -> Score:
        """Give the sum over some kinds; without any named, over all that have an answer."""
        total = Score()
        for kind, score in self.kinds.items():
            if kind in kinds or (not kinds and kind != NEGATIVE):
                total.add(score)
        return total

    def quantile(self, share: float) -> float:
        """Give the time that this share of the queries stays under."""
        return sorted(self.ms)[min(len(self.ms) - 1, int(len(self.ms) * share))]


def read_queries(path: Path = DEV) -> list[Query]:
    """Read a table of labelled queries."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Query(row["query"], row["kind"], frozenset(map(squash, json.loads(row["expected"]))))
            for row in csv.DictReader(lines)
        ]


def measure(ask: Ask, queries: Iterable[Query]) -> Scores:
    """Ask every query and count."""
    scores = Scores()
    for query in queries:
        start = time.perf_counter()
        answer = ask(query.text)
        scores.ms.append((time.perf_counter() - start) * 1000)
        _count(scores.kinds[query.kind], query, answer)
    return scores


def _count(score: Score, query: Query, answer: dict[str, Any]) -> None:
    score.asked += 1
    results = answer["results"]
    sure = answer["verdict"] == "sure"
    score.offered += answer["verdict"] == "choose"
    if query.kind == NEGATIVE:
        score.sure_wrong += sure and results[0]["kind"] not in NOT_COUNTED
        return
    right = [_is_right(result, query.expected) for result in results]
    score.first += right[:1] == [True]
    score.five += any(right)
    score.sure_right += sure and right[0]
    score.sure_wrong += sure and not right[0]


def _is_right(result: dict[str, Any], expected: frozenset[str]) -> bool:
    texts = [result["title"], result["matched"], *result["names"], *result["codes"]]
    return any(squash(text) in expected for text in texts)


def full_scan() -> Ask:
    """Give the baseline: rapidfuzz `ratio` over all names and codes without their spaces."""
    names: dict[str, dict[str, Any]] = {}
    for entry in load().entries.values():
        codes = [code.shown for code in entry.codes]
        for text in [*(name.text for name in entry.names), *codes]:
            names.setdefault(
                squash(text),
                {
                    "title": entry.title,
                    "kind": entry.kind.value,
                    "matched": text,
                    "names": entry.own_names,
                    "codes": codes,
                },
            )
    choices = list(names)

    def ask(text: str) -> dict[str, Any]:
        found = process.extract(squash(text), choices, scorer=fuzz.ratio, limit=5)
        sure = bool(found) and found[0][1] >= BASELINE_SURE
        results = [names[choice] for choice, _, _ in found]
        return {"verdict": "sure" if sure else "unknown", "results": results}

    return ask


BASELINE_SURE = 90.0


def table(scores: Scores) -> list[str]:
    """Give the counts as lines of percentages."""
    lines = [f"{'':18}{'asked':>7}{'first':>8}{'five':>8}{'sure+right':>12}{'sure+wrong':>12}"]
    kinds = [*sorted(kind for kind in scores.kinds if kind != NEGATIVE), "all"]
    for kind in kinds:
        score = scores.together() if kind == "all" else scores.kinds[kind]
        share = [100 * n / score.asked for n in (score.first, score.five)]
        sure = [100 * n / score.asked for n in (score.sure_right, score.sure_wrong)]
        lines.append(
            f"{kind:18}{score.asked:7}{share[0]:8.1f}{share[1]:8.1f}{sure[0]:12.1f}{sure[1]:12.1f}"
        )
    negative = scores.kinds[NEGATIVE]
    lines.append(
        f"{NEGATIVE:18}{negative.asked:7}{'':16}  answered as sure "
        f"{100 * negative.sure_wrong / negative.asked:.1f}, "
        f"offered {100 * negative.offered / negative.asked:.1f}"
    )
    lines.append(
        f"ms a query: p50 {statistics.median(scores.ms):.2f}, p99 {scores.quantile(0.99):.2f}"
    )
    return lines


def main() -> None:
    """Print the table, ours and the baseline's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("var"), help="where the index is kept")
    parser.add_argument("--queries", type=Path, default=DEV, help="the labelled queries")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core, as stated
    queries = read_queries(options.queries)
    start = time.perf_counter()
    base = Knowledge.open(options.data / "knowledge")
    print(f"base open in {time.perf_counter() - start:.2f} s; {len(queries)} queries, one core\n")
    measure(lambda text: as_json(base.ask(text)), queries[:100])  # warm
    print("Fieldline", *table(measure(lambda text: as_json(base.ask(text)), queries)), sep="\n")
    print()
    print("baseline: rapidfuzz ratio, every name, sure from 90 points")
    print(*table(measure(full_scan(), queries)), sep="\n")


if __name__ == "__main__":
    main()
