"""`python -m knowledge.refresh`: check what a publisher exports, show what it changes, write it."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.loader import TABLES, TableError, Tables
from knowledge.refresh.difference import Plan, cut
from knowledge.refresh.formats import FORMATS, format_of
from knowledge.refresh.options import Options
from knowledge.refresh.reading import UnreadableError, read_sheet
from knowledge.refresh.writing import finish, problem_of, unfinished, write

_UNDATED = frozenset({"tariff", "words"})  # formats that change no day of law


def main(arguments: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run the command; give 0, or 1 where something is wrong and nothing was changed."""
    asked = _parser().parse_args(arguments)
    folder: Path = asked.tables
    if unfinished(folder):
        if not asked.write:
            return _refused(
                ["an earlier run was stopped half-way; expected --write, which finishes it first"]
            )
        finish(folder)
        _say("An earlier run was stopped half-way: it is finished now.")
    options = Options(
        today=today or datetime.now(UTC).date(),
        as_of=asked.as_of,
        lang=asked.lang,
        only_added=asked.only_added,
        take_theirs=asked.take_theirs,
        whole=asked.whole,
    )
    path: Path = asked.file
    try:
        sheet = read_sheet(path)
        form = format_of(sheet, asked.format)
        if isinstance(form, str):
            return _refused([form])
        plan = form.plan(sheet, Tables(folder), options)
    except (UnreadableError, TableError) as problem:
        return _refused([str(problem)])
    problems = [*_against(plan, asked, form.name), *plan.problems]
    if asked.json:
        _say(json.dumps({**plan.plain(), "problems": problems}, ensure_ascii=False, indent=1))
    elif plan.changes:
        _say(f"{path.name} ({form.name}):")
        _say("\n".join(plan.lines()))
    if problems:
        return _refused(problems)
    return _written(folder, plan, write_it=asked.write, quiet=asked.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m knowledge.refresh",
        description="Check a publisher's export whole, show what it changes, write it when told.",
    )
    parser.add_argument("format", nargs="?", default="", choices=["", *FORMATS])
    parser.add_argument("file", type=Path, help="the export; its header tells the format")
    parser.add_argument("--write", action="store_true", help="put the change into the tables")
    parser.add_argument("--as-of", type=date.fromisoformat, help="day of the export, 2026-03-06")
    parser.add_argument("--tables", type=Path, default=TABLES, help="folder of the tables")
    parser.add_argument("--lang", default="", help="language of a file of words, fr")
    parser.add_argument("--whole", action="store_true", help="what the file leaves out is gone")
    parser.add_argument("--only-added", action="store_true", help="take nothing but what is new")
    parser.add_argument("--take-theirs", action="store_true", help="write over what is ours")
    parser.add_argument("--allow-removals", action="store_true", help="more than one row in ten")
    parser.add_argument("--json", action="store_true", help="all of the difference, as JSON")
    return parser


def _against(plan: Plan, asked: argparse.Namespace, name: str) -> list[str]:
    """Say what forbids a plan that has no problem in itself."""
    problems = []
    if plan.too_small and not asked.allow_removals:
        problems.append(
            f"the file would remove {plan.removed:,} of {plan.spoken_of:,} rows; "
            f"expected the whole list (or --allow-removals, if it is)"
        )
    if asked.write and plan.steps and not asked.as_of and name not in _UNDATED:
        problems.append("nothing says of which day the law is; expected --as-of")
    return problems


def _written(folder: Path, plan: Plan, *, write_it: bool, quiet: bool) -> int:
    if not plan.steps:
        return _done("Nothing changes: the tables hold all of it.", quiet=quiet)
    if problem := problem_of(folder, plan.steps):
        return _refused([f"{problem} – the tables do not hold together with the change"])
    names = ", ".join(dict.fromkeys(step.name for step in plan.steps))
    if not write_it:
        return _done(f"\nNothing is written; --write would change {names}.", quiet=quiet)
    try:
        write(folder, plan.steps)
    except OSError as problem:
        again = " – run it again with --write, which finishes it" if unfinished(folder) else ""
        sys.stderr.write(f"The tables cannot be written: {problem}{again}.\n")
        return 1
    return _done(f"\nWritten: {names}.", quiet=quiet)


def _refused(problems: list[str]) -> int:
    sys.stderr.write("\n" + "\n".join(cut(problems)) + "\nRefused: nothing was changed.\n")
    return 1


def _done(text: str, *, quiet: bool) -> int:
    if not quiet:
        _say(text)
    return 0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
