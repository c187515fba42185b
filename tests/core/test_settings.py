"""The settings: what they read, what they refuse, and how they are explained."""

import os
from pathlib import Path

import pytest
from dotenv import dotenv_values

from assistant.core.texts import TEXTS
from assistant.settings import Settings, SettingsError

EXAMPLE = Path(__file__).parents[2] / ".env.example"
NAMES = {name.upper() for name in Settings.model_fields}


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in list(os.environ):
        if variable.upper() in NAMES:
            monkeypatch.delenv(variable)
    monkeypatch.chdir(tmp_path)


def refusal() -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    return caught.value.lines


def test_every_setting_is_in_the_example_and_nothing_else() -> None:
    assert set(dotenv_values(EXAMPLE)) == NAMES


def test_the_example_as_it_stands_has_the_defaults(tmp_path: Path) -> None:
    defaults = Settings.load()
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert Settings.load() == defaults


def test_every_setting_in_the_example_is_explained_right_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            assert lines[number - 1].startswith("# "), line


def test_what_can_be_spoken_by_default_has_texts() -> None:
    for path in TEXTS.iterdir():
        assert Settings(language=path.name).language == path.name  # type: ignore[arg-type] # names of folders are strings


def test_the_environment_goes_before_the_file_and_empty_means_default(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / ".env").write_text("LANGUAGE=fr\nLOG_LEVEL=debug\nUNKNOWN=1\n")
    monkeypatch.setenv("LOG_LEVEL", "warning")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    monkeypatch.setenv("https_proxy", "socks5://10.0.0.1:1080")
    settings = Settings.load()
    assert settings.language == "fr"
    assert settings.log_level == "WARNING"
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.https_proxy is not None
    assert settings.https_proxy.get_secret_value() == "socks5://10.0.0.1:1080"


def test_each_wrong_setting_has_one_line_that_says_what_to_write(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("OPEN_LOOKUP", "maybe")
    monkeypatch.setenv("ANSWERS_AT_ONCE", "0")
    monkeypatch.setenv("TELEGRAM_API_URL", "telegram")
    assert refusal() == (
        'TELEGRAM_API_URL cannot be "telegram": write the http(s) address of a Bot API server.',
        'LANGUAGE cannot be "de": write en or fr.',
        'OPEN_LOOKUP cannot be "maybe": write true or false.',
        'ANSWERS_AT_ONCE cannot be "0": write a whole number from 1 to 256.',
    )


def test_a_wrong_secret_is_named_but_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "12345 AAEhBP0av28")
    monkeypatch.setenv("HTTPS_PROXY", "ftp://officer:hunter2@proxy")
    token, proxy = refusal()
    assert token.startswith("TELEGRAM_BOT_TOKEN cannot be what it is now")
    assert proxy.startswith("HTTPS_PROXY cannot be what it is now")
    assert "AAEh" not in token
    assert "hunter2" not in proxy


def test_the_settings_never_show_their_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "12345:AAEhBP0av28")
    monkeypatch.setenv("HTTPS_PROXY", "http://officer:hunter2@proxy:3128")
    shown = repr(Settings.load())
    assert "telegram_bot_token" in shown
    assert "AAEh" not in shown
    assert "hunter2" not in shown


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("HELP_CONTACT=Büro".encode("latin-1"))
    assert refusal() == (".env is not UTF-8: save it as UTF-8 text.",)
