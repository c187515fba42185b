"""Our own tables as a refresh handles them: read whole, changed in memory, written as they were."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.loader import Tables
from knowledge.loader.species import TAXA
from knowledge.loader.waste import EU_LIST
from knowledge.loader.words import TOPICS

Cells = dict[str, str]

COLUMNS = {
    "sources.csv": ["id", "title", "law_date", "terms"],
    "forwards.csv": ["id", "now"],
    "species/taxa.csv": TAXA,
    "species/families.csv": ["family", "order", "class", "kingdom"],
    "species/synonyms.csv": ["taxon", "synonym"],
    "species/common_names.csv": ["taxon", "lang", "name", "source"],
    "species/bird_names.csv": ["taxon", "lang", "name"],
    "species/products.csv": ["id", "title", "taxa", "listed", "note"],
    "deciding/topics.csv": TOPICS,
    "deciding/questions.csv": [
        "topic", "step", "question_en", "question_fr", "answer", "answer_fr", "to",
    ],
    "inspection/links.csv": ["group", "kind", "key"],
    "reference/tariff.csv": ["hs", "section", "title"],
    "reference/tariff_names.csv": ["hs", "lang", "name", "origin"],
    "waste/eu_list.csv": EU_LIST,
    "waste/eu_list_headings.csv": ["code", "shown", "within", "title"],
}  # fmt: skip
WORDS = ["entry", "word", "naming", "basis"]


@dataclass(frozen=True, slots=True)
class Table:
    """One of our tables: its place in the folder, its columns, its rows in their order."""

    name: str
    columns: list[str]
    rows: list[Cells]

    def with_rows(self, rows: Iterable[Cells]) -> "Table":
        """Give the table with other rows."""
        return replace(self, rows=list(rows))


@dataclass(frozen=True, slots=True)
class Step:
    """One table as the file is to hold it."""

    name: str
    text: str


def columns_of(name: str) -> list[str]:
    """Give the columns of a table."""
    return WORDS if name.startswith("words/") else COLUMNS[name]


def our_table(tables: Tables, name: str) -> Table:
    """Read one of our tables.

    Raises:
        TableError: the table cannot be read.
    """
    columns = columns_of(name)
    return Table(name, columns, [row.cells for row in tables.rows(name, columns)])


def changed(tables: Tables, new: Iterable[Table]) -> list[Step]:
    """Give the text of those of the new tables that are other than the file."""
    steps = []
    for table in new:
        path = tables.folder / table.name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if (text := _text(table, before)) != before:
            steps.append(Step(table.name, text))
    return steps


def _text(table: Table, before: str) -> str:
    """Write a table: a row that the file holds already stays as it is quoted there."""
    as_quoted = {}
    lines = list(io.StringIO(before, newline=""))
    reader, first = csv.reader(lines), 0
    for cells in reader:
        as_quoted[tuple(cells)] = "".join(lines[first : reader.line_num])
        first = reader.line_num
    rows = [tuple(table.columns)]
    rows += [tuple(row[column] for column in table.columns) for row in table.rows]
    return "".join(as_quoted.get(row) or _quoted(row) for row in rows)


def _quoted(row: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue()
