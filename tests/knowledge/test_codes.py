"""What a text can be as a code, in the spellings that people use; pure, without the base."""

import pytest

from knowledge.reading.codes import Fit, Reading, cas_check_digit, cas_shown, is_cas, lmo_key, read

# Spellings of which the form says the code: there is no other reading.
SAID = {
    "Y48": ("basel", "Y48"),
    "Y 48": ("basel", "Y48"),
    "y-48": ("basel", "Y48"),
    "Y01": ("basel", "Y1"),
    "Ｙ４８": ("basel", "Y48"),
    "a3210": ("basel", "A3210"),
    "a 321o": ("basel", "A3210"),
    "A3180.": ("basel", "A3180"),
    "Basel B3011": ("basel", "B3011"),
    "В3010": ("basel", "B3010"),  # the first letter is Cyrillic
    "У48": ("basel", "Y48"),
    "Y٤٨": ("basel", "Y48"),
    "GC010": ("oecd", "GC010"),
    "gco1o": ("oecd", "GC010"),
    "oecd code: AA010": ("oecd", "AA010"),
    "16 01 03*": ("eu", "160103"),
    "160103*": ("eu", "160103"),
    "EWC 16 01 03": ("eu", "160103"),
    "LoW 160103": ("eu", "160103"),
    "R134A": ("r", "134A"),
    "r134 a": ("r", "134A"),
    "R-134a gas": ("r", "134A"),
    "refrigerant R 134a": ("r", "134A"),
    "R22l": ("r", "221"),
    "R-C318": ("r", "C318"),
    "R-1234ze(E)": ("r", "1234ZEE"),
    "cfc12": ("family", "CFC12"),
    "HCFCI4Ib": ("family", "HCFC141B"),
    "HFC-410A": ("family", "HFC410A"),
    "halon 1301": ("family", "HALON1301"),
    "75-45-6": ("cas", "75456"),
    "75–45–6": ("cas", "75456"),
    "75.45.6": ("cas", "75456"),
    "CAS No. 75-45-6": ("cas", "75456"),
    "cas rn: 75456": ("cas", "75456"),
    "٧٥-٤٥-٦": ("cas", "75456"),
    "UN 1018": ("un", "1018"),
    "UN1O18": ("un", "1018"),
    "UN No. 1018": ("un", "1018"),
    "un: 1018": ("un", "1018"),
    "ООН 1018": ("un", "1018"),
    "hs 2903.77": ("hs", "290377"),
    "2903.77": ("hs", "290377"),
    "HS code 290377": ("hs", "290377"),
    "H.S. 2903": ("hs", "2903"),
    "tariff 29": ("hs", "29"),
    "ТН ВЭД 290377": ("hs", "290377"),
    "MON-04032-6": ("lmo", "M0N040326"),
    "MON-Ø4Ø32-6": ("lmo", "M0N040326"),
    "mon-o4o32-6": ("lmo", "M0N040326"),
    "D9": ("operation", "D9"),
    "#15": ("annotation", "15"),
    "# 15": ("annotation", "15"),
    "annotation #15": ("annotation", "15"),
    "app II": ("annex", "CITESII"),
    "Appendix 2": ("annex", "CITESII"),
    "CITES III": ("annex", "CITESIII"),
    "apéndice I": ("annex", "CITESI"),
    "source W": ("cites source", "W"),
    "purpose code T": ("cites purpose", "T"),
}

NO_CODE = [
    "", "  ", "un", "unobtainium", "unicorn", "casein", "loxodonta", "R", "HS", "elephant 12", "Y",
    "12 elephants", "A-232", "rn", "low", "象牙", "'; drop table", "*", "-.-",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SAID)
def test_a_form_that_no_other_code_has_is_read_as_that_code_alone(spelling: str) -> None:
    readings = read(spelling)
    assert [(one.system, one.key) for one in readings] == [SAID[spelling]]
    assert readings[0].fit is Fit.SAYS


@pytest.mark.parametrize("text", NO_CODE)
def test_a_word_is_no_code(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("digits", "systems"),
    [
        ("1018", {"un", "eu", "hs"}),
        ("160103", {"eu", "hs"}),
        ("75456", {"cas", "eu", "hs"}),
        ("134", {"r"}),
        ("22", {"r", "eu", "hs"}),
    ],
)
def test_bare_digits_may_be_several_codes(digits: str, systems: set[str]) -> None:
    readings = read(digits)
    assert {one.system for one in readings} == systems
    assert all(one.fit is Fit.MAY for one in readings)


def test_digits_in_pairs_suit_the_european_list_best() -> None:
    first, *others = read("16 01 03")
    assert first == Reading("eu", "160103", Fit.SUITS)
    assert {one.system for one in others} == {"hs"}


def test_bare_digits_with_a_wrong_check_digit_are_no_cas_number() -> None:
    assert "cas" not in {one.system for one in read("75457")}


def test_a_cas_number_in_its_form_is_read_even_with_a_wrong_check_digit() -> None:
    assert read("75-45-7") == [Reading("cas", "75457", Fit.SAYS)]


@pytest.mark.parametrize(
    ("text", "key", "cut"),
    [
        ("2903771000", "290377", "1000"),
        ("2903.77.10.00", "290377", "1000"),
        ("HS 2903 77 10", "290377", "10"),
        ("290377", "290377", ""),
    ],
)
def test_national_digits_are_cut_and_kept_apart(text: str, key: str, cut: str) -> None:
    assert [(one.key, one.cut) for one in read(text) if one.system == "hs"] == [(key, cut)]


@pytest.mark.parametrize(
    ("text", "key"),
    [("507.10", "050710"), ("50710", "050710"), ("507.1", "05071"), ("2903.7", "29037"),
     ("1012.9", "10129"), ("101290000", "010129")],
)  # fmt: skip
def test_a_lost_first_zero_is_put_back_where_one_was_lost(text: str, key: str) -> None:
    assert [one.key for one in read(text) if one.system == "hs"] == [key]


@pytest.mark.parametrize("number", ["10", "11", "12", "13"])
def test_a_refrigerant_may_be_a_recovery_operation(number: str) -> None:
    assert [(one.system, one.key) for one in read(f"R-{number}")] == [
        ("r", number),
        ("operation", f"R{number}"),
    ]


@pytest.mark.parametrize("digit", ["፩", "①", "¹", "𝟙", "١", "۱", "１"])
def test_a_digit_of_any_script_is_a_digit(digit: str) -> None:
    assert read(f"Y{digit}") == [Reading("basel", "Y1", Fit.SAYS)]


@pytest.mark.parametrize("number", ["75456", "811972", "7439976", "1763231", "13840567"])
def test_the_check_digit_of_a_cas_number_is_computed(number: str) -> None:
    assert cas_check_digit(number[:-1]) == number[-1]
    assert [digit for digit in "0123456789" if is_cas(number[:-1] + digit)] == [number[-1]]


def test_a_cas_number_is_written_with_its_hyphens() -> None:
    assert cas_shown("75456") == "75-45-6"
    assert cas_shown("13840567") == "13840-56-7"


def test_the_letter_o_and_the_crossed_o_of_an_identifier_are_zero() -> None:
    assert lmo_key("MON04O326") == "M0N040326"
