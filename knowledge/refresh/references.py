"""What other tables say of an entry: led to its new id, or told where it names what is gone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.loader import Tables
from knowledge.loader.rows import Row
from knowledge.reading.wording import fold
from knowledge.refresh.ours import Cells, Table, columns_of

# Names of an entry and nothing more: they go with it. Column by table.
_BELONGING = {
    "species/synonyms.csv": "taxon",
    "species/common_names.csv": "taxon",
    "species/bird_names.csv": "taxon",
}
# The lines of a table that still name an entry that is gone, by table and entry.
Standing = dict[tuple[str, str], list[int]]

_ENTRY = "entry "  # how a question names where an answer leads


@dataclass(slots=True)
class Moves:
    """Where ids and scientific names lead now; `gone` and `gone_names` lead nowhere."""

    ids: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    gone_names: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.ids or self.gone)


def led_on(tables: Tables, moves: Moves) -> tuple[dict[str, Table], list[str]]:
    """Give by name every table that names an entry, led on, and what stands in the way.

    Raises:
        TableError: a table of ours cannot be read.
    """
    if not moves:
        return {}, []
    standing: Standing = defaultdict(list)
    new = {name: _belonging(tables, name, column, moves) for name, column in _BELONGING.items()}
    pointing = [
        *tables.folder_of("words"),
        "deciding/topics.csv",
        "deciding/questions.csv",
        "inspection/links.csv",
        "species/products.csv",
    ]
    for name in pointing:
        columns = columns_of(name)
        pairs = [
            (row.cells, _pointed(row, name, moves, standing)) for row in tables.rows(name, columns)
        ]
        new[name] = Table(name, columns, _once(pairs, columns))
    return new, [
        f"{table}, line {', '.join(map(str, lines))}: names “{entry}”, which the file takes away; "
        f"expected rows that lead elsewhere, or none"
        for (table, entry), lines in standing.items()
    ]


def _belonging(tables: Tables, name: str, column: str, moves: Moves) -> Table:
    columns = columns_of(name)
    pairs = (
        (row.cells, {**row.cells, column: moves.ids.get(row[column], row[column])})
        for row in tables.rows(name, columns)
        if row[column] not in moves.gone
    )
    return Table(name, columns, _once(pairs, [one for one in columns if one != "source"]))


def _once(pairs: Iterable[tuple[Cells, Cells]], compared: list[str]) -> list[Cells]:
    """Give the new rows without those that, led on, say what the other entry has already."""
    rows = list(pairs)
    if all(new == old for old, new in rows):
        return [new for _, new in rows]

    def said(row: Cells) -> tuple[str, ...]:
        return tuple(fold(row[column]) or row[column] for column in compared)

    seen = {said(new) for old, new in rows if new == old}
    kept = []
    for old, new in rows:
        if new == old:
            kept.append(old)
        elif said(new) not in seen:
            seen.add(said(new))
            kept.append(new)
    return kept


def _pointed(row: Row, table: str, moves: Moves, standing: Standing) -> Cells:
    match table:
        case "species/products.csv":
            column, now, gone, before = "taxa", moves.names, moves.gone_names, ""
        case "deciding/topics.csv":
            column, now, gone, before = "entries", moves.ids, moves.gone, ""
        case "deciding/questions.csv":
            column, now, gone, before = "to", moves.ids, moves.gone, _ENTRY
        case "inspection/links.csv":
            column, now, gone, before = "key", moves.ids, moves.gone, ""
        case _:
            column, now, gone, before = "entry", moves.ids, moves.gone, ""
    if not row[column].startswith(before):
        return row.cells
    parts = row[column].removeprefix(before).split(";")
    for part in parts:
        if part.strip() in gone:
            standing[table, part.strip()].append(row.line)
    moved = [now.get(part.strip(), part) for part in parts]
    return {**row.cells, column: before + ";".join(dict.fromkeys(moved))}
