"""What a question may hold besides a thing: amounts and declared codes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.lookup.rules import (
    MOST_KILOGRAMS,
    Amount,
    Declared,
    Emissions,
    emissions,
    read_amount,
    read_declared,
)
from knowledge import Entry, Knowledge, Verdict, Why
from knowledge.entries import Substance
from tests.knowledge import tables

# What is written, the kilograms, the thing.
AMOUNTS = {
    "13.6 kg r410a": ("13.6", "r410a"),
    "13,6kg r410a": ("13.6", "r410a"),
    "r410a 13.6kg": ("13.6", "r410a"),
    "R-410A, 13.6 KG.": ("13.6", "R-410A"),
    "R-410A - 13.6 kg": ("13.6", "R-410A"),
    "１３.６ kg r410a": ("13.6", "r410a"),
    "2 t R-22": ("2000", "R-22"),
    "0.5 tonnes de R-22": ("500", "R-22"),
    "30 lb R404A": ("13.6077711", "R404A"),
    "8 oz mercury": ("0.226796185", "mercury"),
    "500 g r 134 a": ("0.5", "r 134 a"),
    "r 134 a 500 g": ("0.5", "r 134 a"),
    "R 12 3 kg": ("3", "R 12"),
    "1,5 kg of ivory": ("1.5", "ivory"),
    "1,5 kg d’ivoire": ("1.5", "ivoire"),
    "2,4,5-T 5 kg": ("5", "2,4,5-T"),
    "5 kg 1,1,1,2-tetrafluoroethane": ("5", "1,1,1,2-tetrafluoroethane"),
    "500 kg plastic bottles": ("500", "plastic bottles"),
    # Thousands.
    "1 250 kg ivory": ("1250", "ivory"),
    "1\u202f250,5 kg ivory": ("1250.5", "ivory"),
    "ivory 1 250 kg": ("1250", "ivory"),
    "R-22 250 kg": ("250", "R-22"),
    "1,250.5 kg ivory": ("1250.5", "ivory"),
    "1.250,5 kg ivory": ("1250.5", "ivory"),
    "1,250,000 kg waste": ("1250000", "waste"),
    "0.250 kg ivory": ("0.25", "ivory"),
    # Counted.
    "2 x 13.6 kg R-134a": ("27.2", "R-134a"),
    "2×13,6kg R-134a": ("27.2", "R-134a"),
    "R-134a 2x13.6 kg": ("27.2", "R-134a"),
    "13.6 kg x 12 r410a": ("163.2", "r410a"),
    "12 x 13.6 kg cylinders of r410a": ("163.2", "r410a"),
    "12 cylinders of 13.6 kg r410a": ("163.2", "r410a"),
    "r410a 12 cylinders of 13.6 kg": ("163.2", "r410a"),
    "r410a 12 cylinders 13.6 kg each": ("163.2", "r410a"),
    "12 bouteilles de 13,6 kg R-410A": ("163.2", "R-410A"),
    "R-410A 12 bouteilles, 13,6 kg chacune": ("163.2", "R-410A"),
    # Under the card of a thing.
    "500 g": ("0.5", ""),
    "1 250 kg": ("1250", ""),
    "12 x 13.6 kg": ("163.2", ""),
    # Of a code that is declared beside it.
    "3827.63 kg r410a": ("3827.63", "r410a"),
}
NO_AMOUNTS = (
    "",
    "kg",
    "R-22",
    "3827.63",
    "r410a 3827.63",
    "13.6 r410a",
    "13.6",
    "kg r410a",
    "12 cylinders r410a",
    "2 T-shirts",
    "2 tons r22",  # whose ton?
    "16 01 03*",
    "75-45-6",
    # Impossible.
    "0 kg r22",
    "0 x 13.6 kg r22",
    "-5 kg r22",
    "r22 -5 kg",
    "1000001 t r22",
    "99999 x 99999 t r22",
    "1234567890123 kg r22",
    # A thousandfold apart.
    "1,250 kg r22",
    "1.250 kg r22",
    "r22 13.600 kg",
    # Or another count.
    "R 22 250 kg",
    "halon 12 500 g",
    "12 cylinders 13.6 kg r410a",
    "r410a 12 cylinders, 13.6 kg",
    "12 R-22 cylinders of 13.6 kg",
    "13.6 kg cylinders r410a",
    "R-22 cylinders 13.6 kg",
    "13.6 kg per cylinder r22",
    "13.6 kg/cylinder r22",
    "2.5 x 13.6 kg r22",
    "r22 2.5 x 13.6 kg",
    # Or another amount.
    "10-15 kg r22",
    "~13 kg r22",
    "2 kg 500 g r22",
    "r22 13 kg r12 5 kg",
    "poultry weighing not more than 185 g",
    "½ kg r22",
)
DECLARATIONS = {
    "r404a hs 3827.62": ("382762", "r404a"),
    "r404a: HS code 382762": ("382762", "r404a"),
    "R-404A (hs 3827.62)": ("382762", "R-404A"),
    "hs 3827.62 r404a": ("382762", "r404a"),
    "hs382762 r404a": ("382762", "r404a"),
    "r410a 3827.63": ("382763", "r410a"),
    "r410a 382763": ("382763", "r410a"),
    "3827.63 r410a": ("382763", "r410a"),
    "declared 382768 r-454b": ("382768", "r-454b"),
    "r-454b declared as 3827.68": ("382768", "r-454b"),
    "declared r-454b hs 382768": ("382768", "r-454b"),
    "R-410A déclaré sous 3827.63": ("382763", "R-410A"),
    "R-410A SH 3827.63": ("382763", "R-410A"),
    "r410a hs 3827": ("3827", "r410a"),
    "r410a 3827.63.00": ("38276300", "r410a"),
    "r410a taric 3827630090": ("3827630090", "r410a"),
    "r410a cn 3827 63 00": ("38276300", "r410a"),
    "R-134a 2903.45": ("290345", "R-134a"),
    "13.6 kg r410a hs 3827.63": ("382763", "13.6 kg r410a"),
    "3827.63 12 cylinders of 13.6 kg r410a": ("382763", "12 cylinders of 13.6 kg r410a"),
}
NO_DECLARATIONS = (
    "",
    "3827.63",
    "hs 3827.63",
    "HS code: 3827.63",
    "r410a",
    "r410a hs",
    "r410a 3827",  # a UN number looks like this
    "r410a 290345",
    "r410a 3827.6",
    "r410a hs 38276",
    "r410a 3827.63 kg",
    "3827.63 kg r410a",
    "r410a 3827.63 2903.45",
    "r22 75-45-6",
    "container no 123456",
    "fish 3827",
    "7.62 r22",
)
# Trade names of pesticides, which end in what their makers call the formulation.
NAMED_LIKE_AMOUNTS = {"phorate 10g", "agrocide 6g", "decamine 4t"}

unhurried = settings(deadline=None)  # a busy machine is no wrong answer
THINGS = st.sampled_from(["r410a", "R-22", "ivory", "R 134 a", "象牙", "HFO-1234ze(E)", "2,4-D"])


def entry(base: Knowledge, entry_id: str) -> Entry:
    """Give an entry that must be there."""
    found = base.find(entry_id)
    assert found is not None, entry_id
    return found


def chemical_names() -> Iterator[str]:
    """Yield the names and codes of all chemicals and blends as the tables write them."""
    for table, columns in (
        ("chemicals/names.csv", ["name"]),
        ("chemicals/substances.csv", ["name", "cas", "ashrae", "hs", "un"]),
        ("chemicals/blends.csv", ["name", "other_names", "trade_names", "hs"]),
    ):
        for row in tables.read(table):
            yield from (row[column] for column in columns)


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_read_with_its_thing(text: str) -> None:
    kilograms, thing = AMOUNTS[text]
    assert read_amount(text) == Amount(Decimal(kilograms), thing)


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_may_be_another_amount_is_not_read(text: str) -> None:
    assert read_amount(text) is None


def test_no_name_of_a_chemical_reads_as_an_amount_but_three_that_are_exact_hits(
    base: Knowledge,
) -> None:
    read = {name for name in chemical_names() if read_amount(name)}
    assert read == NAMED_LIKE_AMOUNTS
    for answer in map(base.ask, read):
        assert answer.verdict is Verdict.SURE
        assert answer.hits[0].why is not Why.FUZZY


def test_no_name_of_a_chemical_reads_as_declared() -> None:
    assert [name for name in chemical_names() if read_declared(name)] == []


@unhurried
@given(
    st.decimals(min_value=Decimal("0.1"), max_value=MOST_KILOGRAMS, places=1),
    st.sampled_from([".", ","]),
    THINGS,
)
def test_an_amount_reads_the_same_on_both_sides_of_its_thing(
    kilograms: Decimal, mark: str, thing: str
) -> None:
    written = f"{kilograms:f}".replace(".", mark)
    expected = Amount(kilograms, thing)
    assert read_amount(f"{written} kg {thing}") == expected
    assert read_amount(f"{thing} {written} kg") == expected


@unhurried
@given(st.integers(min_value=1, max_value=99999), st.integers(min_value=1, max_value=999), THINGS)
def test_a_count_multiplies(count: int, each: int, thing: str) -> None:
    assert read_amount(f"{count} x {each} kg {thing}") == Amount(Decimal(count * each), thing)
    assert read_amount(f"{thing} {each} kg x {count}") == Amount(Decimal(count * each), thing)


@unhurried
@given(st.one_of(st.text(), st.text(alphabet="0123456789 .,-x×gktlbR:;hs\n", max_size=40)))
def test_nothing_that_is_typed_breaks_the_reading(text: str) -> None:
    amount = read_amount(text)
    assert amount is None or 0 < amount.kilograms <= MOST_KILOGRAMS
    declared = read_declared(text)
    assert declared is None or (declared.hs.isdecimal() and declared.thing)


@pytest.mark.parametrize("piece", ["hs..", "hs code ", "- ", "111 ", "12 x ", "12 cylinders ", "("])
def test_a_line_of_nothing_but_beginnings_comes_to_an_end(piece: str) -> None:
    assert read_amount(piece * 10_000) is None
    assert read_declared(piece * 10_000) is None


@pytest.mark.parametrize("text", DECLARATIONS)
def test_a_declared_code_is_read_with_its_thing(text: str) -> None:
    assert read_declared(text) == Declared(*DECLARATIONS[text])


@pytest.mark.parametrize("text", NO_DECLARATIONS)
def test_what_is_no_declaration_is_not_read_as_one(text: str) -> None:
    assert read_declared(text) is None


def test_a_declaration_leaves_an_amount_to_be_read() -> None:
    declared = read_declared("12 cylinders of 13.6 kg r410a hs 3827.63")
    assert declared is not None
    assert read_amount(declared.thing) == Amount(Decimal("163.2"), "r410a")


@pytest.mark.parametrize(
    ("entry_id", "kilograms", "co2e_tonnes", "odp_tonnes"),
    [
        ("r-410a", "13.6", "28.4", "0"),  # 2088
        ("r-410a", "13600", "28400", "0"),
        ("r-404a", "1", "3.92", "0"),  # 3922
        ("hfc-134a", "13.6", "19.4", None),  # 1430, no ODP in Annex F
        ("hcfc-22", "13.6", "24.6", "0.000748"),  # 1810, 0.055
        ("halon-1301", "50", "357", "0.5"),  # 7140, 10
        ("cfc-111", "1000", None, "1"),  # no GWP in the Protocol
        ("r-432a", "10", "0", "0"),
        ("pfc-218", "10", None, None),  # not of the Protocol
        ("ddt", "10", None, None),  # of another convention
        ("basel-Y48", "10", None, None),
    ],
)
def test_what_an_amount_would_do_in_the_air(
    base: Knowledge, entry_id: str, kilograms: str, co2e_tonnes: str | None, odp_tonnes: str | None
) -> None:
    expected = Emissions(
        None if co2e_tonnes is None else Decimal(co2e_tonnes),
        None if odp_tonnes is None else Decimal(odp_tonnes),
    )
    assert emissions(entry(base, entry_id), Amount(Decimal(kilograms), "")) == expected


def test_half_a_step_is_rounded_up(base: Knowledge) -> None:
    refrigerant = entry(base, "hfc-134a")
    assert isinstance(refrigerant.facts, Substance)
    control = replace(refrigerant.facts.controls[0], gwp=1000.0, odp=0.0)
    made_up = replace(refrigerant, facts=replace(refrigerant.facts, controls=(control,)))
    done = emissions(made_up, Amount(Decimal("12.25"), ""))
    assert done == Emissions(Decimal("12.3"), Decimal(0))


def test_figures_are_written_plainly(base: Knowledge) -> None:
    done = emissions(entry(base, "r-410a"), Amount(Decimal(10) ** 9, ""))
    assert (str(done.co2e_tonnes), str(done.odp_tonnes)) == ("2090000000", "0")
