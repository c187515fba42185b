"""Heading 3827: every blend of the base, the edges of every subheading, and declared codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Entry, Kind, Knowledge
from knowledge.entries import Blend, Part
from knowledge.law.mixtures import (
    SUBHEADINGS,
    Group,
    Ingredient,
    Outcome,
    fits,
    heading,
    ingredients,
)
from tests.knowledge import tables

FILLER = "hc-290"

# A composition in percent by mass, filled up with propane, and the subheading it takes.
EDGES = {
    # Present at all.
    "cfc-12 1 hcfc-22 50 hfc-125 49": "382711",
    "hbfc-22b1 1": "382712",
    "ccl4 1": "382713",
    "methyl-chloroform 1": "382714",
    "halon-1211 1": "382720",
    "halon-1301 1 hcfc-22 50": "382720",
    "halon-2402 1": "382720",
    "hcfc-22 1 hfc-134a 99": "382731",
    "hcfc-124 1 hfc-365mfc 1": "382731",
    "hcfc-22 1 hfc-161 50": "382732",
    "hcfc-124 60 hcfc-142b 1": "382732",
    "hcfc-124 60": "382739",
    "hcfc-124 60 hfc-161 40": "382739",
    "methyl-bromide 98 chloropicrin 2": "382740",
    "bcm 5": "382740",
    "hfc-23 1 hfc-125 99": "382751",
    "hfc-23 1 pfc-218 50": "382751",
    "pfc-218 1 hfc-143a 60": "382759",
    "pfc-c318 1 hfc-134a 50": "382759",
    # 15 percent of HFC-143a, whatever else.
    "hfc-143a 15 hfc-125 85": "382761",
    "hfc-143a 15 hfc-125 25 hfo-1234yf 60": "382761",
    "hfc-143a 14.9 hfc-125 85.1": "382762",
    # 55 percent of HFC-125 without HFO.
    "hfc-125 55 hfc-32 45": "382762",
    "hfc-125 54.9 hfc-32 45": "382763",
    "hfc-125 55 hfc-32 35 hfo-1234yf 1": "382763",
    "hfc-125 90 hfo-1132a 1": "382763",
    "hfc-125 90 hcfo-1233zd-e 10": "382762",
    # 40 percent of HFC-125, with or without HFO.
    "hfc-125 40 hfc-134a 60": "382763",
    "hfc-125 39.9 hfc-134a 60": "382764",
    # 30 percent of HFC-134a without HFO.
    "hfc-134a 30 hfc-32 35 hfc-125 35": "382764",
    "hfc-134a 29.9 hfc-32 35 hfc-125 35": "382765",
    "hfc-134a 30 hfc-32 20 hfc-125 20 hfo-1234yf 1": "382765",
    "hfc-134a 60 hfo-1234ze-e 40": "382768",
    # 20 percent each of HFC-32 and HFC-125.
    "hfc-32 20 hfc-125 20 hfo-1234yf 60": "382765",
    "hfc-32 19.9 hfc-125 20": "382768",
    "hfc-32 20 hfc-125 19.9": "382768",
    "hfc-32 100": "382768",
    "hfc-365mfc 93 hfc-227ea 7": "382768",
    "hfc-161 50": "382769",
    "hfc-161 50 hfo-1234yf 50": "382769",
    "cf3i 30": "382790",
    "r-40 50 hfo-1234yf 50": "382790",
}
# Nothing in these derives from methane, ethane or propane.
OUTSIDE = (
    "",
    "hc-600a 50",
    "hfo-1234yf 77 hfo-1132-e 23",
    "hfo-1336mzz-z 74.7 hco-1130-e 25.3",
    "hfc-365mfc 70 hc-601 30",
    "pfc-c318 50",
    "chloropicrin 50",
    "lubricant 2",
)
DECLARED = {
    ("r-410a", "382763"): (Outcome.RIGHT, "382763"),
    ("r-410a", "3827630090"): (Outcome.RIGHT, "382763"),
    ("r-410a", "3827"): (Outcome.TOO_SHORT, "382763"),
    ("r-410a", "382768"): (Outcome.WRONG, "382763"),
    ("r-410a", "382766"): (Outcome.NO_SUCH_CODE, "382763"),
    ("r-410a", "382478"): (Outcome.OUTDATED, "382763"),
    ("r-410a", "382499"): (Outcome.NOT_FOR_MIXTURES, "382763"),
    ("r-410a", "290342"): (Outcome.NOT_FOR_MIXTURES, "382763"),
    ("r-410a", "2903"): (Outcome.NOT_FOR_MIXTURES, "382763"),
    ("free-zone", "382731"): (Outcome.RIGHT, "382731"),
    ("r-432a", "382790"): (Outcome.OUTSIDE, ""),
    ("r-514a", "382478"): (Outcome.OUTSIDE, ""),
    ("r-514a", "382499"): (Outcome.NOT_KNOWN, ""),
    ("hfc-134a", "382764"): (Outcome.NOT_A_MIXTURE, "290345"),
    ("hfc-134a", "3827"): (Outcome.NOT_A_MIXTURE, "290345"),
    ("hfc-134a", "382478"): (Outcome.NOT_A_MIXTURE, "290345"),
    ("hfc-134a", "290345"): (Outcome.RIGHT, "290345"),
    ("hfc-134a", "290344"): (Outcome.WRONG, "290345"),
    ("hfc-134a", "2903"): (Outcome.TOO_SHORT, "290345"),
    ("basel-Y48", "382763"): (Outcome.NOT_KNOWN, ""),
}


def parts(composition: str) -> list[Part]:
    """Read “hfc-32 50 hfc-125 50”, filled up to a hundred percent with propane."""
    words = composition.split()
    given_parts = [
        Part(substance, float(percent))
        for substance, percent in zip(words[::2], words[1::2], strict=True)
    ]
    rest = 100 - sum(part.percent for part in given_parts)
    return [*given_parts, Part(FILLER, rest)] if rest > 0 else given_parts


def entry(base: Knowledge, entry_id: str) -> Entry:
    """Give an entry that must be there."""
    found = base.find(entry_id)
    assert found is not None, entry_id
    return found


def test_every_blend_of_the_base_takes_the_subheading_that_is_stored(base: Knowledge) -> None:
    stored = {row["id"]: row["hs"].replace(".", "") for row in tables.read("chemicals/blends.csv")}
    computed = {}
    for blend_id in stored:
        facts = entry(base, blend_id).facts
        assert isinstance(facts, Blend)
        found = heading(ingredients(facts.parts, base.find))
        computed[blend_id] = found.hs if found else ""
    assert computed == stored
    assert sum(hs != "" for hs in stored.values()) == 144


def test_the_subheadings_are_those_of_the_table_in_its_order() -> None:
    rows = tables.read("chemicals/mixture_headings.csv")
    assert [row["hs"].replace(".", "") for row in rows] == list(SUBHEADINGS)


def test_every_subheading_is_in_the_tariff_of_the_base(base: Knowledge) -> None:
    assert {entry(base, f"hs-{hs}").kind for hs in SUBHEADINGS} == {Kind.TARIFF}


def test_a_single_substance_that_a_subheading_names_is_in_the_base(base: Knowledge) -> None:
    families = {Group.CFC, Group.HBFC, Group.HALON, Group.HCFC, Group.HFC, Group.PFC, Group.HFO}
    for group in set(Group) - families - {Group.LISTED_HCFC, Group.LISTED_HFC}:
        assert entry(base, group.value).kind is Kind.CHEMICAL
    assert [family for family in families if base.find(family.value)] == []


@pytest.mark.parametrize("composition", EDGES)
def test_an_edge_falls_on_its_side(base: Knowledge, composition: str) -> None:
    found = heading(ingredients(parts(composition), base.find))
    assert found is not None
    assert found.hs == EDGES[composition]


def test_the_edges_reach_every_subheading() -> None:
    assert set(EDGES.values()) == set(SUBHEADINGS)


@pytest.mark.parametrize("composition", OUTSIDE)
def test_a_mixture_without_such_a_derivative_has_no_subheading(
    base: Knowledge, composition: str
) -> None:
    assert heading(ingredients(parts(composition), base.find)) is None


def test_a_part_that_the_base_does_not_know_belongs_to_no_group(base: Knowledge) -> None:
    unknown = Ingredient("lubricant", 2, frozenset(), opens=False)
    assert ingredients([Part("lubricant", 2)], base.find) == (unknown,)


def test_a_chlorinated_olefin_is_no_hfo(base: Knowledge) -> None:
    chlorinated, fluorinated = ingredients(
        [Part("hcfo-1233zd-e", 50), Part("hfo-1234yf", 50)], base.find
    )
    assert Group.HFO not in chlorinated.groups
    assert Group.HFO in fluorinated.groups


@given(
    st.permutations(
        ["hfc-32", "hfc-125", "hfc-134a", "hfc-143a", "hfo-1234yf", "hcfc-22", "hfc-23", "cfc-12"]
    ),
    st.lists(st.integers(min_value=1, max_value=100), min_size=1, max_size=8),
)
def test_any_refrigerant_mixture_has_a_subheading_whose_grounds_hold(
    base: Knowledge, substances: list[str], percents: list[int]
) -> None:
    mixture = [Part(*pair) for pair in zip(substances, percents, strict=False)]
    found = heading(ingredients(mixture, base.find))
    if {part.substance for part in mixture} <= {"hfo-1234yf"}:
        assert found is None
        return
    assert found is not None
    assert all(finding.holds for finding in found.grounds)
    turned = heading(ingredients(mixture[::-1], base.find))
    assert turned is not None
    assert turned.hs == found.hs


@pytest.mark.parametrize(("entry_id", "code"), DECLARED)
def test_a_declared_code_is_judged(base: Knowledge, entry_id: str, code: str) -> None:
    judged = fits(entry(base, entry_id), code, base.find)
    assert (judged.outcome, judged.right) == DECLARED[entry_id, code]
    assert judged.declared == code[:6]


def test_every_outcome_is_reached() -> None:
    assert {outcome for outcome, _ in DECLARED.values()} == set(Outcome)


def test_the_ground_of_the_right_code_names_the_part_and_its_share(base: Knowledge) -> None:
    (ground,) = fits(entry(base, "r-410a"), "382763", base.find).grounds
    assert ground.condition.groups == {Group.HFC_125}
    assert (ground.condition.least, ground.percent) == (40, 50)
    assert [part.substance for part in ground.found] == ["hfc-125"]


def test_too_little_of_a_part_is_said_of_a_wrong_code(base: Knowledge) -> None:
    (unmet,) = fits(entry(base, "r-410a"), "382762", base.find).unmet
    assert unmet.condition.groups == {Group.HFC_125}
    assert (unmet.condition.least, unmet.percent) == (55, 50)


def test_an_hfo_is_said_of_a_wrong_code_that_allows_none(base: Knowledge) -> None:
    (unmet,) = fits(entry(base, "r-452a"), "382762", base.find).unmet
    assert unmet.condition.absent
    assert [part.substance for part in unmet.found] == ["hfo-1234yf"]


def test_a_wrong_code_that_an_earlier_subheading_goes_before_has_nothing_unmet(
    base: Knowledge,
) -> None:
    judged = fits(entry(base, "r-404a"), "382768", base.find)
    assert (judged.outcome, judged.right, judged.unmet) == (Outcome.WRONG, "382761", ())
    assert [part.substance for part in judged.grounds[0].found] == ["hfc-143a"]
