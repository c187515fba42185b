"""Reading the tables: rows as dictionaries that know where they stand, and errors that say so."""

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path


class TableError(Exception):
    """A table that cannot be used; says the file, the line and what is wrong with it."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; every getter raises TableError where the cell does not fit."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def place(self) -> str:
        """The file and line, for a message about another row."""
        return f"{self.path.name}, line {self.line}"

    def wrong(self, problem: str) -> TableError:
        """Give the error to raise for this row."""
        return TableError(self.path, self.line, problem)

    def must(self, column: str) -> str:
        """Give the text of a cell that may not be empty."""
        if not (text := self.cells[column]):
            raise self.wrong(f"“{column}” is empty")
        return text

    def parts(self, column: str) -> tuple[str, ...]:
        """Give the items of a cell that holds a list, parted by semicolons."""
        return tuple(part for item in self.cells[column].split(";") if (part := item.strip()))

    def number(self, column: str) -> float | None:
        """Give the number in a cell, None if it is empty."""
        if not (text := self.cells[column]):
            return None
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise self.wrong(f"“{column}” should be a number, not “{text}”")
        return number

    def year(self, column: str) -> int | None:
        """Give the year in a cell, None if it is empty."""
        number = self.number(column)
        return None if number is None else int(number)

    def day(self, column: str) -> date | None:
        """Give the date in a cell; a year or a month alone means its first day."""
        if not (text := self.cells[column]):
            return None
        try:
            return date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            raise self.wrong(f"“{column}” should be a date, not “{text}”") from None

    def must_day(self, column: str) -> date:
        """Give the date in a cell that may not be empty."""
        self.must(column)
        day = self.day(column)
        assert day is not None  # noqa: S101 - the cell is not empty, for the type checker
        return day


class Tables:
    """The folder of tables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def folder_of(self, room: str) -> list[str]:
        """Give the tables of a folder, in the order of their names."""
        return sorted(f"{room}/{path.name}" for path in (self.folder / room).glob("*.csv"))

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """Read a table; `columns` are the ones that must be there, in this order.

        Raises:
            TableError: a file that is missing or not UTF-8, another header, a row of other length.
        """
        path = self.folder / table
        try:
            with path.open(encoding="utf-8", newline="") as lines:
                yield from self._read(path, lines, list(columns))
        except (OSError, UnicodeDecodeError) as problem:
            raise TableError(path, 1, str(problem)) from problem

    @staticmethod
    def _read(path: Path, lines: Iterator[str], columns: list[str]) -> Iterator[Row]:
        reader = csv.reader(lines, strict=True)
        try:
            header = next(reader, [])
            if header != columns:
                raise TableError(path, 1, f"the header should be {columns}, not {header}")
            for cells in reader:
                if len(cells) != len(columns):
                    problem = f"{len(columns)} cells expected, {len(cells)} found"
                    raise TableError(path, reader.line_num, problem)
                yield Row(path, reader.line_num, dict(zip(columns, cells, strict=True)))
        except csv.Error as problem:
            raise TableError(path, reader.line_num, str(problem)) from problem
