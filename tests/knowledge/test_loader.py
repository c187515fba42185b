"""Reading the tables: the real ones load; a row that does not fit is named by file and line."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge import Knowledge, TableError
from knowledge.entries import Kind
from knowledge.loader import Loaded, load
from tests.knowledge import tables


@dataclass(frozen=True)
class Slip:
    """A cell that somebody got wrong, and what the message must say of it."""

    table: str
    line: int
    column: str
    value: str
    says: str


SLIPS = {
    "a number that is none": Slip(
        "chemicals/controls.csv", 5, "odp", "much", "“odp” should be a number, not “much”"
    ),
    "a number without an end": Slip(
        "chemicals/mercury_products.csv", 4, "phase_out", "inf", "“phase_out” should be a number"
    ),
    "a month too many": Slip(
        "waste/basel.csv", 7, "valid_from", "2021-13-01", "“valid_from” should be a date"
    ),
    "a day too many": Slip(
        "species/taxa.csv", 9, "since", "2027-02-30", "“since” should be a date, not “2027-02-30”"
    ),
    "a source without a date": Slip("sources.csv", 3, "law_date", "", "“law_date” is empty"),
    "a nameless substance": Slip("chemicals/substances.csv", 12, "name", "", "“name” is empty"),
    "a nameless taxon": Slip("species/taxa.csv", 12, "name", "", "“name” is empty"),
    "an empty common name": Slip("species/common_names.csv", 8, "name", "", "“name” is empty"),
    "an appendix too many": Slip("species/taxa.csv", 3, "appendix", "IV", "appendix: “IV”"),
    "a split with an appendix too many": Slip(
        "species/taxa.csv", 3, "appendix", "I/X", "appendix: “I/X”"
    ),
    "an unknown family": Slip(
        "species/taxa.csv", 4, "within", "Nosuchidae", "“Nosuchidae” is no family of families.csv"
    ),
    "an unknown source": Slip(
        "species/taxa.csv", 6, "source", "hearsay", "no such source: “hearsay”"
    ),
    "an unknown instrument": Slip(
        "annexes.csv", 6, "instrument", "vienna", "no such source: “vienna”"
    ),
    "an unknown naming": Slip("chemicals/names.csv", 5, "naming", "pet", "no such naming: “pet”"),
    "an unknown relation": Slip(
        "waste/headings.csv", 5, "relation", "sure", "no such relation: “sure”"
    ),
    "an unknown kind of code": Slip(
        "species/cites_codes.csv", 4, "kind", "colour", "no such kind of code: “colour”"
    ),
    "an unknown section": Slip(
        "reference/tariff.csv", 5, "section", "XCIX", "no such section: “XCIX”"
    ),
    "a heading that is not in the tariff": Slip(
        "chemicals/substances.csv", 3, "hs", "9999.99", "tariff “hs-999999” is no entry"
    ),
    "a UN number that does not exist": Slip(
        "chemicals/substances.csv", 3, "un", "0000", "un “un-0000” is no entry"
    ),
    "a mirror code that does not exist": Slip(
        "waste/eu_list.csv", 10, "mirrors", "999999", "mirror “eu-999999” is no entry"
    ),
    "a related waste that does not exist": Slip(
        "waste/basel.csv", 3, "related", "A9999", "related “basel-A9999” is no entry"
    ),
    "a word that leads nowhere": Slip(
        "words/pt.csv", 3, "entry", "product-none", "no such entry: “product-none”"
    ),
    "a word that is neither name nor term": Slip(
        "words/pt.csv", 3, "naming", "nickname", "no such naming: “nickname”"
    ),
    "a word from nowhere": Slip("words/ru.csv", 2, "basis", "hearsay", "no such basis: “hearsay”"),
    "an id with a space": Slip(
        "species/products.csv", 3, "id", "product two", "“product two” is no id"
    ),
    "an id too long for a button": Slip("lmo/papers.csv", 3, "id", "x" * 51, "is no id"),
    "an id that stands above": Slip(
        "chemicals/blends.csv", 5, "id", "cfc-11", "“cfc-11” stands twice, first at substances.csv"
    ),
}


def test_the_real_tables_load(loaded: Loaded) -> None:
    kinds = Counter(entry.kind for entry in loaded.entries.values())
    assert kinds.keys() == set(Kind)
    assert kinds[Kind.SPECIES] == len(tables.read("species/taxa.csv"))
    assert kinds[Kind.TARIFF] == len(tables.read("reference/tariff.csv"))
    assert kinds[Kind.CHEMICAL] == len(tables.read("chemicals/substances.csv"))


def test_every_entry_has_a_title_a_name_and_a_source(loaded: Loaded) -> None:
    for entry in loaded.entries.values():
        assert entry.title.strip(), entry.id
        assert all(name.text.strip() for name in entry.names), entry.id
        assert entry.names, entry.id
        assert entry.source in loaded.sources, entry.id


def test_the_few_tables_load_before_they_are_broken(few: Path) -> None:
    assert len(load(few).entries) > 1000


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_wrong_cell_is_named_by_file_and_line(few: Path, slip: Slip) -> None:
    tables.set_cell(few, slip.table, slip.line, slip.column, slip.value)
    with pytest.raises(TableError) as caught:
        load(few)
    assert str(caught.value).startswith(f"{few / slip.table}, line {slip.line}: ")
    assert slip.says in str(caught.value)


def test_a_row_with_a_cell_too_many_is_named(few: Path) -> None:
    line = tables.add_line(few, "chemicals/blend_parts.csv", "r-404a,hfc-125,44,extra")
    with pytest.raises(TableError, match=f"blend_parts.csv, line {line}: 3 cells expected, 4"):
        load(few)


def test_a_row_with_a_cell_too_few_is_named(few: Path) -> None:
    line = tables.add_line(few, "species/products.csv", "product-x,X")
    with pytest.raises(TableError, match=f"products.csv, line {line}: 5 cells expected, 2 found"):
        load(few)


def test_a_quote_that_is_not_closed_is_named(few: Path) -> None:
    line = tables.add_line(few, "waste/oecd.csv", '"GB999,OECD green')
    with pytest.raises(TableError, match=f"oecd.csv, line {line}: "):
        load(few)


def test_a_part_of_a_blend_that_is_no_substance_is_named_at_the_blend(few: Path) -> None:
    parts = few / "chemicals/blend_parts.csv"
    text = parts.read_text(encoding="utf-8").replace("hfc-125", "hfc-unheard-of", 1)
    parts.write_text(text, encoding="utf-8")
    with pytest.raises(
        TableError, match=r"blends.csv, line \d+: part “hfc-unheard-of” is no entry"
    ):
        load(few)


def test_a_look_alike_that_is_no_entry_is_named_at_the_product(few: Path) -> None:
    tables.set_cell(few, "species/look_alikes.csv", 2, "look_alike", "product-none")
    with pytest.raises(
        TableError, match=r"products.csv, line \d+: look-alike “product-none” is no entry"
    ):
        load(few)


def test_a_basel_code_without_an_english_title_is_named(few: Path) -> None:
    tables.set_cell(few, "waste/basel_names.csv", 2, "lang", "fr")
    with pytest.raises(TableError, match=r"basel.csv, line 2: “Y1” has no English title"):
        load(few)


def test_another_header_is_named(few: Path) -> None:
    tables.set_cell(few, "lmo/events.csv", 1, "crop", "plant")
    with pytest.raises(TableError, match=r"events.csv, line 1: the header should be \["):
        load(few)


def test_a_table_that_is_not_utf8_is_named(few: Path) -> None:
    (few / "waste/hazards.csv").write_bytes("Überschrift\n".encode("latin-1"))
    with pytest.raises(TableError, match=r"hazards.csv, line 1: .*utf-8"):
        load(few)


def test_a_missing_table_is_named(few: Path) -> None:
    (few / "reference/un_numbers.csv").unlink()
    with pytest.raises(TableError, match=r"un_numbers.csv, line 1: .*No such file"):
        load(few)


def test_a_retired_id_leads_to_the_entry_that_took_its_place(
    few: Path, open_few: Callable[[], Knowledge]
) -> None:
    tables.add_line(few, "forwards.csv", "product-old-ivory,product-elephant-ivory")
    base = open_few()
    found = base.find("product-old-ivory")
    assert found is not None
    assert found == base.find("product-elephant-ivory")
    assert base.find("product-older-ivory") is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("product-old,product-gone", "“product-gone” is no entry"),
        ("cfc-11,cfc-12", "“cfc-11” is an entry, so it cannot be retired"),
        ("product-old,", "“now” is empty"),
    ],
)
def test_a_forward_that_makes_no_sense_is_named(few: Path, line: str, says: str) -> None:
    number = tables.add_line(few, "forwards.csv", line)
    with pytest.raises(TableError, match=f"forwards.csv, line {number}: {says}"):
        load(few)
