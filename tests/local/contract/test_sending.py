"""sendMessage: what arrives, and what Telegram refuses."""

import pytest

from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused


async def test_a_message_arrives_as_it_was_sent(bot_api: BotApi, officer: Person) -> None:
    sent = await bot_api(
        "sendMessage",
        {
            "chat_id": officer.user.id,
            "text": "<b>Elephant ivory</b> &amp; more",
            "parse_mode": "HTML",
            "protect_content": True,
            "disable_notification": True,
            "reply_markup": {"inline_keyboard": [[{"text": "More", "callback_data": "m:1:2"}]]},
        },
    )
    assert sent["text"] == "Elephant ivory & more"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 14}]
    assert sent["chat"]["type"] == "private"
    assert sent["from"]["is_bot"] is True
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "m:1:2"
    (shown,) = officer.screen
    assert shown.id == sent["message_id"]
    assert (shown.text, shown.protected, shown.silent) == ("Elephant ivory & more", True, True)
    assert [button.text for button in shown.buttons] == ["More"]


async def test_text_without_a_parse_mode_is_taken_as_it_is(
    bot_api: BotApi, officer: Person
) -> None:
    sent = await bot_api("sendMessage", {"chat_id": officer.user.id, "text": "<b>5 < 6</b>"})
    assert sent["text"] == "<b>5 < 6</b>"
    assert "entities" not in sent


async def test_entities_may_be_given_instead_of_a_parse_mode(
    bot_api: BotApi, officer: Person
) -> None:
    bold = {"type": "bold", "offset": 2, "length": 3}
    sent = await bot_api(
        "sendMessage", {"chat_id": officer.user.id, "text": "  abc", "entities": [bold]}
    )
    assert sent["text"] == "abc"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


async def test_method_names_are_matched_whatever_their_capitals(
    bot_api: BotApi, officer: Person
) -> None:
    await bot_api("SENDmessage", {"chat_id": officer.user.id, "text": "x"})
    assert [message.text for message in officer.screen] == ["x"]


async def test_a_reply_names_the_message_that_it_answers(bot_api: BotApi, officer: Person) -> None:
    question = await officer.write("ivory")
    sent = await bot_api(
        "sendMessage",
        {
            "chat_id": officer.user.id,
            "text": "yes",
            "reply_parameters": {"message_id": question.id},
        },
    )
    assert sent["reply_to_message"]["text"] == "ivory"
    assert officer.screen[-1].reply_to == question.id


async def test_a_reply_to_nothing_is_refused_unless_that_is_allowed(
    bot_api: BotApi, officer: Person
) -> None:
    params: dict[str, object] = {"chat_id": officer.user.id, "text": "yes"}
    with refused(400, "Bad Request: message to be replied not found"):
        await bot_api("sendMessage", params | {"reply_parameters": {"message_id": 1}})
    lenient = {"message_id": 1, "allow_sending_without_reply": True}
    sent = await bot_api("sendMessage", params | {"reply_parameters": lenient})
    assert "reply_to_message" not in sent


@pytest.mark.parametrize(
    ("text", "parse_mode", "description"),
    [
        ("", "HTML", "message text is empty"),
        (" \n ", "", "text must be non-empty"),
        ("<b></b>", "HTML", "text must be non-empty"),
        ("🐘" * 2048 + "x", "", "message is too long"),
        (
            "<b>x",
            "HTML",
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "*x*",
            "MarkdownV2",
            "unsupported parse_mode: the local Telegram reads HTML, not markdownv2",
        ),
    ],
)
async def test_a_text_that_telegram_does_not_take_is_refused(
    bot_api: BotApi, officer: Person, text: str, parse_mode: str, description: str
) -> None:
    params = {"chat_id": officer.user.id, "text": text, "parse_mode": parse_mode}
    with refused(400, f"Bad Request: {description}"):
        await bot_api("sendMessage", params)
    assert not officer.screen


async def test_the_limit_counts_utf16_units_after_parsing(bot_api: BotApi, officer: Person) -> None:
    html = "<b>" + "🐘" * 1024 + "&amp;" * 2048 + "</b>"
    sent = await bot_api(
        "sendMessage", {"chat_id": officer.user.id, "text": html, "parse_mode": "HTML"}
    )
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "д" * 33}, "BUTTON_DATA_INVALID"),
        (
            {"text": " ", "callback_data": "x"},
            "can't parse inline keyboard button: button text is empty",
        ),
        ({"text": "x"}, "text buttons are unallowed in the inline keyboard"),
        (
            {"text": "x", "url": "nowhere"},
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_a_button_that_telegram_does_not_take_is_refused(
    bot_api: BotApi, officer: Person, button: dict[str, str], description: str
) -> None:
    with refused(400, f"Bad Request: {description}"):
        await bot_api(
            "sendMessage",
            {
                "chat_id": officer.user.id,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[button]]},
            },
        )


async def test_callback_data_of_64_bytes_is_taken(bot_api: BotApi, officer: Person) -> None:
    button = {"text": "x", "callback_data": "д" * 32}
    await bot_api(
        "sendMessage",
        {
            "chat_id": officer.user.id,
            "text": "x",
            "reply_markup": {"inline_keyboard": [[button]]},
        },
    )
    assert officer.screen[0].buttons[0].data == "д" * 32


async def test_an_unknown_chat_is_refused(bot_api: BotApi) -> None:
    with refused(400, "Bad Request: chat not found"):
        await bot_api("sendMessage", {"chat_id": 77, "text": "x"})
    with refused(400, "Bad Request: chat_id is empty"):
        await bot_api("sendMessage", {"text": "x"})


async def test_a_person_who_never_wrote_cannot_be_written_to(
    bot_api: BotApi, telegram: LocalTelegram
) -> None:
    stranger = Person(telegram, "stranger")
    params = {"chat_id": stranger.user.id, "text": "x"}
    with refused(403, "Forbidden: bot can't initiate conversation with a user"):
        await bot_api("sendMessage", params)
    await stranger.write("/start")
    await bot_api("sendMessage", params)
    assert [message.text for message in stranger.screen] == ["/start", "x"]


async def test_a_person_who_blocked_the_bot_is_left_alone(bot_api: BotApi, officer: Person) -> None:
    params = {"chat_id": officer.user.id, "text": "x"}
    await officer.block()
    with refused(403, "Forbidden: bot was blocked by the user"):
        await bot_api("sendMessage", params)
    await officer.unblock()
    await bot_api("sendMessage", params)
    assert len(officer.screen) == 1


async def test_a_chat_action_is_taken_if_telegram_knows_it(
    bot_api: BotApi, officer: Person
) -> None:
    chat = {"chat_id": officer.user.id}
    assert await bot_api("sendChatAction", chat | {"action": "typing"}) is True
    with refused(400, "Bad Request: wrong parameter action in request"):
        await bot_api("sendChatAction", chat | {"action": "dancing"})
