"""The bot, its commands and descriptions, chats; tokens and methods that do not exist."""

import pytest

from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused


async def test_the_bot_tells_who_it_is(bot_api: BotApi, telegram: LocalTelegram) -> None:
    me = await bot_api("getMe")
    assert (me["id"], me["username"], me["is_bot"]) == (4200, "fieldline_local_bot", True)
    assert me["supports_inline_queries"] is True
    assert me["can_read_all_group_messages"] is False
    telegram.state.supports_inline = False
    assert (await bot_api("getMe"))["supports_inline_queries"] is False


async def test_a_wrong_token_is_refused(bot_api: BotApi) -> None:
    with refused(401, "Unauthorized"):
        await bot_api("getMe", token="4200:other")


async def test_an_unknown_method_is_not_found(bot_api: BotApi) -> None:
    with refused(404, "Not Found"):
        await bot_api("sendSmoke", {"chat_id": 1})


async def test_a_chat_tells_whose_it_is(bot_api: BotApi, officer: Person) -> None:
    chat = await bot_api("getChat", {"chat_id": officer.user.id})
    assert (chat["type"], chat["first_name"]) == ("private", "officer")
    with refused(400, "Bad Request: chat not found"):
        await bot_api("getChat", {"chat_id": 5})


async def test_commands_are_kept_by_scope_and_language(bot_api: BotApi, officer: Person) -> None:
    scope = {"scope": {"type": "chat", "chat_id": officer.user.id}}
    ask = {"command": "ask", "description": "Ask"}
    demander = {"command": "ask", "description": "Demander"}
    await bot_api("setMyCommands", {"commands": [ask]})
    await bot_api("setMyCommands", {"commands": [demander], "language_code": "fr"})
    await bot_api("setMyCommands", {"commands": [ask, demander], **scope})
    assert await bot_api("getMyCommands") == [ask]
    assert await bot_api("getMyCommands", {"scope": {"type": "default"}}) == [ask]
    assert await bot_api("getMyCommands", {"language_code": "fr"}) == [demander]
    assert await bot_api("getMyCommands", scope) == [ask, demander]
    await bot_api("deleteMyCommands", scope)
    assert await bot_api("getMyCommands", scope) == []


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        ([{"command": "Ask!", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "ask", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "ask", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "ask", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_that_telegram_does_not_take_are_refused(
    bot_api: BotApi, commands: list[object], description: str
) -> None:
    with refused(400, f"Bad Request: {description}"):
        await bot_api("setMyCommands", {"commands": commands})


async def test_commands_for_an_unknown_chat_are_refused(bot_api: BotApi) -> None:
    scope = {"type": "chat", "chat_id": 5}
    with refused(400, "Bad Request: chat not found"):
        await bot_api("setMyCommands", {"commands": [], "scope": scope})


@pytest.mark.parametrize(
    ("method", "name", "most"),
    [("MyDescription", "description", 512), ("MyShortDescription", "short_description", 120)],
)
async def test_descriptions_are_kept_by_language(
    bot_api: BotApi, method: str, name: str, most: int
) -> None:
    await bot_api(f"set{method}", {name: "x" * most})
    await bot_api(f"set{method}", {name: "Pour les douanes", "language_code": "fr"})
    assert await bot_api(f"get{method}", {"language_code": "fr"}) == {name: "Pour les douanes"}
    assert await bot_api(f"get{method}", {"language_code": "zh"}) == {name: "x" * most}
    with refused(400, f"Bad Request: {name.replace('_', ' ')} is too long"):
        await bot_api(f"set{method}", {name: "x" * (most + 1)})
