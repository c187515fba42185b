"""The settings of the program: the only reader of the environment and of `.env`."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)


class SettingsError(Exception):
    """Settings that cannot be used; `lines` has one sentence for each, without any secret."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def _token(token: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError("this is not a token")
    return token


def _server(address: str) -> str:
    _check_address(address, "http", "https")
    return address.rstrip("/")


def _proxy(address: SecretStr) -> SecretStr:
    _check_address(address.get_secret_value(), "http", "https", "socks5")
    return address


def _check_address(address: str, *schemes: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in schemes or not parts.hostname:
        raise ValueError("this is not such an address")


def _country(code: str) -> str:
    if code and not _COUNTRY.fullmatch(code):
        raise ValueError("this is not a country code")
    return code


_UPPER = BeforeValidator(lambda value: value.upper() if isinstance(value, str) else value)
_LOWER = BeforeValidator(lambda value: value.lower() if isinstance(value, str) else value)


class Settings(BaseSettings):
    """All settings, each described by what to write for it.

    A setting is the environment variable, or the line of `.env`, with the field's name in
    capitals; the environment wins. What is empty has its default, what is unknown is ignored.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        str_strip_whitespace=True,
    )

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        default=None,
        description="the token from @BotFather: digits, a colon, letters and digits",
    )
    telegram_api_url: Annotated[str, AfterValidator(_server)] = Field(
        default="https://api.telegram.org",
        description="the http(s) address of a Bot API server",
    )
    https_proxy: Annotated[SecretStr, AfterValidator(_proxy)] | None = Field(
        default=None,
        description="the address of a proxy that begins with http://, https:// or socks5://",
    )
    data_dir: Path = Field(default=Path("var"), description="the path of a folder")
    language: Annotated[Literal["en", "fr"], _LOWER] = Field(default="en", description="en or fr")
    open_lookup: bool = Field(default=True, description="true or false")
    help_contact: str = Field(default="", description="a name, an @name or an address, on one line")
    country: Annotated[str, _UPPER, AfterValidator(_country)] = Field(
        default="",
        description="the two letters of ISO 3166, such as CN",
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], _UPPER] = Field(
        default="INFO",
        description="DEBUG, INFO, WARNING or ERROR",
    )
    log_format: Annotated[Literal["text", "json"], _LOWER] = Field(
        default="text",
        description="text or json",
    )
    answers_at_once: int = Field(
        default=8, ge=1, le=256, description="a whole number from 1 to 256"
    )

    @classmethod
    def load(cls) -> Self:
        """Read the environment and the file `.env` of the working directory, if it is there.

        Raises SettingsError if a setting cannot be used.
        """
        try:
            return cls()
        except ValidationError as error:
            inputs = {str(detail["loc"][0]): detail["input"] for detail in error.errors()}
        except UnicodeDecodeError:
            raise SettingsError((".env is not UTF-8: save it as UTF-8 text.",)) from None
        # Outside the handler: pydantic's error shows what was given, also a secret.
        raise SettingsError(tuple(_complaint(name, given) for name, given in inputs.items()))


def _complaint(name: str, given: object) -> str:
    field = Settings.model_fields[name]
    is_secret = _holds_secret(field.annotation)
    shown = "what it is now (it is secret and not shown)" if is_secret else f'"{given}"'
    return f"{name.upper()} cannot be {shown}: write {field.description}."


def _holds_secret(annotation: object) -> bool:
    return annotation is SecretStr or any(map(_holds_secret, get_args(annotation)))
