"""Cards of all kinds of entries: they render, fit into a message, and say what they rest on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.html import MESSAGE_LIMIT, shown_length
from assistant.core.messaging.card import Card
from assistant.core.texts import Texts
from assistant.local.api.keyboards import read
from assistant.local.api.markup import parse
from assistant.lookup.cards import answer_card, entry_card
from knowledge import Entry, Kind, Knowledge
from knowledge.answers import MOST_RESULTS

EVERY = 200
# Few enough, and of such different facts, to be looked at one by one.
WHOLE = {Kind.PRODUCT, Kind.RULE, Kind.BLEND}

BEFORE_LAW = {"en": "; law as of ", "fr": " ; droit au "}
NATIONAL = {
    "en": "National law may be stricter; it is not in my data.",
    "fr": "Le droit national peut être plus strict ; il n’est pas dans mes données.",
}
# Four answers and “I can’t tell”, what is offered, and “None of these”.
BUTTONS = 4 + 1 + MOST_RESULTS + 1


@pytest.fixture(scope="module")
def sample(base: Knowledge, request: pytest.FixtureRequest) -> list[Entry]:
    """Every two-hundredth entry, and all of the kinds that are few; all with `--all-cards`."""
    every = 1 if request.config.getoption("--all-cards") else EVERY
    found = [base.find(entry_id) for entry_id in base.ids]
    entries = [entry for entry in found if entry is not None]
    assert len(entries) == len(base.ids)
    return [
        entry for number, entry in enumerate(entries) if number % every == 0 or entry.kind in WHOLE
    ]


def check(card: Card) -> str:
    """Return what a card shows, after Telegram has taken it."""
    body = parse(card.text)
    assert 1 <= shown_length(card.text) <= MESSAGE_LIMIT
    keyboard = read(
        {
            "inline_keyboard": [
                [{"text": button.text, "callback_data": button.data} for button in row]
                for row in card.buttons
            ]
        }
    )
    assert sum(map(len, keyboard)) <= BUTTONS
    return body.text


def test_the_sample_has_every_kind(sample: list[Entry]) -> None:
    assert {entry.kind for entry in sample} == set(Kind)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_card_fits_and_names_its_source_with_its_date(
    base: Knowledge, texts: Texts, sample: list[Entry], code: str
) -> None:
    for entry in sample:
        lines = check(entry_card(texts.language(code), base, entry)).splitlines()
        source = base.source(entry)
        assert f"{source.title}{BEFORE_LAW[code]}{source.law_date}" in lines[-2], entry.id
        assert lines[-1] == NATIONAL[code]


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_card_begins_with_the_name_of_its_entry(
    base: Knowledge, texts: Texts, sample: list[Entry], code: str
) -> None:
    for entry in sample:
        first = check(entry_card(texts.language(code), base, entry)).splitlines()[0]
        assert entry.title in first or entry.codes[0].shown in first, entry.id


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_entry_can_be_answered_with(
    base: Knowledge, texts: Texts, sample: list[Entry], code: str
) -> None:
    for entry in sample[::5]:
        check(answer_card(texts.language(code), base, base.ask(entry.title), ""))


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=400)
MARKUP = st.lists(st.sampled_from(["<", ">", "&", ";", "b", "/", "ivory", "R-22", " ", "\u202e"]))


@settings(deadline=None)  # a busy machine is no wrong answer
@given(ANY_TEXT | MARKUP.map("".join), st.sampled_from(["", "@desk", "<b>&"]))
def test_whatever_is_asked_there_is_a_card(
    base: Knowledge, texts: Texts, query: str, contact: str
) -> None:
    for language in texts.languages:
        check(answer_card(language, base, base.ask(query), contact))
