"""The menu of commands that Telegram shows beside the line where people write."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from assistant.core.messaging.feature import Command, Feature
from assistant.core.texts import Language, Texts

_log = logging.getLogger(__name__)

_GROUPS = BotCommandScopeAllGroupChats()


async def show_menu(bot: Bot, features: Sequence[Feature], texts: Texts) -> None:
    """Give Telegram the commands of all features, in every language, and the fewer of groups.

    A failure is logged and no more: people who know a command can do without its description.
    """
    commands = [command for feature in features for command in feature.commands]
    of_groups = [command for command in commands if command.in_groups]
    menus: list[tuple[Language, dict[str, Any]]] = [(texts.default, {})]
    menus += [(language, {"language_code": language.code}) for language in texts.languages]
    for language, tongue in menus:
        for shown, place in ((commands, BotCommandScopeDefault()), (of_groups, _GROUPS)):
            try:
                await bot.set_my_commands(_described(shown, language), place, **tongue)
            except TelegramError as error:
                _log.warning("the menu of commands (%s) could not be set: %s", language.code, error)


def _described(commands: Sequence[Command], language: Language) -> list[BotCommand]:
    return [
        BotCommand(command.name, language.say(f"command-{command.name}")) for command in commands
    ]
