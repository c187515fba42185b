"""A list of the Harmonized System against our tariff: codes, their parents, their titles."""

import re
from collections import Counter

from knowledge.loader import Tables
from knowledge.loader.naming import squeezed
from knowledge.refresh.difference import ADDED, REMOVED, Change, Plan
from knowledge.refresh.options import Options
from knowledge.refresh.ours import Cells, Table, changed, our_table
from knowledge.refresh.reading import Line, Sheet, check_cells
from knowledge.refresh.sourcing import with_law_date

CODES = ("hscode", "hs", "code", "commoditycode")
TITLES = ("description", "title", "titleen", "text")
_LENGTHS = (2, 4, 6)
_NATIONAL = re.compile(r"\d{8,10}|9[89]\d*")  # below the subheading, or chapters left to states
_LEVEL_MARKS = re.compile(r"^(?:[-–] ?)+")


def plan_tariff(sheet: Sheet, tables: Tables, options: Options) -> Plan:
    """Compare a list of codes with our tariff and say what it would do to the tables.

    Raises:
        TableError: a table of ours cannot be read.
    """
    ours = our_table(tables, "reference/tariff.csv")
    notes: list[str] = []
    theirs = _codes(sheet, ours, notes)
    if sheet.problems:
        return Plan([], [], len(theirs), problems=sheet.problems)
    known = {row["hs"]: row for row in ours.rows}
    changes: list[Change] = []
    rows: list[Cells] = []
    for code, row in known.items():
        title = theirs.get(code, row)["title"]
        if code not in theirs and not options.only_added:
            changes.append(Change(REMOVED, code, row["title"]))
        elif " ".join(row["title"].split()) == title or options.only_added:
            rows.append(row)
        else:
            changes.append(Change("title changed", code, row["title"], title))
            rows.append({**row, "title": title})
    new = [row for code, row in theirs.items() if code not in known]
    changes += [Change(ADDED, row["hs"], new=row["title"]) for row in new]
    final = ours.with_rows(sorted([*rows, *new], key=lambda row: row["hs"]))
    gone = {one.entry for one in changes if one.kind == REMOVED}
    sources = our_table(tables, "sources.csv")
    if changes:
        sources = with_law_date(sources, "hs2022", options)
    names = our_table(tables, "reference/tariff_names.csv")
    names = names.with_rows(row for row in names.rows if row["hs"] not in gone)
    return Plan(changes, changed(tables, [sources, names, final]), len(known), notes)


def _codes(sheet: Sheet, ours: Table, notes: list[str]) -> dict[str, Cells]:
    """Read and check the codes; what is wrong is noted in the sheet."""
    code_key = next(key for key in CODES if key in sheet.keys)
    title_key = next(key for key in TITLES if key in sheet.keys)
    check_cells(sheet, frozenset({code_key, title_key, "section", "parent"}))
    sections = {row["hs"][:2]: row["section"] for row in ours.rows}
    rows: dict[str, Cells] = {}
    lines: dict[str, Line] = {}
    passed = Counter[str]()
    for line in sheet.lines:
        code = squeezed(line[code_key])
        if code == "TOTAL" or _NATIONAL.fullmatch(code):
            passed["rows"] += 1
            continue
        if not code.isascii() or not code.isdigit() or len(code) not in _LENGTHS:
            sheet.wrong(line.number, f"“{line[code_key]}” is no tariff code", "2, 4 or 6 digits")
            continue
        title = _LEVEL_MARKS.sub("", line[title_key])
        if not title:
            sheet.wrong(line.number, f"{code} has no title", "what the code stands for")
        if (first := lines.setdefault(code, line)) is not line:
            what = f"{code} stands twice, first in line {first.number}"
            sheet.wrong(line.number, what, "each code once")
        section = line["section"] or sections.get(code[:2], "")
        if section not in set(sections.values()):
            what = f"{code} is in no section we know (“{section}”)"
            sheet.wrong(line.number, what, "a Roman number from I to XXI")
        rows.setdefault(code, {"hs": code, "section": section, "title": title})
    for code, line in lines.items():
        if code[:-2] and code[:-2] not in rows:
            sheet.wrong(line.number, f"{code} has no parent", f"a row for {code[:-2]}")
    if passed:
        notes.append(
            f"{passed['rows']:,} rows below the subheading or of chapters 98 and 99: passed over"
        )
    return rows
