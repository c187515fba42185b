"""The ways on from a card: [More], [Not this], links, several things, figures, a country's law."""

import pytest

from assistant.local.person import Person
from tests.lookup.conftest import Assistant, Open


async def test_more_opens_the_rest_in_place(assistant: Assistant, officer: Person) -> None:
    card = await assistant.ask(officer, "ivory")
    assert "Secure:" not in card.text
    await assistant.tap(officer, "More")
    opened = officer.screen[-1]
    assert opened.id == card.id
    assert opened.text.splitlines()[0] == card.text.splitlines()[0]
    assert "Secure:" in opened.text
    assert "More" not in [button.text for button in opened.buttons]


async def test_related_entries_are_buttons(assistant: Assistant, officer: Person) -> None:
    await assistant.ask(officer, "ivory")
    await assistant.tap(officer, "Mammoth ivory")
    assert officer.screen[-1].text.startswith("Mammoth ivory – in none of these lists")


async def test_the_danger_is_the_second_line(assistant: Assistant, officer: Person) -> None:
    card = await assistant.ask(officer, "R-22")
    first, second, third, *_ = card.text.splitlines()
    assert first.startswith("HCFC-22")
    assert "no spark" in second.lower()
    assert third.startswith("Montreal Protocol, Annex C")


async def test_not_this_offers_the_next_ones_and_then_whom_to_ask(
    assistant: Assistant, officer: Person
) -> None:
    card = await assistant.ask(officer, "loxodonta africna")
    assert card.text.startswith("African Elephant, Loxodonta africana")
    await assistant.tap(officer, "Not this")
    offered = officer.screen[-1]
    assert offered.text == "Then perhaps one of these? You wrote “loxodonta africna”."
    assert "Loxodonta africana" not in [button.text for button in offered.buttons]
    await assistant.tap(officer, "None of these")
    assert "ask your coordinator" in officer.screen[-1].text


async def test_an_exact_answer_needs_no_way_out(assistant: Assistant, officer: Person) -> None:
    card = await assistant.ask(officer, "Loxodonta africana")
    assert "Not this" not in [button.text for button in card.buttons]


async def test_a_link_opens_its_card(assistant: Assistant, officer: Person) -> None:
    card = await assistant.ask(officer, "/start e_hfc-134a")
    assert card.text.startswith("HFC-134a")


@pytest.mark.parametrize("rubbish", ["e_", "e_nothing", "e_" + "x" * 62, "e_../etc", "zzz"])
async def test_a_link_with_rubbish_gets_a_helpful_answer(
    assistant: Assistant, officer: Person, rubbish: str
) -> None:
    answer = await assistant.ask(officer, f"/start {rubbish}")
    assert answer.text.startswith(("This entry is no longer in my data.", "Fieldline – "))


async def test_an_inline_card_has_a_link_to_itself(assistant: Assistant, officer: Person) -> None:
    await officer.inline("R-22")
    await assistant.answered()
    assert officer.results
    (button,) = (one for row in officer.results[0].keyboard for one in row)
    assert button.url == "https://t.me/fieldline_local_bot?start=e_hcfc-22"


async def test_several_things_are_answered_one_by_one_in_one_message(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "R-22; ivroy\n75-45-7\n废塑料")
    lines = answer.text.splitlines()
    assert lines[0].startswith("1. HCFC-22 (chlorodifluoromethane) – Montreal Protocol")
    assert lines[1].startswith("2. Elephant ivory – CITES Appendix I")
    assert lines[2].startswith("3. 75-45-7 is not a CAS number")
    assert "4. 废塑料 can be several things." in answer.text
    await assistant.tap(officer, "2. Elephant ivory")
    assert officer.screen[-1].text.startswith("Elephant ivory – CITES Appendix I")


async def test_five_at_a_time_and_the_rest_is_counted(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "R-22\nR-12\nR-11\nDDT\nivory\nA1160\nY48")
    assert answer.text.splitlines()[-1] == "2 more were left out: five at a time."


async def test_commas_part_only_what_hits_exactly(assistant: Assistant, officer: Person) -> None:
    parted = await assistant.ask(officer, "R-22, DDT")
    assert parted.text.startswith("1. HCFC-22")
    whole = await assistant.ask(officer, "1,1,1,2-tetrafluoroethane")
    assert whole.text.startswith("HFC-134a")


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("13.6 kg r410a", "13.6 kg of it: 28.4 t CO2-equivalent"),
        ("30 lb R-22", "13.61 kg of it: 0.000748 ODP tonnes"),
        ("r404a hs 3827.61", "Declared HS 3827.61 fits: 52 % HFC-143A."),
        (
            "r404a hs 3827.62",
            "Declared HS 3827.62 does NOT fit. By composition: 3827.61 (52 % HFC-143A).",
        ),
        (
            "declared 382768 R-22",
            "Declared HS 3827.68 is for mixtures; this is one substance: 2903.71.",
        ),
    ],
)
async def test_figures_come_with_the_card(
    assistant: Assistant, officer: Person, written: str, line: str
) -> None:
    card = await assistant.ask(officer, written)
    assert line in card.text.splitlines()


async def test_a_waste_card_shows_the_law_of_the_country(
    open_assistant: Open, officer: Person
) -> None:
    chinese = await open_assistant(country="CN")
    card = await chinese.ask(officer, "Y48")
    assert "CN, since 2021-01-01: All import of solid waste in any form prohibited" in card.text


async def test_without_a_country_no_law_of_any_is_shown(
    assistant: Assistant, officer: Person
) -> None:
    card = await assistant.ask(officer, "Y48")
    assert "since 2021-01-01: All import" not in card.text


async def test_an_asterisk_too_many_is_told(assistant: Assistant, officer: Person) -> None:
    told = "In the list 16 01 03 has no asterisk: look at the papers again."
    assert told in (await assistant.ask(officer, "16 01 03*")).text
    assert told not in (await assistant.ask(officer, "16 01 03")).text
    assert "asterisk" not in (await assistant.ask(officer, "16 06 01*")).text


async def test_mirror_codes_are_written_as_in_the_list(
    assistant: Assistant, officer: Person
) -> None:
    await assistant.ask(officer, "17 05 03*")
    await assistant.tap(officer, "More")
    assert "Mirror codes: 17 05 04" in officer.screen[-1].text
