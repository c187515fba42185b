"""Offers: a choice under an answer, what a tap makes of it, and taps that come too late."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.core.clock import ManualClock
from assistant.local.api.keyboards import InlineButton
from assistant.local.api.messages import Message
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from knowledge import Knowledge
from tests.lookup.conftest import Assistant, Open, opened

WEEK = timedelta(weeks=1).total_seconds()


def forged(message: Message, data: str) -> Message:
    """Return a message as if it had one button that sends this."""
    return replace(message, keyboard=((InlineButton("forged", data),),))


async def test_a_tap_shows_the_card_in_the_same_message(
    assistant: Assistant, officer: Person
) -> None:
    offered = await assistant.ask(officer, "废塑料")
    await assistant.tap(officer, "B3011")
    assert [message.id for message in officer.screen][-1] == offered.id
    card = officer.screen[-1]
    assert card.edited is not None
    assert card.text.startswith("B3011 – Plastic waste destined for environmentally sound")
    assert "Source: Basel Convention" in card.text


async def test_the_card_speaks_the_language_of_whoever_taps(assistant: Assistant) -> None:
    officer = Person(assistant.telegram, "officer", language_code="fr")
    await assistant.ask(officer, "R12")
    await assistant.tap(officer, 1)
    assert officer.screen[-1].text.startswith(
        "CFC-12 (dichlorodifluoromethane) – Protocole de Montréal, Annexe A : licence exigée"
    )


async def test_every_offer_of_every_verdict_leads_to_a_card(
    assistant: Assistant, officer: Person
) -> None:
    for question in ("R12", "废塑料", "old fridge gas", "75-45-7", "unobtainium"):
        offered = await assistant.ask(officer, question)
        offers = [b for b in offered.buttons if b.data and b.data.startswith("lookup:show:")]
        assert offers
        for offer in offers:
            assert offer.data is not None
            await assistant.tap(officer, offer.data, on=offered)
            assert "National law may be stricter" in officer.screen[-1].text


async def test_a_second_tap_on_the_same_offer_changes_nothing(
    assistant: Assistant, officer: Person
) -> None:
    offered = await assistant.ask(officer, "R12")
    await assistant.tap(officer, 1, on=offered)
    card = officer.screen[-1]
    await assistant.tap(officer, 1, on=offered)
    assert officer.screen[-1] == card


async def test_none_of_these_ends_in_whom_to_ask(assistant: Assistant, officer: Person) -> None:
    await assistant.ask(officer, "R12")
    await assistant.tap(officer, "None of these")
    assert officer.screen[-1].text.splitlines() == [
        "My data are of 2026-06-24. Not found does not mean that it is free.",
        "Not sure? Hold it and ask your coordinator or the national authority.",
    ]
    assert officer.screen[-1].buttons == ()


@pytest.mark.parametrize("contact", ["@coordinator", "R&D <desk> “A”"])
async def test_whoever_is_named_as_contact_is_to_be_asked(
    open_assistant: Open, contact: str
) -> None:
    assistant = await open_assistant(help_contact=contact)
    officer = Person(assistant.telegram, "officer")
    last = f"Not sure? Hold it and ask {contact}."
    assert (await assistant.ask(officer, "unobtainium")).text.splitlines()[2] == last
    await assistant.ask(officer, "R12")
    await assistant.tap(officer, "None of these")
    assert officer.screen[-1].text.splitlines()[-1] == last


@pytest.mark.parametrize("argument", ["nonsense", "", "../../etc/passwd", "<b>", "a:b:c", "象牙"])
async def test_an_entry_that_is_not_there_is_said_to_be_gone(
    assistant: Assistant, officer: Person, argument: str
) -> None:
    offered = await assistant.ask(officer, "R12")
    await assistant.tap(officer, 1, on=forged(offered, f"lookup:show:{argument}"))
    assert officer.screen[-1].text == (
        "This entry is no longer in my data. Please send your question again."
    )


@pytest.mark.parametrize(
    "data", ["x", ":", "::", "lookup", "lookup:", "lookup:show", "lookup:sell:ivory", "seizures:a:"]
)
async def test_data_of_no_button_is_answered_with_what_to_do(
    assistant: Assistant, officer: Person, data: str
) -> None:
    offered = await assistant.ask(officer, "R12")
    await assistant.tap(officer, 1, on=forged(offered, data))
    assert [toast.text for toast in officer.toasts] == [
        "That button no longer works. Please send your question again."
    ]
    assert officer.screen[-1] == offered


async def test_a_button_of_last_week_still_shows_its_card_after_a_restart(
    base: Knowledge,
    telegram: LocalTelegram,
    clock: ManualClock,
    officer: Person,
) -> None:
    async with opened(base, telegram, clock) as first:
        offered = await first.ask(officer, "R12")
    await clock.advance(WEEK)
    async with opened(base, telegram, clock) as second:
        await second.tap(officer, 1)
    assert officer.screen[-1].id == offered.id
    assert officer.screen[-1].text.startswith("CFC-12 ")


async def test_a_tap_from_before_a_restart_is_still_answered(
    base: Knowledge,
    telegram: LocalTelegram,
    clock: ManualClock,
    officer: Person,
) -> None:
    async with opened(base, telegram, clock) as first:
        await first.ask(officer, "R12")
    await officer.tap(1)
    await clock.advance(WEEK)
    async with opened(base, telegram, clock) as second:
        await second.answered()
    assert officer.screen[-1].text.startswith("CFC-12 ")


async def test_a_tap_on_a_message_that_is_gone_meanwhile_brings_the_card_anew(
    assistant: Assistant, officer: Person
) -> None:
    offered = await assistant.ask(officer, "R12")
    await officer.tap(1, on=offered)  # on its way to the bot when the message disappears
    gone = {"chat_id": offered.chat, "message_id": offered.id}
    await assistant.telegram.call("deleteMessage", gone)
    await assistant.answered()
    assert officer.screen[-1].id > offered.id
    assert officer.screen[-1].text.startswith("CFC-12 (dichlorodifluoromethane)")
