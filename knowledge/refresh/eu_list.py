"""The European List of Waste against ours: a new title, another star, a code that ends."""

import re
from collections import defaultdict
from datetime import date, timedelta

from knowledge.law.status import Standing, standing
from knowledge.loader import Tables
from knowledge.reading.wording import fold
from knowledge.refresh.difference import ADDED, REMOVED, Change, Plan
from knowledge.refresh.options import Options
from knowledge.refresh.ours import Cells, changed, our_table
from knowledge.refresh.reading import Line, Sheet, check_cells
from knowledge.refresh.sourcing import with_law_date

CODES = ("code", "ewccode", "lowcode", "wastecode", "codedisplay", "shown")
TITLES = ("title", "description", "titleen", "name")
STARS = ("hazardous", "star", "ishazardous")
_CODE = re.compile(r"(\d{2}) ?(\d{2})? ?(\d{2})? ?(\*?)")
_YES = frozenset({"yes", "y", "true", "1", "*", "hazardous"})
_NO = frozenset({"no", "n", "false", "0", "", "non-hazardous", "nonhazardous"})
_SOURCE = "European list as of {day}"


def plan_eu_list(sheet: Sheet, tables: Tables, options: Options) -> Plan:
    """Compare a list of waste codes with ours and say what it would do to the tables.

    The edition in force on the day of the file is compared; a row that is an edition of ours of
    another day is no difference. Nothing is erased: a code that goes, or takes or loses its star,
    ends the day before.

    Raises:
        TableError: a table of ours cannot be read.
    """
    theirs = _codes(sheet)
    if sheet.problems:
        return Plan([], [], len(theirs), problems=sheet.problems)
    ours = our_table(tables, "waste/eu_list.csv")
    headings = our_table(tables, "waste/eu_list_headings.csv")
    current = {row["code"] for row in ours.rows if _in_force(row, options.day)}
    known = {row["code"] for row in (*headings.rows, *ours.rows)}
    told = {(row["code"], row["hazardous"], fold(row["title"])) for row in ours.rows}
    changes: list[Change] = []
    rows: list[Cells] = []
    for row in ours.rows:
        one = theirs.get(row["code"])
        same = one and (one["code"], one["hazardous"], fold(one["title"])) in told
        open_now = _in_force(row, options.day) and not options.only_added and not same
        rows += _updated(row, one, options.day, changes) if open_now else [row]
    new = [row for code, row in theirs.items() if len(code) == len("010101")]
    added = [row for row in new if row["code"] not in known]
    heads = [
        {"code": code, "shown": row["shown"], "within": code[:-2], "title": row["title"]}
        for code, row in theirs.items()
        if len(code) < len("010101") and code not in known
    ]
    changes += [Change(ADDED, row["shown"], new=row["title"]) for row in (*heads, *added)]
    dated = any(change.kind != "title changed" for change in changes) and not options.as_of
    sources = our_table(tables, "sources.csv")
    if changes:
        sources = with_law_date(sources, "eu-list", options)
    problems = [_NEEDS_A_DAY] if dated else []
    return Plan(
        changes,
        changed(
            tables,
            [
                sources,
                headings.with_rows([*headings.rows, *heads]),
                ours.with_rows(_placed(rows, [_dated(row, options.day) for row in added])),
            ],
        ),
        len(current),
        problems=problems,
    )


_NEEDS_A_DAY = "a code begins, ends or changes its star; expected --as-of, the day it applies from"


def _in_force(row: Cells, day: date) -> bool:
    begins, ends = (
        date.fromisoformat(row[column]) if row[column] else None
        for column in ("valid_from", "valid_to")
    )
    return standing(begins, ends, day) is Standing.IN_FORCE


def _updated(row: Cells, one: Cells | None, day: date, changes: list[Change]) -> list[Cells]:
    """Give a row as the file has it: itself, ended, with a new title, or ended and begun anew."""
    ended = {**row, "valid_to": (day - timedelta(days=1)).isoformat()}
    if one is None:
        if row["valid_to"]:
            return [row]
        changes.append(Change(REMOVED, row["shown"], row["title"]))
        return [ended]
    if one["hazardous"] != row["hazardous"]:
        changes.append(Change("star changed", row["code"], row["shown"], one["shown"]))
        return [ended, _dated(one, day)]
    changes.append(Change("title changed", row["shown"], row["title"], one["title"]))
    return [{**row, "title": one["title"]}]


def _dated(one: Cells, day: date) -> Cells:
    return {
        **one,
        "entry": "",
        "mirrors": "",
        "valid_from": day.isoformat(),
        "valid_to": "",
        "source": _SOURCE.format(day=day.isoformat()),
    }


def _placed(rows: list[Cells], added: list[Cells]) -> list[Cells]:
    """Put each new code behind the last one that comes before it."""
    behind: dict[int, list[Cells]] = defaultdict(list)
    for new in sorted(added, key=lambda row: row["code"]):
        before = [place for place, row in enumerate(rows) if row["code"] < new["code"]]
        behind[before[-1] if before else -1].append(new)
    placed = list(behind[-1])
    for place, row in enumerate(rows):
        placed += [row, *behind[place]]
    return placed


def _codes(sheet: Sheet) -> dict[str, Cells]:
    """Read and check the codes; what is wrong is noted in the sheet."""
    code_key = next(key for key in CODES if key in sheet.keys)
    title_key = next(key for key in TITLES if key in sheet.keys)
    star_key = next((key for key in STARS if key in sheet.keys), "")
    check_cells(sheet, frozenset({code_key, title_key}))
    rows: dict[str, Cells] = {}
    lines: dict[str, int] = {}
    for line in sheet.lines:
        found = _CODE.fullmatch(line[code_key])
        if not found:
            what = f"“{line[code_key]}” is no code of the list"
            sheet.wrong(line.number, what, "such as 16 01 04*, with a star if hazardous")
            continue
        code = "".join(part for part in found.groups()[:3] if part)
        star = _star(sheet, line, star_key, found[4])
        if not line[title_key]:
            sheet.wrong(line.number, f"{code} has no title", "what the code stands for")
        if (first := lines.setdefault(code, line.number)) != line.number:
            what = f"{code} stands twice, first in line {first}"
            sheet.wrong(line.number, what, "each code once")
        shown = " ".join(part for part in found.groups()[:3] if part) + star
        hazardous = "yes" if star else "no"
        row = {"code": code, "shown": shown, "title": line[title_key], "hazardous": hazardous}
        rows.setdefault(code, row)
    _check_parents(sheet, lines)
    return rows


def _star(sheet: Sheet, line: Line, key: str, star: str) -> str:
    if not key or star:
        return star
    said = line[key].lower()
    if said not in _YES | _NO:
        sheet.wrong(line.number, f"“{line[key]}” in “{key}”", "yes or no")
    return "*" if said in _YES else ""


def _check_parents(sheet: Sheet, lines: dict[str, int]) -> None:
    """A list may leave its headings out, but not some of them."""
    headings = any(len(code) < len("010101") for code in lines)
    for code, number in lines.items():
        if headings and code[:-2] and code[:-2] not in lines:
            sheet.wrong(number, f"{code} has no heading", f"a row for {code[:-2]}")
