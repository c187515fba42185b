"""Measuring the chances: from queries with known answers to `knowledge/tables/calibration.csv`."""

import argparse
import csv
import pathlib
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.fitting import NEVER_SURE, Sample, fit, holds, sure_from
from benchmarks.labelled import DEV, FOLDER, Query, read_queries
from benchmarks.slips import misspell
from knowledge import Knowledge
from knowledge.entries import Naming
from knowledge.index.index import Index
from knowledge.loader import TABLES
from knowledge.reading.wording import squash
from knowledge.search.asking import TRAITS, Weighed
from knowledge.search.candidates import Way
from knowledge.search.chances import LEADS, SURE_FROM, Array, terms
from knowledge.search.tracing import DECIDED, Path

MADE_UP = 6000  # misspelt names, each also asked as if its entry were not in the base
MADE_UP_WEIGHT = 0.25  # beside a query that somebody wrote
MISSING_WEIGHT = 0.08  # the same for one whose entry is taken away
MISSING_TAXON = 0.02  # for a scientific name: few that are asked for are not listed
AS_GOOD = 20.0  # points behind the best at which a candidate teaches nothing more
SHORTEST = 4  # letters of a name to misspell

Samples = dict[tuple[str, Way], list[Sample]]  # by group and the way that gives its traits
Curves = dict[tuple[str, Way], Array]


def main() -> None:
    """Fit each group, find where it is sure, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=pathlib.Path, default=pathlib.Path("var"), help="where the index is kept"
    )
    options = parser.parse_args()
    base = Knowledge.open(options.data / "knowledge")
    queries = list(_tuning())
    samples: Samples = defaultdict(list)
    for query in queries:
        learn_from(samples, base, query)
    for text, entry in _made_up(base.index):
        _learn_made_up(samples, base, text, entry)
    curves = {key: fit(its) for key, its in sorted(samples.items())}
    write(curves, dict.fromkeys((group for group, _ in curves), NEVER_SURE))
    told = told_first(Knowledge.open(options.data / "knowledge"), queries)
    sure = {group: sure_from(told[group], lowest(group)) for group, _ in curves}
    write(curves, sure)
    for (group, way), weights in curves.items():
        its = samples[group, way]
        print(f"{group}: {len(its)} candidates, {len(told[group])} came first", end="")
        print(f", sure from {sure[group]:.2f}", *holds(its, weights), sep="\n")


def lowest(group: str) -> float:
    """Give the least chance that may be told as sure: ordinary words are slips for other names."""
    return 0.6 if group.startswith("scientific") else 0.75


def write(curves: Curves, sure: Mapping[str, float], path: pathlib.Path = TABLES) -> None:
    """Write the curves and where each is sure."""
    with (path / "calibration.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["group", "trait", "weight"])
        for (group, way), weights in curves.items():
            names = terms((*TRAITS[way], *LEADS))
            rows = zip(names, weights.tolist(), strict=True)
            writer.writerows([group, name, f"{weight:.3f}"] for name, weight in rows)
            writer.writerow([group, SURE_FROM, f"{sure[group]:.2f}"])


def learn_from(samples: Samples, base: Knowledge, query: Query) -> None:
    """Take the candidates of a labelled query, each right or wrong."""
    for way in base.asking.ways(query.text):
        for one in _telling(way):
            samples[_key(one)].append((one.traits, is_right(base, one, query), 1.0))


def told_first(base: Knowledge, queries: Sequence[Query]) -> dict[str, list[tuple[float, bool]]]:
    """Give by group the chances of what came first and nothing rivals, and whether it was right."""
    told: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for query in queries:
        weighed = base.asking.guess(query.text)
        if weighed and not base.asking.rivalled(weighed) and _is_guessed(base, query):
            best = weighed[0]
            told[best.group].append((best.chance, is_right(base, best, query)))
    return told


def is_right(base: Knowledge, one: Weighed, query: Query) -> bool:
    """Tell whether a candidate is what the query asks for."""
    entry = base.index.entry(one.candidate.place)
    texts = (entry.id, entry.title, one.candidate.owner.text, *entry.own_names)
    codes = (code.shown for code in entry.codes)
    wanted = query.expected | query.topic_entries
    return any(squash(text) in wanted for text in (*texts, *codes))


def _is_guessed(base: Knowledge, query: Query) -> bool:
    """Tell whether a question gets a guess at all, not a code, a name or a topic."""
    path = Path()
    answer = base.ask(query.text, path)
    return any(step.name == DECIDED for step in path.steps) and not answer.topic


def _key(one: Weighed) -> tuple[str, Way]:
    return one.group, one.candidate.way


def _tuning() -> Iterator[Query]:
    for path in [DEV, *sorted((FOLDER / "tune").glob("*.csv"))]:
        yield from read_queries(path)


def _made_up(index: Index) -> Iterator[tuple[str, int]]:
    """Yield misspelt names with the place of their entry, the same ones each time."""
    chance = random.Random(20261122)  # noqa: S311 - nothing secret hangs on it
    names = index.names
    for string in chance.sample(range(len(names.texts)), MADE_UP):
        owners = [one for one in names.owners(string) if one.naming is not Naming.TOPIC]
        if len(names.squashed[string]) >= SHORTEST and len({one.entry for one in owners}) == 1:
            slipped = misspell(names.texts[string], chance)
            if slipped.isascii() and not list(names.exact(squash(slipped))):
                yield slipped, owners[0].entry


def _learn_made_up(samples: Samples, base: Knowledge, text: str, entry: int) -> None:
    """Take a misspelt name, and the same one as if the base did not know its entry."""
    letters = next(base.asking.ways(text))
    for one in _telling(letters):
        right = one.candidate.place == entry
        samples[_key(one)].append((one.traits, right, MADE_UP_WEIGHT))
    if any(one.candidate.place == entry for one in letters):
        others = [one.candidate for one in letters if one.candidate.place != entry]
        for one in _telling(base.asking.weigh(others)):
            weight = MISSING_TAXON if one.group.startswith("scientific") else MISSING_WEIGHT
            samples[_key(one)].append((one.traits, False, weight))


def _telling(found: Sequence[Weighed]) -> list[Weighed]:
    best = max((one.candidate.points for one in found), default=0.0)
    return [one for one in found if one.candidate.points > best - AS_GOOD]


if __name__ == "__main__":
    main()
