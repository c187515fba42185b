"""What to do at the goods: cues, dangers and look-alikes belong to entries that exist."""

from collections import defaultdict
from pathlib import Path

import pytest

from knowledge import Knowledge, TableError
from knowledge.entries import Entry, Substance
from knowledge.guidance.inspection import Inspection
from knowledge.loader import Loaded, Tables
from tests.knowledge import tables

MOST_LETTERS = 120  # of a danger: one line on a phone
GROUPS = [row["group"] for row in tables.read("inspection/cues.csv")]

# The nearest group that speaks of an entry: itself, its taxa, what it lies within, its instrument.
SPOKEN_OF = {
    "product-elephant-ivory": "ivory",
    "Manis_javanica": "pangolin",
    "cfc-12": "ods_hfc_cylinder",
    "r-404a": "ods_hfc_cylinder",
    "methyl-bromide": "methyl_bromide",
    "sarin": "cwc",
    "ddt": "pesticides",
    "basel-Y48": "plastic_bales",
    "basel-A1160": "lead_batteries",
}


def entry(base: Knowledge, key: str) -> Entry:
    found = base.find(key)
    assert found is not None
    return found


def test_every_group_has_its_cues_in_french() -> None:
    assert len(set(GROUPS)) == len(GROUPS) > 40
    assert [row["group"] for row in tables.read("inspection/cues_fr.csv")] == GROUPS


def test_every_danger_belongs_to_a_group_and_fits_a_line() -> None:
    rows = tables.read("inspection/dangers.csv")
    groups = [row["group"] for row in rows]
    assert len(set(groups)) == len(groups) > 10
    assert set(groups) <= set(GROUPS)
    for row in rows:
        assert row["danger_en"].startswith("Danger: "), row
        assert row["danger_fr"].startswith("Danger : "), row
        assert max(len(row["danger_en"]), len(row["danger_fr"])) <= MOST_LETTERS, row


@pytest.mark.parametrize(
    "group",
    ["ods_hfc_cylinder", "methyl_bromide", "cwc", "pesticides", "mercury", "lithium_batteries",
     "asbestos", "medical_waste", "live_reptiles"],
)  # fmt: skip
def test_what_can_hurt_the_officer_is_said(group: str) -> None:
    assert group in {row["group"] for row in tables.read("inspection/dangers.csv")}


def test_every_group_speaks_of_something() -> None:
    assert {row["group"] for row in tables.read("inspection/links.csv")} == set(GROUPS)


def test_every_link_leads_to_an_entry_or_an_instrument(loaded: Loaded) -> None:
    controls = [
        control
        for one in loaded.entries.values()
        if isinstance(one.facts, Substance)
        for control in one.facts.controls
    ]
    keys = {
        "entry": set(loaded.entries),
        "instrument": {one.instrument for one in controls}
        | {f"{one.instrument} {one.entry}" for one in controls},
    }
    rows = tables.read("inspection/links.csv")
    assert {row["kind"] for row in rows} == keys.keys()
    assert [row for row in rows if row["key"] not in keys[row["kind"]]] == []


def test_an_entry_gets_the_cues_of_a_group_that_is_linked_to_it(base: Knowledge) -> None:
    linked = defaultdict(set)
    for row in tables.read("inspection/links.csv"):
        if row["kind"] == "entry":
            linked[row["key"]].add(row["group"])
    assert len(linked) > 100
    for key, groups in linked.items():
        cues = base.inspection.cues(entry(base, key), "en")
        assert cues is not None, key
        assert cues.group in groups, key


@pytest.mark.parametrize(("key", "group"), SPOKEN_OF.items())
def test_the_nearest_group_speaks(base: Knowledge, key: str, group: str) -> None:
    english = base.inspection.cues(entry(base, key), "en")
    french = base.inspection.cues(entry(base, key), "fr")
    assert english is not None
    assert french is not None
    assert english.group == french.group == group
    assert english.look_at != french.look_at
    assert bool(english.danger) == bool(french.danger)


def test_what_no_group_speaks_of_has_no_cues(base: Knowledge) -> None:
    assert base.inspection.cues(entry(base, "lmo-MON-00810-6"), "en") is None


def test_a_cylinder_of_refrigerant_comes_with_its_danger(base: Knowledge) -> None:
    for key in ("cfc-12", "hcfc-22", "hfc-134a", "r-404a"):
        cues = base.inspection.cues(entry(base, key), "en")
        assert cues is not None
        assert "Valves shut" in cues.danger


def test_a_link_of_a_group_that_does_not_exist_is_named(few: Path) -> None:
    tables.set_cell(few, "inspection/links.csv", 4, "group", "nothing")
    with pytest.raises(TableError, match=r"links.csv, line 4: no such group: “nothing”"):
        Inspection(Tables(few))


def test_a_product_names_what_it_is_taken_for(loaded: Loaded) -> None:
    rows = tables.read("species/look_alikes.csv")
    assert len(rows) > 10
    for row in rows:
        assert row["look_alike"] in loaded.entries, row
        links = loaded.entries[row["product"]].links
        named = [link.to for link in links if link.relation == "look-alike"]
        assert row["look_alike"] in named, row
        assert row["look_alike"] != row["product"]
