"""Ask Fieldline and its peers every labelled query: how often right, how sure, how fast."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import report, tables
from benchmarks.counting import standing
from benchmarks.figures import ALL, Figures, as_json, figures, this_machine
from benchmarks.labelled import QUICK, Query, read_queries, read_sets, sample, set_of, standing_sets
from benchmarks.running import all_engines, fieldline


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, then print tables or one JSON object, and write the page where asked to."""
    options = _parser().parse_args(arguments)
    queries = _queries(options.queries)
    if options.quick:
        queries = sample(queries, options.quick)
    run = _run(queries, options)
    if options.json:
        print(json.dumps(as_json(run), ensure_ascii=False))
    else:
        print(*_printed(run), sep="\n\n")
    if options.write:
        report.write(run, options.write)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("var"), help="where the index is kept")
    parser.add_argument(
        "--queries", type=Path, nargs="+", help="other labelled queries than the standing sets"
    )
    parser.add_argument("--only", choices=["fieldline"], help="leave the peers out")
    parser.add_argument(
        "--quick",
        type=int,
        nargs="?",
        const=QUICK,
        default=0,
        metavar="COUNT",
        help=f"ask a sample of so many only, {QUICK} if none is named",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")
    parser.add_argument("--write", type=Path, help="write benchmarks.md and .svg into this folder")
    return parser


def _queries(files: list[Path] | None) -> list[Query]:
    if files is None:
        return read_sets(standing_sets())
    return [
        query for path in map(Path.resolve, files) for query in read_queries(path, set_of(path))
    ]


def _run(queries: Sequence[Query], options: argparse.Namespace) -> Figures:
    machine = this_machine()
    folder = options.data / "knowledge"
    if options.only:
        measured = iter([fieldline(queries, folder, build=False)])
    else:
        measured = all_engines(queries, folder, build=True)
    engines = []
    for one in measured:
        engines.append(standing(one, queries))
        if one.missing:
            print(f"not at hand: {one.missing}", file=sys.stderr)
    return figures(engines, queries, machine, quick=bool(options.quick))


def _printed(run: Figures) -> list[str]:
    """Give the tables: each set apart, all together, each kind, the times."""
    names = [*run.queries, ALL] if len(run.queries) > 1 else [ALL]
    sets = []
    for name in names:
        asked = run.queries.get(name, sum(run.queries.values()))
        sets.append(f"{name}, {asked:,} queries\n{tables.accuracy(run, name)}")
    return [*sets, tables.kinds(run), tables.speed(run), *tables.missing(run)]


if __name__ == "__main__":
    main()
