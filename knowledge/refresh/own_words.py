"""Words of one's own against the words of a language: what is new, what is named otherwise."""

import re

from knowledge.loader import Tables
from knowledge.reading.wording import fold, squash
from knowledge.refresh.difference import ADDED, Change, Plan
from knowledge.refresh.options import Options
from knowledge.refresh.ours import WORDS, Cells, Table, changed, our_table
from knowledge.refresh.reading import Line, Sheet, check_cells

NAMINGS = ("common", "term")
BASES = ("everyday", "market", "trade", "treaty")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_WORD_LETTERS = 120


def plan_words(sheet: Sheet, tables: Tables, options: Options, entries: frozenset[str]) -> Plan:
    """Compare words with ours and say what they would do to the table of their language.

    `entries` are the ids of all entries. Words of ours that the file leaves out stay.

    Raises:
        TableError: a table of ours cannot be read.
    """
    if not _LANGUAGE.fullmatch(options.lang):
        problem = f"--lang “{options.lang}” is no language; expected a code such as fr"
        return Plan([], [], 0, problems=[problem])
    words = _words(sheet, entries)
    if sheet.problems:
        return Plan([], [], len(words), problems=sheet.problems)
    name = f"words/{options.lang}.csv"
    there = (tables.folder / name).exists()
    ours = our_table(tables, name) if there else Table(name, WORDS, [])
    changes: list[Change] = []
    rows: list[Cells] = []
    known = set()
    for row in ours.rows:
        key = (row["entry"], squash(row["word"]))
        known.add(key)
        new = words.get(key, row)
        for column in ("naming", "basis"):
            if not options.only_added and new[column] != row[column]:
                entry = f"{row['entry']} “{row['word']}”"
                changes.append(Change(f"{column} changed", entry, row[column], new[column]))
                row = {**row, column: new[column]}  # noqa: PLW2901 - the row as it is to be
        rows.append(row)
    added = [row for key, row in words.items() if key not in known]
    changes += [Change(ADDED, row["entry"], new=row["word"]) for row in added]
    return Plan(changes, changed(tables, [ours.with_rows([*rows, *added])]), len(ours.rows))


def _words(sheet: Sheet, entries: frozenset[str]) -> dict[tuple[str, str], Cells]:
    """Read and check the words, by entry and comparable form; problems are noted in the sheet."""
    check_cells(sheet, frozenset(WORDS))
    words: dict[tuple[str, str], Cells] = {}
    lines: dict[tuple[str, str], Line] = {}
    for line in sheet.lines:
        if line["entry"] not in entries:
            sheet.wrong(line.number, f"“{line['entry']}” is no entry", "an id of the base")
        if not fold(line["word"]) or len(line["word"]) > _WORD_LETTERS:
            what = f"“{line['word'][:40]}” is no word"
            sheet.wrong(line.number, what, f"letters, {_WORD_LETTERS} at most")
        if line["naming"] not in NAMINGS:
            sheet.wrong(line.number, f"the naming “{line['naming']}”", " or ".join(NAMINGS))
        if line["basis"] not in BASES:
            sheet.wrong(line.number, f"the basis “{line['basis']}”", ", ".join(BASES))
        key = (line["entry"], squash(line["word"]))
        if (first := lines.setdefault(key, line)) is not line:
            what = f"“{line['word']}” stands twice for its entry, first in line {first.number}"
            sheet.wrong(line.number, what, "each word once")
        words[key] = {column: line[column] for column in WORDS}
    return words
