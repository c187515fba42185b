"""What the law says on a day: computed from dates, never stored."""

from collections import Counter
from datetime import date, timedelta

import pytest

from knowledge import Kind, Knowledge
from knowledge.entries import Edition, Entry, Taxon, Waste
from knowledge.law.status import Standing, closed_on, edition, law, standing
from knowledge.loader import Loaded

SWITCH = date(2026, 12, 9)  # Decision (EU) 2025/934
COP20_LATER = date(2027, 6, 5)
DAY = timedelta(days=1)


def waste(entry: Entry | None) -> Waste:
    assert entry is not None
    assert isinstance(entry.facts, Waste)
    return entry.facts


def dated(first: date | None, last: date | None) -> Edition:
    return Edition("wording", "", "", (), first, last, "")


def made_of(*editions: Edition) -> Waste:
    return Waste("waste", "list", "", "", "", editions, (), (), "")


def test_a_rule_is_coming_until_its_first_day_and_closed_after_its_last() -> None:
    first, last = date(2021, 1, 1), date(2024, 12, 31)
    assert standing(first, last, first - DAY) is Standing.COMING
    assert standing(first, last, first) is Standing.IN_FORCE
    assert standing(first, last, last) is Standing.IN_FORCE
    assert standing(first, last, last + DAY) is Standing.CLOSED


def test_a_missing_date_is_open() -> None:
    assert standing(None, None, date.min) is Standing.IN_FORCE
    assert standing(None, date(2020, 1, 1), date.min) is Standing.IN_FORCE
    assert standing(date(2020, 1, 1), None, date.max) is Standing.IN_FORCE


def test_the_edition_in_force_counts_before_one_to_come_and_one_that_is_over() -> None:
    over, now, later = (
        dated(None, date(2019, 12, 31)),
        dated(date(2020, 1, 1), date(2029, 12, 31)),
        dated(date(2030, 1, 1), None),
    )
    assert edition(made_of(over, later, now), date(2025, 1, 1)) == (now, Standing.IN_FORCE)
    assert edition(made_of(over, later), date(2025, 1, 1)) == (later, Standing.COMING)
    assert edition(made_of(over), date(2025, 1, 1)) == (over, Standing.CLOSED)


def test_a_code_closes_the_day_after_its_last_edition_ends() -> None:
    old, new = dated(None, date(2020, 12, 31)), dated(date(2021, 1, 1), date(2024, 12, 31))
    assert closed_on(made_of(old, new)) == date(2025, 1, 1)
    assert closed_on(made_of(old, dated(date(2021, 1, 1), None))) is None


@pytest.mark.parametrize(
    ("code", "day"),
    [("A1180", date(2025, 1, 1)), ("B1110", date(2025, 1, 1)), ("B3010", date(2021, 1, 1)),
     ("B4030", date(2025, 1, 1))],
)  # fmt: skip
def test_a_closed_basel_code_says_since_when_and_what_to_use(
    base: Knowledge, code: str, day: date
) -> None:
    facts = waste(base.find(f"basel-{code}"))
    assert closed_on(facts) == day
    assert edition(facts, day - DAY)[1] is Standing.IN_FORCE
    assert edition(facts, day)[1] is Standing.CLOSED
    assert facts.replaced_by
    for successor in facts.replaced_by:
        after = waste(base.find(f"basel-{successor}"))
        assert edition(after, day)[1] is Standing.IN_FORCE


def test_b3010_was_replaced_by_all_three_plastic_codes(base: Knowledge) -> None:
    assert set(waste(base.find("basel-B3010")).replaced_by) == {"B3011", "A3210", "Y48"}


def test_no_other_basel_code_is_closed(loaded: Loaded) -> None:
    closed = {
        key
        for key, entry in loaded.entries.items()
        if key.startswith("basel-") and closed_on(waste(entry))
    }
    assert closed == {"basel-A1180", "basel-B1110", "basel-B3010", "basel-B4030"}


def test_the_battery_codes_of_the_european_list_switch_on_their_day(loaded: Loaded) -> None:
    before, after = Counter[Standing](), Counter[Standing]()
    for entry in loaded.entries.values():
        dates = (
            [one.valid_from for one in entry.facts.editions]
            if isinstance(entry.facts, Waste)
            else []
        )
        if SWITCH in dates:
            before[edition(waste(entry), SWITCH - DAY)[1]] += 1
            after[edition(waste(entry), SWITCH)[1]] += 1
    assert before[Standing.COMING] > 0
    assert after == Counter({Standing.IN_FORCE: before.total()})


def test_alkaline_batteries_become_hazardous_on_their_day(base: Knowledge) -> None:
    facts = waste(base.find("eu-160604"))
    before, after = edition(facts, SWITCH - DAY), edition(facts, SWITCH)
    assert (before[1], after[1]) == (Standing.IN_FORCE, Standing.IN_FORCE)
    assert (before[0].hazardous, after[0].hazardous) == ("no", "yes")
    assert closed_on(facts) is None


@pytest.mark.parametrize("code", ["160605", "190211", "200133", "200134"])
def test_a_code_that_the_battery_decision_deletes_closes_on_its_day(
    base: Knowledge, code: str
) -> None:
    assert closed_on(waste(base.find(f"eu-{code}"))) == SWITCH


def test_a_listing_adopted_for_later_is_coming(loaded: Loaded) -> None:
    coming = [
        entry.facts
        for entry in loaded.entries.values()
        if isinstance(entry.facts, Taxon) and entry.facts.since == COP20_LATER
    ]
    assert "Galeorhinus_galeus" in loaded.entries
    assert len(coming) > 10
    assert {standing(one.since, None, COP20_LATER - DAY) for one in coming} == {Standing.COMING}
    assert {standing(one.since, None, COP20_LATER) for one in coming} == {Standing.IN_FORCE}


def test_the_law_of_a_taxon_changes_with_its_listing(base: Knowledge) -> None:
    shark = base.find("Galeorhinus_galeus")
    assert shark is not None
    assert law(shark, COP20_LATER - DAY) != law(shark, COP20_LATER)


def test_the_law_of_two_animals_of_one_group_listing_is_the_same(base: Knowledge) -> None:
    one, other = base.taxon("Manis javanica"), base.taxon("Manis pentadactyla")
    assert one is not None
    assert other is not None
    assert law(one, base.today) == law(other, base.today)


def test_every_entry_has_a_law(loaded: Loaded, base: Knowledge) -> None:
    kinds = Counter(
        entry.kind for entry in loaded.entries.values() if law(entry, base.today).strip()
    )
    assert kinds.total() == len(loaded.entries)
    assert kinds.keys() == set(Kind)
