"""From the tables to the entries: reads all, checks all, says file and line of what is broken."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from knowledge.entries import Entry, Name, Source
from knowledge.loader.chemicals import chemicals
from knowledge.loader.links import both_ways
from knowledge.loader.naming import ID
from knowledge.loader.organisms import events
from knowledge.loader.rows import Row, TableError, Tables
from knowledge.loader.rules import rules
from knowledge.loader.species import species
from knowledge.loader.trade import dangerous_goods, tariff
from knowledge.loader.waste import wastes
from knowledge.loader.words import leading_words, light_words, ordinary_words, with_words

__all__ = ["TABLES", "Loaded", "TableError", "Tables", "load"]

TABLES = Path(__file__).parents[1] / "tables"


@dataclass(frozen=True, slots=True)
class Loaded:
    """All entries by id, their sources, and where retired ids lead.

    `leading_words` lead to an entry without being names of it, `light_words` say little of what a
    thing is, `common_words` and `noise_words` nothing: all these are for the search alone.
    """

    entries: dict[str, Entry]
    sources: dict[str, Source]
    forwards: dict[str, str]
    leading_words: dict[str, list[Name]]
    light_words: list[str]
    common_words: dict[str, str]
    noise_words: dict[str, str]


def load(folder: Path = TABLES) -> Loaded:
    """Read every table.

    Raises:
        TableError: a row that does not fit, an id twice, a link or source that leads nowhere.
    """
    tables = Tables(folder)
    sources = {
        row.must("id"): Source(row["id"], row.must("title"), row.must_day("law_date"), row["terms"])
        for row in tables.rows("sources.csv", ["id", "title", "law_date", "terms"])
    }
    entries: dict[str, Entry] = {}
    places: dict[str, Row] = {}
    for row, entry in chain(
        species(tables),
        chemicals(tables),
        wastes(tables),
        tariff(tables),
        dangerous_goods(tables),
        events(tables),
        rules(tables),
    ):
        if not ID.fullmatch(entry.id):
            raise row.wrong(f"“{entry.id}” is no id")
        if entry.id in entries:
            raise row.wrong(f"the id “{entry.id}” stands twice, first at {places[entry.id].place}")
        if entry.source not in sources:
            raise row.wrong(f"no such source: “{entry.source}”")
        entries[entry.id], places[entry.id] = entry, row
    for entry in entries.values():
        for link in entry.links:
            if link.to not in entries:
                raise places[entry.id].wrong(f"{link.relation} “{link.to}” is no entry")
    return Loaded(
        both_ways(with_words(entries, tables)),
        sources,
        _forwards(tables, entries),
        leading_words(entries, tables),
        light_words(tables),
        ordinary_words(tables, "common"),
        ordinary_words(tables, "noise"),
    )


def _forwards(tables: Tables, entries: dict[str, Entry]) -> dict[str, str]:
    forwards: dict[str, str] = {}
    for row in tables.rows("forwards.csv", ["id", "now"]):
        retired, now = row.must("id"), row.must("now")
        if retired in entries:
            raise row.wrong(f"“{retired}” is an entry, so it cannot be retired")
        if now not in entries:
            raise row.wrong(f"“{now}” is no entry")
        forwards[retired] = now
    return forwards
