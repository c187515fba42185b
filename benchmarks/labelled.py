"""The labelled queries: what was asked, what kind of question it is, and what is right."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.loader import TABLES
from knowledge.reading.wording import squash

FOLDER = Path(__file__).parent / "queries"
DEV = FOLDER / "dev.csv"
HELD_OUT = "held-out"
SETS = ("dev", "tune", HELD_OUT)
QUICK = 300  # queries of a first look

BAD_CODE, NEGATIVE = "bad-code", "negative"
REFUSED = (BAD_CODE, NEGATIVE)  # nothing is right for these
KINDS = (
    "description",
    "manifest",
    "sentence",
    "language",
    "typo-common",
    "typo-scientific",
    "code",
    "cas",
    *REFUSED,
)
TOPIC = "topic:"


@dataclass(frozen=True, slots=True)
class Query:
    """A labelled query of a set.

    `expected` are the names, codes and ids that are right, squashed; `topics` the questions that
    are right; `topic_entries` the ids between which these decide, squashed.
    """

    text: str
    kind: str
    set: str
    expected: frozenset[str]
    topics: frozenset[str] = frozenset()
    topic_entries: frozenset[str] = frozenset()


def standing_sets() -> dict[str, list[Path]]:
    """Give the files of each set that is there: dev, tune, held-out."""
    found = {"dev": [DEV], **{one: sorted(_folder(one).glob("*.csv")) for one in SETS[1:]}}
    return {name: files for name, files in found.items() if files}


def set_of(path: Path) -> str:
    """Give the set of a file: a standing one by its folder, else one by its own name."""
    return next((name for name in SETS[1:] if path.parent == _folder(name)), path.stem)


def _folder(name: str) -> Path:
    return FOLDER / name.replace("-", "_")


def read_queries(path: Path = DEV, name: str = "dev") -> list[Query]:
    """Read a table of labelled queries as part of a set.

    Raises:
        ValueError: a kind or a topic is not known; names file and line.
    """
    topics = _topics()
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        queries = []
        for row in table:
            try:
                queries.append(_query(row, name, topics))
            except (KeyError, ValueError) as error:
                raise ValueError(f"{path.name}, line {table.line_num}: {error}") from error
    return queries


def read_sets(sets: Mapping[str, Sequence[Path]]) -> list[Query]:
    """Read all files of some sets."""
    return [
        query
        for name, files in sets.items()
        for path in files
        for query in read_queries(path, name)
    ]


def sample(queries: Iterable[Query], count: int = QUICK) -> list[Query]:
    """Take every so-manieth query, so that each set and kind keeps its share."""
    ordered = sorted(queries, key=lambda one: (one.set, KINDS.index(one.kind)))
    step = max(1.0, len(ordered) / count)
    return [ordered[int(place * step)] for place in range(min(count, len(ordered)))]


def _query(row: Mapping[str, str], name: str, topics: Mapping[str, frozenset[str]]) -> Query:
    if row["kind"] not in KINDS:
        raise ValueError(f"no such kind: “{row['kind']}”")
    expected: list[str] = json.loads(row["expected"])
    if bool(expected) == (row["kind"] in REFUSED):
        raise ValueError(f"expected does not fit the kind “{row['kind']}”")
    asked = [one.removeprefix(TOPIC) for one in expected if one.startswith(TOPIC)]
    if missing := sorted(set(asked).difference(topics)):
        raise ValueError(f"no such topic: “{missing[0]}”")
    return Query(
        row["query"],
        row["kind"],
        name,
        frozenset(squash(one) for one in expected if not one.startswith(TOPIC)),
        frozenset(asked),
        frozenset().union(*(topics[one] for one in asked)),
    )


def _topics() -> dict[str, frozenset[str]]:
    """Read which entries each topic decides between, their ids squashed."""
    with (TABLES / "deciding" / "topics.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["topic"]: frozenset(map(squash, row["entries"].split(";")))
            for row in csv.DictReader(lines)
        }
