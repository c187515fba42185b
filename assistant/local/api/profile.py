"""What the bot tells about itself: its commands by scope and language, its descriptions."""

import re
from dataclasses import dataclass

from assistant.local.api.refusals import bad_request

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100
_COMMAND_TEXT = 256

# How Telegram names the limits of the description and of the short one is not published.
_TEXTS = {"description": 512, "short_description": 120}


@dataclass(frozen=True)
class Command:
    """A command in the bot's menu."""

    command: str
    description: str


class Profile:
    """The commands and descriptions that have been set."""

    def __init__(self) -> None:
        self._commands: dict[tuple[str, str], tuple[Command, ...]] = {}
        self._texts: dict[tuple[str, str], str] = {}

    def set_commands(self, commands: object, scope: str, language: str) -> None:
        """Set the commands of a scope in a language ("" for every other language).

        Raises:
            Refusal: if there are too many, or one is not as commands must be.
        """
        if not isinstance(commands, list):
            raise bad_request("can't parse BotCommand: expected an Array of Object")
        if len(commands) > _MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self._commands[scope, language] = tuple(_command(command) for command in commands)

    def delete_commands(self, scope: str, language: str) -> None:
        """Take the commands of a scope and language back."""
        self._commands.pop((scope, language), None)

    def commands(self, scope: str, language: str) -> tuple[Command, ...]:
        """Return what was set for exactly this scope and language."""
        return self._commands.get((scope, language), ())

    def set_text(self, kind: str, text: str, language: str) -> None:
        """Set the "description" or "short_description" of a language.

        Raises:
            Refusal: if it is too long.
        """
        if len(text) > _TEXTS[kind]:
            raise bad_request(f"{kind.replace('_', ' ')} is too long")
        self._texts[kind, language] = text

    def text(self, kind: str, language: str) -> str:
        """Return the text of a language, or of every other language."""
        return self._texts.get((kind, language)) or self._texts.get((kind, ""), "")


def _command(command: object) -> Command:
    fields = command if isinstance(command, dict) else {}
    name = str(fields.get("command", "")).removeprefix("/")
    description = str(fields.get("description", ""))
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= _COMMAND_TEXT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return Command(name, description)
