"""SOURCES.md adds up: every row given is kept or in removed.csv, and every table is named."""

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from knowledge.loader import TABLES
from tests.knowledge import tables

SOURCES = (TABLES.parent / "SOURCES.md").read_text(encoding="utf-8")
GIVEN = 37  # tables
_ROW = re.compile(r"^\| (\w+/\w+\.csv) \| (\d+) \| (\d+) \| (\d+) \| (.+) \|$", re.MULTILINE)
_PLACE = re.compile(r"(\w+/\w+\.csv) \((\d+)\)")


@dataclass(frozen=True)
class Account:
    """One line of the table: what was given and what became of it."""

    given: str
    rows: int
    kept: int
    removed: int
    places: tuple[tuple[str, int], ...]


ACCOUNTS = [
    Account(
        given, int(rows), int(kept), int(removed),
        tuple((table, int(count)) for table, count in _PLACE.findall(places)),
    )
    for given, rows, kept, removed, places in _ROW.findall(SOURCES)
]  # fmt: skip


def test_every_table_given_has_one_line() -> None:
    assert len(ACCOUNTS) == GIVEN
    assert len({account.given for account in ACCOUNTS}) == GIVEN


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.given)
def test_the_rows_given_are_kept_or_removed(account: Account) -> None:
    assert account.rows == account.kept + account.removed
    assert account.kept == sum(count for _, count in account.places)


def test_what_is_removed_stands_in_removed_csv_with_its_reason() -> None:
    removed = tables.read("removed.csv")
    stated = {account.given: account.removed for account in ACCOUNTS if account.removed}
    assert dict(Counter(row["table"] for row in removed)) == stated
    assert all(row["key"] and row["value"] and row["reason"] for row in removed)


def test_a_table_holds_at_least_what_the_account_says() -> None:
    for account in ACCOUNTS:
        for table, count in account.places:
            assert count <= len(tables.read(table)), (account.given, table)


def test_a_table_made_of_one_given_table_holds_no_other_rows() -> None:
    makers = Counter(table for account in ACCOUNTS for table, _ in account.places)
    sole = {
        table: account.kept
        for account in ACCOUNTS
        for table, _ in account.places
        if len(account.places) == 1 and makers[table] == 1 and not account.removed
    }
    assert len(sole) > GIVEN // 2
    assert {table: len(tables.read(table)) for table in sole} == sole


def test_every_table_is_named() -> None:
    assert [name for name in tables.names() if name not in SOURCES] == []


@pytest.mark.parametrize(
    "publisher",
    ["UNEP-WCMC", "CITES Secretariat", "Ozone Secretariat", "JMdict", "CC-CEDICT", "WordNet",
     "Wikispecies", "Wikidata", "konrumi/cites-lookup", "CoolProp", "Open Government Licence v3.0",
     "PDDL", "AVV", "UN/LOCODE 2023-1", "CC BY-SA 4.0"],
)  # fmt: skip
def test_every_publisher_is_credited(publisher: str) -> None:
    assert publisher in SOURCES


@pytest.mark.parametrize(
    "caution",
    ["Podocarpus parlatorei", "Beaucarnea", "Orchids are the list of 2017", "precursors1988",
     "COP-17", "2027-06-05", "2026-12-09", "Appendix III"],
)  # fmt: skip
def test_every_caution_is_there(caution: str) -> None:
    assert caution in SOURCES.split("## Take care")[1]


def test_every_source_that_an_entry_can_name_has_a_date_and_terms() -> None:
    rows = tables.read("sources.csv")
    assert len({row["id"] for row in rows}) == len(rows) > 0
    assert all(row["title"] and row["law_date"] and row["terms"] for row in rows)
