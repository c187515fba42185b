"""Edits and deletion: what changes, and what Telegram refuses."""

from typing import Any

import pytest

from assistant.core.clock import ManualClock
from assistant.local.api.files import Upload
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused
from tests.local.pictures import png

KEYBOARD = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
HOUR = 3600.0


async def _send(bot_api: BotApi, officer: Person) -> dict[str, Any]:
    sent = await bot_api(
        "sendMessage", {"chat_id": officer.user.id, "text": "one", "reply_markup": KEYBOARD}
    )
    return {"chat_id": officer.user.id, "message_id": sent["message_id"]}


async def _send_photo(bot_api: BotApi, officer: Person) -> dict[str, Any]:
    sent = await bot_api(
        "sendPhoto",
        {"chat_id": officer.user.id, "caption": "one"},
        {"photo": Upload("a.png", png())},
    )
    return {"chat_id": officer.user.id, "message_id": sent["message_id"]}


async def test_an_edit_changes_the_message_in_its_place(
    bot_api: BotApi, officer: Person, clock: ManualClock
) -> None:
    which = await _send(bot_api, officer)
    await officer.write("in between")
    await clock.advance(5)
    edited = await bot_api("editMessageText", which | {"text": "two"})
    assert edited["edit_date"] == edited["date"] + 5
    assert "reply_markup" not in edited
    first, second = officer.screen
    assert (first.text, first.keyboard, second.text) == ("two", (), "in between")
    assert first.edited == clock.now()


async def test_only_the_buttons_can_be_changed(bot_api: BotApi, officer: Person) -> None:
    which = await _send(bot_api, officer)
    await bot_api("editMessageReplyMarkup", which)
    assert officer.screen[0].text == "one"
    assert not officer.screen[0].buttons


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("editMessageText", {"text": " one ", "reply_markup": KEYBOARD}),
        ("editMessageReplyMarkup", {"reply_markup": KEYBOARD}),
    ],
)
async def test_an_edit_that_changes_nothing_is_refused(
    bot_api: BotApi, officer: Person, method: str, params: dict[str, object]
) -> None:
    which = await _send(bot_api, officer)
    with refused(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message",
    ):
        await bot_api(method, which | params)
    assert officer.screen[0].edited is None


async def test_captions_and_pictures_are_edited_by_their_own_methods(
    bot_api: BotApi, officer: Person
) -> None:
    which = await _send_photo(bot_api, officer)
    await bot_api("editMessageCaption", which | {"caption": "two"})
    assert officer.screen[0].text == "two"
    other = png(8, 8)
    await bot_api(
        "editMessageMedia",
        which | {"media": {"type": "photo", "media": "attach://chart", "caption": "three"}},
        {"chart": Upload("chart.png", other)},
    )
    (shown,) = officer.screen
    assert shown.attachment
    assert (shown.text, shown.attachment.content) == ("three", other)


async def test_an_edit_by_the_wrong_method_is_refused(bot_api: BotApi, officer: Person) -> None:
    text, photo = await _send(bot_api, officer), await _send_photo(bot_api, officer)
    with refused(400, "Bad Request: there is no text in the message to edit"):
        await bot_api("editMessageText", photo | {"text": "two"})
    with refused(400, "Bad Request: there is no caption in the message to edit"):
        await bot_api("editMessageCaption", text | {"caption": "two"})


async def test_an_edit_that_is_too_long_is_refused(bot_api: BotApi, officer: Person) -> None:
    text, photo = await _send(bot_api, officer), await _send_photo(bot_api, officer)
    with refused(400, "Bad Request: MESSAGE_TOO_LONG"):
        await bot_api("editMessageText", text | {"text": "x" * 4097})
    with refused(400, "Bad Request: MEDIA_CAPTION_TOO_LONG"):
        await bot_api("editMessageCaption", photo | {"caption": "x" * 1025})


async def test_a_message_that_is_not_there_cannot_be_edited_or_deleted(
    bot_api: BotApi, officer: Person
) -> None:
    which = await _send(bot_api, officer)
    assert await bot_api("deleteMessage", which) is True
    assert not officer.screen
    with refused(400, "Bad Request: message to edit not found"):
        await bot_api("editMessageText", which | {"text": "two"})
    with refused(400, "Bad Request: message to delete not found"):
        await bot_api("deleteMessage", which)


async def test_a_persons_message_can_be_deleted_but_not_edited(
    bot_api: BotApi, officer: Person
) -> None:
    message = await officer.write("mine")
    which = {"chat_id": officer.user.id, "message_id": message.id}
    with refused(400, "Bad Request: message can't be edited"):
        await bot_api("editMessageText", which | {"text": "yours"})
    await bot_api("deleteMessage", which)
    assert not officer.screen


async def test_a_message_can_be_deleted_for_48_hours(
    bot_api: BotApi, officer: Person, clock: ManualClock
) -> None:
    first, second = await _send(bot_api, officer), await _send(bot_api, officer)
    await clock.advance(48 * HOUR)
    await bot_api("deleteMessage", first)
    await clock.advance(1)
    with refused(400, "Bad Request: message can't be deleted for everyone"):
        await bot_api("deleteMessage", second)
    await bot_api("editMessageText", second | {"text": "Withdrawn"})
    assert [message.text for message in officer.screen] == ["Withdrawn"]
