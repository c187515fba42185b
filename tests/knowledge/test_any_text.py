"""Whatever is asked: an answer in its bounds, and no name that differs in its digits."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge import Answer, Knowledge, Remark, Verdict, Why
from knowledge.reading.wording import digits, fold

ANY_TEXT = st.text(st.characters(), max_size=80)  # control signs and lone surrogates too
MARKUP = "<b>&amp;</b><script>"
TEN_THOUSAND = [
    "ivory " * 2000,
    "x" * 10_000,
    "7" * 10_000,
    "75-45-6 " * 1250,
    "象" * 10_000,
    "\u0301" * 10_000,
    "🐘" * 10_000,
    "\u202e" * 9_999 + "x",
    "R-" * 5000,
    "((((" * 2500,
]


def check(answer: Answer) -> None:
    """Check what holds for every answer."""
    scores = [hit.score for hit in answer.hits]
    assert len(answer.hits) <= 5
    assert len({hit.entry.id for hit in answer.hits}) == len(answer.hits)
    assert all(0 <= score <= 100 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert answer.ms >= 0
    if answer.verdict is not Verdict.UNKNOWN:
        assert answer.hits
        assert Why.NEIGHBOUR not in {hit.why for hit in answer.hits}
    if answer.remark in {Remark.EMPTY, Remark.SMALL_TALK}:
        assert (answer.verdict, answer.hits) == (Verdict.UNKNOWN, ())
    if answer.remark in {Remark.CHECK_DIGIT, Remark.NO_SUCH_CODE}:
        assert answer.verdict is Verdict.UNKNOWN
        assert answer.detail
        assert {hit.why for hit in answer.hits} <= {Why.NEIGHBOUR}


@given(ANY_TEXT)
@example(MARKUP)
@example("\u202eyrovi\u202c")
@example("Y፩")
@example("\ud800")
@example("%s {0} \\N{DIGIT ONE}")
def test_any_text_gets_an_answer_in_its_bounds(base: Knowledge, text: str) -> None:
    answer = base.ask(text)
    check(answer)
    assert answer.query == text


@given(st.text(st.sampled_from("abcdehilnoprstuxyz 0123456789-.*#RYAB"), max_size=24))
def test_what_looks_like_a_code_gets_an_answer_in_its_bounds(base: Knowledge, text: str) -> None:
    check(base.ask(text))


@pytest.mark.parametrize("text", TEN_THOUSAND, ids=lambda text: repr(text[:6]))
def test_a_text_of_ten_thousand_letters_gets_an_answer(base: Knowledge, text: str) -> None:
    check(base.ask(text))
    base.find_in(text)


@given(which=st.integers(0, 999_999), place=st.integers(0, 99), put_in=st.sampled_from("aeinorst1"))
def test_a_slip_in_a_name_never_leads_to_other_digits(
    base: Knowledge, which: int, place: int, put_in: str
) -> None:
    names = base.index.names.texts
    name = names[which % len(names)][:100]
    place %= len(name)
    query = name[:place] + put_in + name[place + 1 :]
    answer = base.ask(query)
    check(answer)
    for hit in answer.hits:
        if hit.why is Why.FUZZY:
            assert digits(fold(hit.matched)) == digits(fold(query))


@pytest.mark.parametrize(
    ("query", "never"),
    [("R-134b", "hfc-134a"), ("HFC-134b", "hfc-134a"), ("Y50", "basel-Y49"),
     ("roundup ready 3 yield", "lmo-MON-89788-1"), ("mon 811", "lmo-MON-00810-6")],
)  # fmt: skip
def test_a_number_is_never_corrected_to_its_neighbour(
    base: Knowledge, query: str, never: str
) -> None:
    answer = base.ask(query)
    sure = answer.verdict is Verdict.SURE
    assert not (sure and answer.hits[0].entry.id == never)
    assert never not in {hit.entry.id for hit in answer.hits if hit.why is Why.FUZZY}
