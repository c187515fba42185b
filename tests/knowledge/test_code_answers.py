"""Asking for codes: answered exactly or refused with neighbours, never bent to another code."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Answer, Kind, Knowledge, Remark, Verdict, Why
from knowledge.index.index import Index
from knowledge.loader import Loaded
from knowledge.reading.codes import cas_check_digit, cas_shown

ANSWERED = {
    "Y 48": "basel-Y48",
    "a3210": "basel-A3210",
    "16 01 03*": "eu-160103",
    "160103": "eu-160103",
    "R134A": "hfc-134a",
    "r134 a": "hfc-134a",
    "cfc12": "cfc-12",
    "75456": "hcfc-22",
    "75-45-6": "hcfc-22",
    "UN 1018": "un-1018",
    "hs 2903.77": "hs-290377",
    "0507.10": "hs-050710",
    "MON-04032-6": "lmo-MON-04032-6",
    "MON-Ø4Ø32-6": "lmo-MON-04032-6",
    "MON-O4O32-6": "lmo-MON-04032-6",
    "app II": "rule-cites-II",
    "#15": "rule-annotation-15",
    "HFC-410A": "r-410a",
    "HFC-407C": "r-407c",
    "R22l": "hcfc-221",
    "R-1234ze(E)": "hfo-1234ze-e",
    "GC010": "oecd-GC010",
    "D10": "rule-D10",
    "H4.1": "rule-H4_1",
    "source W": "rule-source-W",
}
NO_SUCH_CODE = {
    "A9999": "A9999",
    "Y99": "Y99",
    "R-999": "999",
    "UN 9999": "9999",
    "MON-04032-7": "M0N040327",
    "HFC-22": "HFC22",
    "HCFC-410A": "HCFC410A",
    "2903.7": "29037",
    "#99": "99",
    "9999.99": "999999",
}
SYSTEMS = ("cas", "hs", "un", "eu", "basel", "oecd", "r", "family", "lmo")
_FAMILY = re.compile("^(?:R|CFC|HCFC|HFC|HFO|HCFO|HBFC|HC|PFC|HALON|UN|FC|F)(?=[C0-9OIL])")


def ids(answer: Answer) -> list[str]:
    return [hit.entry.id for hit in answer.hits]


@pytest.mark.parametrize(("query", "entry"), ANSWERED.items())
def test_a_code_is_answered_in_every_spelling(base: Knowledge, query: str, entry: str) -> None:
    answer = base.ask(query)
    assert answer.verdict is Verdict.SURE
    assert ids(answer)[0] == entry
    assert answer.hits[0].why is Why.CODE


def test_an_annex_is_found_by_its_letter(base: Knowledge) -> None:
    assert ids(base.ask("annex F")) == ["rule-montreal-F"]


def test_an_annex_that_several_conventions_have_is_a_choice(base: Knowledge) -> None:
    answer = base.ask("annex A")
    assert answer.verdict is Verdict.CHOOSE
    assert set(ids(answer)) == {"rule-montreal-A", "rule-stockholm-A", "rule-minamata-A"}


@pytest.mark.parametrize("number", ["10", "11", "12", "13"])
@pytest.mark.parametrize("form", ["R-{}", "R{}", "r {}"])
def test_a_refrigerant_comes_before_the_operation_of_the_same_name(
    base: Knowledge, number: str, form: str
) -> None:
    answer = base.ask(form.format(number))
    assert answer.verdict is Verdict.CHOOSE
    assert [hit.entry.kind.value for hit in answer.hits] == ["chemical", "rule"]
    assert answer.hits[0].matched == f"R-{number}"


def test_a_number_of_two_lists_is_a_choice(base: Knowledge) -> None:
    answer = base.ask("2903")
    assert answer.verdict is Verdict.CHOOSE
    assert set(ids(answer)) == {"un-2903", "hs-2903"}


def test_national_digits_are_told_as_not_looked_at(base: Knowledge) -> None:
    answer = base.ask("2903771000")
    assert (answer.verdict, ids(answer)) == (Verdict.SURE, ["hs-290377"])
    assert (answer.remark, answer.detail) == (Remark.NATIONAL_DIGITS, "1000")


def test_a_wrong_check_digit_is_told_with_the_right_number(base: Knowledge) -> None:
    answer = base.ask("75-45-7")
    assert answer.verdict is Verdict.UNKNOWN
    assert (answer.remark, answer.detail) == (Remark.CHECK_DIGIT, "75-45-6")
    assert ids(answer)[0] == "hcfc-22"
    assert {hit.why for hit in answer.hits} == {Why.NEIGHBOUR}


@pytest.mark.parametrize(("query", "key"), NO_SUCH_CODE.items())
def test_a_code_that_does_not_exist_is_refused(base: Knowledge, query: str, key: str) -> None:
    answer = base.ask(query)
    assert answer.verdict is Verdict.UNKNOWN
    assert (answer.remark, answer.detail) == (Remark.NO_SUCH_CODE, key)
    assert {hit.why for hit in answer.hits} <= {Why.NEIGHBOUR}


def test_the_codes_that_go_on_where_one_ends_are_offered_as_neighbours(base: Knowledge) -> None:
    answer = base.ask("2903.7")
    assert len(answer.hits) == 5
    assert all(hit.matched.startswith("2903.7") for hit in answer.hits)


@given(which=st.integers(0, 999), change=st.integers(1, 9))
def test_a_changed_check_digit_is_never_answered(base: Knowledge, which: int, change: int) -> None:
    numbers = list(base.index.codes["cas"])
    number = numbers[which % len(numbers)]
    wrong = (int(number[-1]) + change) % 10
    answer = base.ask(cas_shown(f"{number[:-1]}{wrong}"))
    assert answer.verdict is Verdict.UNKNOWN
    assert (answer.remark, answer.detail) == (Remark.CHECK_DIGIT, cas_shown(number))
    assert answer.hits[0].entry.id == base.ask(cas_shown(number)).hits[0].entry.id
    assert {hit.why for hit in answer.hits} == {Why.NEIGHBOUR}


def test_every_cas_number_of_the_base_is_answered_and_passes_its_check(
    base: Knowledge, index: Index
) -> None:
    assert len(index.codes["cas"]) > 700
    for number in index.codes["cas"]:
        assert cas_check_digit(number[:-1]) == number[-1]
        answer = base.ask(cas_shown(number))
        assert answer.verdict is not Verdict.UNKNOWN, number
        assert all(hit.why is Why.CODE for hit in answer.hits), number


def bare(text: str) -> str:
    """Give what makes a code: its letters and digits, O as 0, I and L as 1, no family, no zeros."""
    plain = unicodedata.normalize("NFKC", text).upper().replace("Ø", "0")
    signs = _FAMILY.sub("", "".join(sign for sign in plain if sign.isalnum()))
    return re.sub("^([YD]?)0+", r"\1", signs.translate(str.maketrans("OIL", "011")))


@given(
    system=st.sampled_from(SYSTEMS),
    which=st.integers(0, 9999),
    place=st.integers(0, 99),
    left_out=st.integers(0, 1),
    put_in=st.sampled_from(["", *"0123456789", "O", "l", "A", "-", " ", "."]),
)
def test_a_code_that_is_answered_is_the_very_code_that_was_asked(
    base: Knowledge, system: str, which: int, place: int, left_out: int, put_in: str
) -> None:
    index = base.index
    keys = list(index.codes[system])
    key = keys[which % len(keys)]
    entry = index.entry(index.codes[system][key][0])
    shown = next(one.shown for one in entry.codes if (one.system, one.key) == (system, key))
    place %= len(shown)
    query = shown[:place] + put_in + shown[place + left_out :]
    answer = base.ask(query)
    for hit in answer.hits:
        if hit.why is Why.CODE:
            asked = bare(query)
            if answer.remark is Remark.NATIONAL_DIGITS:
                asked = asked.removesuffix(answer.detail)
            assert bare(hit.matched) == asked


@pytest.mark.parametrize("text", ["фреон 22", "хладон-22", "Р-22", "Freon 22", "氟利昂22"])
def test_freon_is_read_in_other_scripts(base: Knowledge, text: str) -> None:
    assert base.ask(text).hits[0].entry.id == "hcfc-22"


@pytest.mark.parametrize("text", ["MON-Ø4Ø32-6", "MONØ4Ø32-6", "mon 04032 6"])
def test_an_identifier_is_read_with_and_without_its_hyphens(base: Knowledge, text: str) -> None:
    answer = base.ask(text)
    assert answer.verdict is Verdict.SURE
    assert answer.hits[0].entry.id == "lmo-MON-04032-6"


def test_every_identifier_finds_its_event(base: Knowledge, loaded: Loaded) -> None:
    events = [entry for entry in loaded.entries.values() if entry.kind is Kind.LMO and entry.codes]
    missed = [event.id for event in events if event.id not in _ids(base.ask(event.codes[0].shown))]
    assert len(events) > 250
    assert missed == []


def _ids(answer: Answer) -> list[str]:
    return [hit.entry.id for hit in answer.hits]


@pytest.mark.parametrize("text", ["drinox", "FRIGC", "benzene hexachloride", "HCFC-123"])
def test_a_name_of_two_substances_is_asked(base: Knowledge, text: str) -> None:
    answer = base.ask(text)
    assert answer.verdict is Verdict.CHOOSE
    assert len(answer.hits) > 1


def test_a_word_without_a_waste_code_leads_to_its_un_numbers(base: Knowledge) -> None:
    assert _ids(base.ask("радиоактивный лом")) == ["un-2908", "un-2910", "un-2912"]
