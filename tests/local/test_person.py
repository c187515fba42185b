"""People: what their app lets them do, and what they see of a running bot."""

import pytest

from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import AnyApplication, settle
from tests.local.pictures import png


async def test_a_person_writes_and_sees_the_answer_with_its_buttons(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    await officer.write("  R&D <1>  ")
    await settle(application, telegram)
    mine, answer = officer.screen
    assert (mine.text, mine.sender) == ("R&D <1>", officer.user.id)
    assert answer.text == "You wrote: R&D <1>"
    assert [answer.body.part(entity) for entity in answer.body.entities] == ["You wrote"]
    assert [button.text for button in answer.buttons] == ["More", "Not this", "Map", "Share"]


async def test_the_bot_learns_the_language_of_the_app(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    await officer.write("/start")
    await settle(application, telegram)
    assert officer.screen[-1].text == "Welcome, officer (fr)."


@pytest.mark.parametrize("button", ["More", "more", 1])
async def test_a_button_is_tapped_by_its_text_its_data_or_its_number(
    application: AnyApplication, telegram: LocalTelegram, officer: Person, button: str | int
) -> None:
    await officer.write("ivory")
    await settle(application, telegram)
    await officer.tap(button)
    await settle(application, telegram)
    assert [(toast.text, toast.alert) for toast in officer.toasts] == [("Here is more", False)]
    card = officer.screen[-1]
    assert (card.text, card.buttons) == ("More at the list", ())
    assert card.edited is not None
    assert card.body.entities[0].url == "https://example.org"


async def test_a_button_that_has_gone_can_still_be_tapped_on_a_slow_screen(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    await officer.write("ivory")
    await settle(application, telegram)
    seen = officer.screen[-1]
    await officer.tap("Not this", on=seen)
    await settle(application, telegram)
    assert [message.text for message in officer.screen] == ["ivory"]
    await officer.tap("Not this", on=seen)
    await settle(application, telegram)
    assert [toast.text for toast in officer.toasts] == ["Gone", "Gone"]
    assert [message.text for message in officer.screen] == ["ivory"]


async def test_a_tap_on_nothing_says_what_there_is(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    with pytest.raises(ValueError, match="no message with buttons"):
        await officer.tap(1)
    await officer.write("ivory")
    await settle(application, telegram)
    with pytest.raises(ValueError, match="'More', 'Not this', 'Map', 'Share'"):
        await officer.tap("Less")
    with pytest.raises(ValueError, match="no button 5"):
        await officer.tap(5)
    with pytest.raises(ValueError, match="sends nothing"):
        await officer.tap("Map")


async def test_a_photo_goes_to_the_bot_and_comes_back(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    await officer.photo(png(), "tusk")
    await settle(application, telegram)
    answer = officer.screen[-1]
    assert answer.text == "Seen: tusk"
    assert answer.attachment
    assert (answer.attachment.kind, answer.attachment.content) == ("photo", png())


async def test_a_document_goes_to_the_bot_and_comes_back(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    await officer.document(b"a,b", "list.csv")
    await settle(application, telegram)
    answer = officer.screen[-1]
    assert answer.text == "list.csv"
    assert answer.attachment == officer.screen[0].attachment


async def test_voice_notes_and_stickers_reach_the_bot_as_what_they_are(
    telegram: LocalTelegram, officer: Person
) -> None:
    await officer.voice(seconds=3)
    await officer.sticker()
    updates = await telegram.call("getUpdates", {})
    assert isinstance(updates, list)
    voice, sticker = (update["message"] for update in updates)
    assert (voice["voice"]["duration"], voice["voice"]["mime_type"]) == (3, "audio/ogg")
    assert sticker["sticker"]["type"] == "regular"


async def test_an_edited_message_reaches_the_bot_as_edited(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    message = await officer.write("ivroy")
    await settle(application, telegram)
    await officer.edit(message, "ivory")
    await settle(application, telegram)
    assert officer.screen[0].text == "ivory"
    assert officer.screen[-1].text == "You changed it to: ivory"
    with pytest.raises(ValueError, match="own messages"):
        await officer.edit(officer.screen[-1], "x")


async def test_an_inline_query_is_answered_and_a_result_sent(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    await officer.inline("pangolin")
    assert officer.results is None
    await settle(application, telegram)
    assert officer.results
    (result,) = officer.results
    assert (result.title, result.description) == ("pangolin", "a card")
    shared = await officer.choose(result, query="pangolin")
    await settle(application, telegram)
    assert [entity.type for entity in shared.body.entities] == ["bold"]


async def test_what_no_app_does_is_an_error(telegram: LocalTelegram, officer: Person) -> None:
    with pytest.raises(ValueError, match="needs a text"):
        await officer.write(" \n\x00")
    with pytest.raises(ValueError, match="at most 4096"):
        await officer.write("x" * 4097)
    with pytest.raises(ValueError, match="at most 256"):
        await officer.inline("x" * 257)
    telegram.state.supports_inline = False
    with pytest.raises(ValueError, match="no inline mode"):
        await officer.inline("x")
    await officer.block()
    with pytest.raises(ValueError, match="has blocked the bot"):
        await officer.write("x")
    with pytest.raises(ValueError, match="already has the id"):
        Person(telegram, "officer")
    assert not officer.screen
