"""The tables as the tests handle them: read plainly, copied in part, broken on purpose."""

import csv
import shutil
from pathlib import Path

from knowledge.loader import TABLES

Rows = list[dict[str, str]]

# Tables whose rows may be fewer without a link that leads nowhere, and how many stay.
SHORTENED = {
    "species/taxa.csv": 60,
    "species/synonyms.csv": 0,
    "species/common_names.csv": 40,
    "species/product_terms.csv": 40,
    "chemicals/names.csv": 40,
    "waste/eu_list_names.csv": 40,
    "waste/terms.csv": 40,
    "species/bird_names.csv": 40,
    "chemicals/more_names.csv": 40,
    "ordinary/common.csv": 400,
    "deciding/terms.csv": 0,
}
FEW_WORDS = "product-"  # the words of each language that stay are those of the products


def names() -> list[str]:
    """Every table, as `folder/name.csv`."""
    return sorted(path.relative_to(TABLES).as_posix() for path in TABLES.rglob("*.csv"))


def read(table: str, folder: Path = TABLES) -> Rows:
    """Give the rows of a table."""
    with (folder / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def few_tables(folder: Path) -> Path:
    """Copy the tables, the long ones in part."""
    shutil.copytree(TABLES, folder)
    for table, most in SHORTENED.items():
        path = folder / table
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))[: most + 1]
        _write(path, rows)
    for path in (folder / "words").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = list(csv.reader(lines))
        _write(path, [header, *(row for row in rows if row[0].startswith(FEW_WORDS))][:41])
    return folder


def set_cell(folder: Path, table: str, line: int, column: str, value: str) -> None:
    """Put another value into a table; `line` counts from 1, which is the header."""
    path = folder / table
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    rows[line - 1][rows[0].index(column)] = value
    _write(path, rows)


def add_line(folder: Path, table: str, line: str) -> int:
    """Add a line as it stands; give its number."""
    path = folder / table
    text = path.read_text(encoding="utf-8") + line + "\n"
    path.write_text(text, encoding="utf-8", newline="")
    return text.count("\n")


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(rows)
