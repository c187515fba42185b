"""The tables as files: small, plain, and every row of a side table belongs to an entry."""

import csv
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from knowledge.loader import TABLES, Loaded
from knowledge.loader.naming import ID
from knowledge.loader.waste import waste_id
from tests.knowledge import tables

MOST_BYTES = 16_000_000
IDS: dict[str, Callable[[str], str]] = {
    "id": str,
    "eu": "eu-{}".format,
    "hs": "hs-{}".format,
    "waste": waste_id,
}

# Which column of a side table names an entry, and how its id is made of the cell.
BELONGS = [
    ("species/synonyms.csv", "taxon", "id"),
    ("species/common_names.csv", "taxon", "id"),
    ("species/product_terms.csv", "product", "id"),
    ("chemicals/names.csv", "substance", "id"),
    ("chemicals/controls.csv", "substance", "id"),
    ("chemicals/cas_aliases.csv", "substance", "id"),
    ("chemicals/blend_parts.csv", "blend", "id"),
    ("waste/basel_names.csv", "code", "waste"),
    ("waste/eu_list_names.csv", "code", "eu"),
    ("waste/headings.csv", "hs", "hs"),
    ("reference/tariff_names.csv", "hs", "hs"),
]


def test_all_tables_together_are_small() -> None:
    assert sum(path.stat().st_size for path in TABLES.rglob("*.csv")) < MOST_BYTES


@pytest.mark.parametrize("table", tables.names())
def test_a_table_is_plain(table: str) -> None:
    """UTF-8 without a mark, composed letters, line feeds only, one header, no row twice."""
    raw = (TABLES / table).read_bytes()
    text = raw.decode()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert not text.startswith("\ufeff")
    assert unicodedata.is_normalized("NFC", text)
    header, *rows = csv.reader(text.splitlines(keepends=True), strict=True)
    assert all(header)
    assert len(set(header)) == len(header)
    assert {len(row) for row in rows} <= {len(header)}
    assert [row for row, count in Counter(map(tuple, rows)).items() if count > 1] == []


@pytest.mark.parametrize(("table", "column", "kind"), BELONGS)
def test_every_row_belongs_to_an_entry(loaded: Loaded, table: str, column: str, kind: str) -> None:
    rows = tables.read(table)
    assert rows
    ids = {IDS[kind](row[column]) for row in rows}
    assert ids - loaded.entries.keys() == set()


def test_every_code_of_an_everyday_word_for_waste_is_an_entry(loaded: Loaded) -> None:
    cells = [f"{row['codes']};{row['eu_list']}" for row in tables.read("waste/terms.csv")]
    codes = {code for cell in cells for part in cell.split(";") if (code := part.strip())}
    assert len(codes) > 100
    assert {code for code in codes if waste_id(code) not in loaded.entries} == set()


def test_every_id_fits_into_a_button(loaded: Loaded) -> None:
    assert len(loaded.entries) > 50_000
    assert [key for key in loaded.entries if not ID.fullmatch(key)] == []
    assert ID.pattern == r"[A-Za-z0-9_-]{1,50}"


def test_every_listed_product_is_made_of_listed_taxa(loaded: Loaded) -> None:
    rows = tables.read("species/products.csv")
    listed = [row for row in rows if row["listed"] == "yes"]
    assert 0 < len(listed) < len(rows)
    assert [row["id"] for row in listed if not loaded.entries[row["id"]].links] == []


def test_a_synonym_of_two_taxa_is_kept_for_both() -> None:
    taxa = defaultdict(set)
    rows = tables.read("species/synonyms.csv")
    for row in rows:
        taxa[row["synonym"]].add(row["taxon"])
    assert sum(len(taxa[row["synonym"]]) > 1 for row in rows) == 1041
