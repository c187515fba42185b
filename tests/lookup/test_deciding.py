"""The deciding questions: one word, several laws, a path of taps to a code or to a hold."""

import pytest

from assistant.core.texts import Texts
from assistant.local.person import Person
from assistant.lookup.cards import question_card, undecided_card
from knowledge import Knowledge
from tests.lookup.conftest import Assistant


async def test_plastic_scrap_stands_side_by_side_with_the_question_that_tells_it_apart(
    assistant: Assistant, officer: Person
) -> None:
    answer = await assistant.ask(officer, "废塑料")
    assert all(f"• {code} – " in answer.text for code in ("Y48", "A3210", "B3011"))
    assert "Question 1/3:" in answer.text
    labels = [button.text for button in answer.buttons]
    assert labels[-5:] == ["I can’t tell", "Y48", "A3210", "B3011", "None of these"]


async def test_a_path_of_taps_ends_in_a_code(assistant: Assistant, officer: Person) -> None:
    await assistant.ask(officer, "plastic scrap")
    await assistant.tap(officer, "No residue, nothing in the papers")
    assert "Question 2/3:" in officer.screen[-1].text
    await assistant.tap(officer, "One plastic only, not PVC")
    await assistant.tap(officer, "Both: clean and proven")
    assert officer.screen[-1].text.startswith("B3011 – ")


async def test_who_cannot_tell_is_told_to_hold(assistant: Assistant, officer: Person) -> None:
    await assistant.ask(officer, "plastic scrap")
    await assistant.tap(officer, "I can’t tell")
    first, second, *_ = officer.screen[-1].text.splitlines()
    assert first == "Cannot be decided here."
    assert "treat as Y48" in second
    await assistant.tap(officer, "Ask me again")
    assert "Question 1/3:" in officer.screen[-1].text


async def test_an_unmarked_cylinder_is_no_substance_without_an_identifier(
    assistant: Assistant, officer: Person
) -> None:
    await assistant.ask(officer, "gas cylinder")
    await assistant.tap(officer, "Unmarked, relabelled or repainted")
    text = officer.screen[-1].text
    assert "dentif" in text or "lab" in text.lower()


@pytest.mark.parametrize("data", ["lookup:step:plastic.9", "lookup:step:x", "lookup:hold:nothing"])
async def test_a_forged_step_is_a_helpful_line(
    assistant: Assistant, officer: Person, data: str
) -> None:
    offered = await assistant.ask(officer, "plastic scrap")
    from tests.lookup.test_offers import forged  # noqa: PLC0415 - a helper of the offers

    await assistant.tap(officer, data, on=forged(offered, data))
    assert officer.screen[-1].text.startswith("This entry is no longer in my data.")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_question_of_every_topic_makes_a_card(
    base: Knowledge, texts: Texts, lang: str
) -> None:
    language = texts.language(lang)
    topics = base.deciding.topics.values()
    assert len(topics) >= 20
    for topic in topics:
        assert undecided_card(language, topic).buttons
        for step, question in topic.questions.items():
            card = question_card(language, topic, step)
            assert len(card.buttons) == len(question.replies) + 1
