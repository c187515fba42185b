"""Reading a file as publishers export it: columns in any order, every error told by its line."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.refresh.ours import Cells

_PARTED_BY = ",;\t"
_FORMULA = re.compile(r"[=+@]|-[^\s\d]")  # a dash before a space marks a level in tariff lists
_LONGEST = 131_072  # letters of a cell; longer ones come of a quote that is never closed


class UnreadableError(Exception):
    """A file that cannot be read at all; says the line and what was expected."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file; `cells` by the keys of its columns, spaces put right."""

    number: int
    cells: Cells

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read: the keys of its columns, its lines, and what is wrong with it."""

    path: Path
    keys: tuple[str, ...]
    lines: list[Line]
    problems: list[str] = field(default_factory=list)

    def wrong(self, number: int, what: str, expected: str) -> None:
        """Note a problem of a line."""
        self.problems.append(told(self.path, number, what, expected))


def told(path: Path, number: int, what: str, expected: str) -> str:
    """Say a problem: the file, the line, what is wrong, what was expected."""
    return f"{path.name}, line {number}: {what}; expected {expected}"


def key_of(column: str) -> str:
    """Give the key of a column: small letters and digits; “# Full note” is `hashfullnote`."""
    plain = column.lower().replace("#", "hash")
    return "".join(sign for sign in plain if sign.isalnum())


def read_sheet(path: Path) -> Sheet:
    """Read a whole file.

    Raises:
        UnreadableError: no file, not UTF-8, no header, a column twice.
    """
    text = _text(path)
    header = next((line for line in text.splitlines() if line.strip()), "")
    parted_by = max(
        _PARTED_BY, key=lambda sign: len(next(csv.reader([header], delimiter=sign), ""))
    )
    rows = _rows(path, text, parted_by)
    number, names = next(rows, (1, []))
    keys = tuple(key_of(name) for name in names)
    if not any(keys):
        raise UnreadableError(told(path, 1, "the file is empty", "a header and its rows"))
    if twice := sorted({key for key in keys if key and keys.count(key) > 1}):
        what = f"a column stands twice: {', '.join(twice)}"
        raise UnreadableError(told(path, number, what, "each column once"))
    sheet = Sheet(path, keys, [])
    for number, cells in rows:
        if len(cells) != len(keys):
            sheet.wrong(number, f"{len(cells)} cells", f"{len(keys)}, as in the header")
        elif any(cells):
            sheet.lines.append(Line(number, dict(zip(keys, cells, strict=True))))
    return sheet


def check_cells(sheet: Sheet, keys: frozenset[str]) -> None:
    """Note every cell of the columns used that a table must not hold."""
    for line in sheet.lines:
        for key in keys & line.cells.keys():
            text = line[key]
            if _FORMULA.match(text):
                what = f"“{text[:40]}” in “{key}” is a formula for a spreadsheet"
                sheet.wrong(line.number, what, "plain text")
            if "\ufffd" in text or any(unicodedata.category(sign) == "Cc" for sign in text):
                what = f"“{key}” holds signs that were lost or are not text"
                sheet.wrong(line.number, what, "the letters as published, in UTF-8")


def _text(path: Path) -> str:
    try:
        return unicodedata.normalize("NFC", path.read_bytes().decode("utf-8-sig"))
    except OSError as problem:
        raise UnreadableError(f"{path.name}: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        number = path.read_bytes()[: problem.start].count(b"\n") + 1
        what = f"not UTF-8 (byte {problem.start})"
        raise UnreadableError(
            told(path, number, what, "UTF-8, with or without a mark")
        ) from problem


def _rows(path: Path, text: str, parted_by: str) -> Iterator[tuple[int, list[str]]]:
    """Give every row with the number of its first line, spaces and breaks in a cell made one."""
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    first = 1
    try:
        for cells in reader:
            if cells:
                yield first, [" ".join(cell.split()) for cell in cells]
            first = reader.line_num + 1
    except csv.Error as problem:
        what = f"the row cannot be read ({problem})"
        raise UnreadableError(told(path, first, what, "quotes that close")) from problem
