"""Descriptions, manifest lines and sentences: what they name is found among the other words."""

import pytest

from knowledge import Knowledge, Verdict, Why
from knowledge.search.tracing import DECIDED, Path


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("found dried seahorses in parcel from peru", "product-dried-seahorse"),
        ("skin lightening cream", "mercury-cosmetics"),
        ("roundup ready soybean", "lmo-MON-04032-6"),
        ("what is A1150", "basel-A1150"),
        ("waste code a4040", "basel-A4040"),
        ("refrigerant r410a 11.3kg 760 pcs", "r-410a"),
        ("drums UN2809 mercury 34.5 kg flasks", "mercury"),
        ("encontramos escamas de pangolín en una maleta", "product-pangolins-scales-meat-skins"),
        ("包裹里有穿山甲鳞片", "product-pangolins-scales-meat-skins"),
    ],
)
def test_a_text_leads_to_what_it_names(base: Knowledge, text: str, right: str) -> None:
    answer = base.ask(text)
    assert answer.verdict is not Verdict.UNKNOWN
    assert right in [hit.entry.id for hit in answer.hits][:2]


def test_a_manifest_line_opens_the_questions_about_plastic(base: Knowledge) -> None:
    answer = base.ask("40ft STC 22 mt mixed plastic scrap LDPE film ex works")
    assert "basel-Y48" in [hit.entry.id for hit in answer.hits]


def test_a_code_in_a_text_says_why_it_came_up(base: Knowledge) -> None:
    assert base.ask("please check code B3011 on the paper").hits[0].why is Why.INSIDE


def test_numbers_in_a_text_are_no_codes_of_their_own(base: Knowledge) -> None:
    for text in ("61301 61302", "call 2809 1301", "1 2 3 4"):
        assert base.ask(text).verdict is not Verdict.SURE


def test_a_name_with_another_number_is_another_thing(base: Knowledge) -> None:
    hits = base.ask("old cylinder of arcton 99 from the garage").hits
    assert not [hit for hit in hits if hit.matched.startswith("arcton ")]


def test_the_path_of_a_question_is_told_step_by_step(base: Knowledge) -> None:
    path = Path()
    answer = base.ask("dried seahorsse in box", path)
    names = [step.name for step in path.steps]
    assert names[0] == "read"
    assert names[-1] == DECIDED
    first = max(
        (step for step in path.steps if "chance" in step.found and step.name != DECIDED),
        key=lambda step: float(str(step.found["chance"])),
    )
    assert first.found["entry"] == answer.hits[0].entry.id
    assert path.steps[-1].found["chance"] == first.found["chance"]


def test_telling_the_path_changes_nothing(base: Knowledge) -> None:
    for text in ("ivory", "r22", "loxodonta africna", "old car batterys", "xyzzy"):
        plain, told = base.ask(text), base.ask(text, Path())
        assert (plain.verdict, plain.hits, plain.topic) == (told.verdict, told.hits, told.topic)
