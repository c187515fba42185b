"""`check`: each line tells one thing, and the exit code whether all is well."""

import socket
from pathlib import Path

import pytest

from tests.verbs.conftest import TOKEN, BotApi, Program


def test_when_all_is_well_each_thing_has_a_line(program: Program) -> None:
    ended = program.run("check")
    assert (ended.code, ended.err) == (0, "")
    settings, folder, base, texts, telegram = ended.out.splitlines()
    assert settings == "✓ settings: fine"
    assert folder == f"✓ data folder {program.environment['DATA_DIR']}: can be written"
    assert base.startswith("✓ knowledge base: 52")
    assert texts == "✓ texts: en, fr"
    assert telegram == "✓ Telegram: no token, so the chat in the terminal"


def test_it_speaks_the_language_of_the_settings(program: Program) -> None:
    assert program.run("check", LANGUAGE="fr").out.startswith("✓ réglages : corrects\n")


def test_a_data_folder_that_is_a_file_is_wrong(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    ended = program.run("check", DATA_DIR=str(file))
    assert ended.code == 1
    wrong = [line for line in ended.out.splitlines() if line.startswith("✗ ")]
    assert len(wrong) == 2
    assert all(f"The folder {file} cannot be written: " in line for line in wrong)
    assert ended.out.endswith("\n2 things are wrong.\n")


def test_a_setting_that_cannot_be_used_is_told_with_what_to_write(program: Program) -> None:
    ended = program.run("check", LANGUAGE="elvish", ANSWERS_AT_ONCE="0")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines() == [
        'LANGUAGE cannot be "elvish": write en or fr.',
        'ANSWERS_AT_ONCE cannot be "0": write a whole number from 1 to 256.',
    ]


def test_a_token_that_telegram_knows_is_told_with_the_bots_name(
    program: Program, bot_api: BotApi
) -> None:
    ended = program.run("check", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=bot_api.url)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[4:] == ["✓ Telegram: @fieldline_bot answers"]
    assert set(bot_api.asked) == {f"/bot{TOKEN}/getMe"}


def test_what_is_switched_off_at_botfather_is_told_and_fails_nothing(
    program: Program, bot_api: BotApi
) -> None:
    bot_api.result |= {"supports_inline_queries": False, "can_read_all_group_messages": True}
    ended = program.run("check", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=bot_api.url)
    assert ended.code == 0
    _, inline, privacy = ended.out.splitlines()[4:]
    assert "inline mode is off; switch it on at @BotFather with /setinline" in inline
    assert "group privacy is off" in privacy


@pytest.mark.parametrize("verb", ["check", "run"])
def test_a_token_that_telegram_refuses_is_wrong_and_is_not_shown(
    program: Program, bot_api: BotApi, verb: str
) -> None:
    bot_api.status = 401
    ended = program.run(verb, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=bot_api.url)
    assert ended.code == 1
    said = ended.out + ended.err
    assert f"Telegram: {bot_api.url} does not answer for this token: " in said
    assert TOKEN.partition(":")[2] not in said


@pytest.mark.parametrize("verb", ["check", "run"])
def test_a_telegram_that_cannot_be_reached_is_wrong(program: Program, verb: str) -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # taken, so nobody else can come to listen there
        nowhere = f"http://127.0.0.1:{bound.getsockname()[1]}"
        ended = program.run(verb, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=nowhere)
    assert ended.code == 1
    said = ended.out + ended.err
    assert f"Telegram: {nowhere} does not answer for this token: " in said
    assert TOKEN.partition(":")[2] not in said
