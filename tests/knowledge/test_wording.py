"""How texts are read for comparison: what is put aside, and what must stay."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.wording import LONGEST, clean, digits, fold, one_script, squash

ANY_TEXT = st.text(st.characters())  # surrogates too
HEBREW_POINTS = "\u05d0\u05b8\u05e8"
RTL_MARK, LTR_ISOLATE, POP_ISOLATE, ZERO_WIDTH, SOFT_HYPHEN = (
    "\u200f", "\u2066", "\u2069", "\u200b", "\u00ad",
)  # fmt: skip

SAME = [
    ("case", "IVORY", "ivory"),
    ("German sharp s", "Straße", "STRASSE"),
    ("accents", "Épée de mer", "epee de mer"),
    ("letters with strokes", "Łoś, Ørsted, İğde", "los orsted igde"),
    ("joined letters", "Œuf Æpyornis", "oeuf aepyornis"),
    ("decomposed accents", "pango\u0302lin", "pangôlin"),
    ("punctuation", "R-134a; (gas)", "r 134a gas"),
    ("runs of spaces", "  red \t sandalwood\n", "red sandalwood"),
    ("straight apostrophes", "Pallas's cat", "Pallass cat"),
    ("curly apostrophes", "Pallas’s cat", "Pallas's cat"),
    ("backticks", "Pallas`s cat", "Pallas's cat"),
    ("full-width letters", "ＩＶＯＲＹ　１２", "ivory 12"),
    ("circled and raised digits", "CO₂ R①", "co2 r1"),
    ("Cyrillic letters in a Latin word", "lvоry", "lvory"),
    ("Greek letters in a Latin word", "ivοry", "ivory"),
    ("Cyrillic letters before digits", "а3210", "a3210"),
    ("forms of alef", "أسد إسد آسد", "اسد اسد اسد"),
    ("teh marbuta and alef maksura", "سلحفاة مها ى", "سلحفاه مها ي"),
    ("Arabic vowel signs and tatweel", "عَـــاج", "عاج"),
    ("Hebrew points", HEBREW_POINTS, "\u05d0\u05e8"),
    ("direction marks", f"{RTL_MARK}עברית{LTR_ISOLATE}x{POP_ISOLATE}", "עבריתx"),
    ("zero-width signs", f"iv{ZERO_WIDTH}ory{SOFT_HYPHEN}", "ivory"),
    ("dashes of every length", "75–45—6", "75-45-6"),
    ("half-width kana", "ｿﾞｳｹﾞ", "ゾウゲ"),
]

DIFFERENT = [
    ("a Cyrillic word", "кость", "kocтb"),
    ("digits", "R-134a", "R-143a"),
    ("Thai vowel signs", "งาช้าง", "งชง"),
    ("voiced kana", "ゾウ", "ソウ"),
    ("Chinese signs", "象牙", "犀角"),
]


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in SAME], ids=[c[0] for c in SAME])
def test_what_does_not_matter_is_put_aside(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [case[1:] for case in DIFFERENT], ids=[c[0] for c in DIFFERENT]
)
def test_what_matters_stays(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold(one)
    assert fold(other)


def test_words_are_parted_by_single_spaces_and_squashed_without() -> None:
    assert fold("  Loxodonta -- africana ") == "loxodonta africana"
    assert squash("  Loxodonta -- africana ") == "loxodontaafricana"


def test_a_word_of_one_script_is_left_alone() -> None:
    assert one_script("слон") == "слон"
    assert one_script("В3010") == "B3010"


def test_a_query_is_cleaned_of_control_and_direction_marks() -> None:
    assert clean(f"  iv{ZERO_WIDTH}ory\x00\tof\r\n{RTL_MARK}the  coast ") == "ivory of the coast"


def test_only_the_beginning_of_a_long_query_is_looked_at() -> None:
    assert len(clean("ivory " * 10_000)) == LONGEST
    assert clean("x" * LONGEST) == "x" * LONGEST


def test_the_digits_of_a_text_stand_in_their_order() -> None:
    assert digits(fold("HFO-1234ze(E)")) == "1234"
    assert digits(fold("no digits")) == ""


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in once)


@given(ANY_TEXT)
def test_a_folded_text_holds_letters_digits_marks_and_single_spaces_only(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(unicodedata.category(sign)[0] in "LNM" for sign in folded.replace(" ", ""))


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz -'")))
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text)
