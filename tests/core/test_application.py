"""The application put together."""

import logging

import pytest
from pydantic import SecretStr
from telegram import BotCommandScopeAllGroupChats
from telegram.request import HTTPXRequest

from assistant.application import build
from assistant.core.texts import TEXTS, Texts
from assistant.home import chat as home
from assistant.local.api.refusals import Refusal
from assistant.local.api.telegram import LocalTelegram
from assistant.settings import Settings, SettingsError
from tests.core.conftest import TOKEN, Desk, Open

HOME = home.feature((), lambda _, question: question, "")


async def menu(desk: Desk, language: str | None = None) -> list[str]:
    commands = await desk.application.bot.get_my_commands(language_code=language)
    return [command.description for command in commands]


def test_without_a_token_it_says_what_to_write(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN is empty: write the token"):
        build(settings.model_copy(update={"telegram_bot_token": None}), features=())


def test_the_way_to_telegram_is_that_of_the_settings(settings: Settings) -> None:
    chosen = settings.model_copy(
        update={
            "telegram_api_url": "https://bots.example.org/api",
            "https_proxy": SecretStr("socks5://10.0.0.1:1080"),
        },
    )
    bot = build(chosen, features=()).bot
    assert bot.base_url == f"https://bots.example.org/api/bot{TOKEN}"
    assert bot.base_file_url == f"https://bots.example.org/api/file/bot{TOKEN}"
    for request in bot._request:
        assert isinstance(request, HTTPXRequest)
        assert request._client_kwargs["proxy"] == "socks5://10.0.0.1:1080"


def test_a_server_without_https_is_reached_without_the_proxy(settings: Settings) -> None:
    chosen = settings.model_copy(
        update={
            "telegram_api_url": "http://127.0.0.1:8081",
            "https_proxy": SecretStr("http://10.0.0.1:3128"),
        },
    )
    request = build(chosen, features=()).bot.request
    assert isinstance(request, HTTPXRequest)
    assert request._client_kwargs["proxy"] is None


async def test_the_menu_is_set_in_every_language_and_by_default(open_desk: Open) -> None:
    desk = await open_desk([HOME])
    assert await menu(desk, "en") == ["What I do", "Examples of questions"]
    assert await menu(desk, "fr") == ["Ce que je fais", "Exemples de questions"]
    assert await menu(desk) == await menu(desk, "en")


async def test_a_menu_that_telegram_refuses_is_logged_and_no_more(
    open_desk: Open,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    real_call = LocalTelegram.call

    async def call(telegram: LocalTelegram, method: str, *rest: object) -> object:
        if method == "setMyCommands":
            raise Refusal(429, "Too Many Requests: retry after 5", {"retry_after": 5})
        return await real_call(telegram, method, *rest)  # type: ignore[arg-type] # handed through

    monkeypatch.setattr(LocalTelegram, "call", call)
    desk = await open_desk([HOME])
    assert desk.application.running
    refused = [record for record in caplog.records if record.name.endswith("menu")]
    assert [record.levelno for record in refused] == [logging.WARNING] * 6


def test_every_command_has_a_description_that_telegram_takes() -> None:
    for language in Texts(TEXTS).languages:
        for command in HOME.commands:
            assert 1 <= len(language.say(f"command-{command.name}")) <= 256


async def test_the_default_language_is_that_of_the_settings(open_desk: Open) -> None:
    desk = await open_desk([HOME], language="fr")
    assert await menu(desk) == ["Ce que je fais", "Exemples de questions"]


async def test_the_menu_of_groups_has_what_makes_sense_there(open_desk: Open) -> None:
    desk = await open_desk([HOME])
    groups = BotCommandScopeAllGroupChats()
    commands = await desk.application.bot.get_my_commands(groups, language_code="fr")
    assert [command.command for command in commands] == ["help"]
