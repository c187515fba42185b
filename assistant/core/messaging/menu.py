"""The menu of commands that Telegram shows beside the line where people write."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from assistant.core.messaging.feature import Feature
from assistant.core.texts import Language, Texts

_log = logging.getLogger(__name__)


async def show_menu(bot: Bot, features: Sequence[Feature], texts: Texts) -> None:
    """Give Telegram the commands of all features in every language.

    A failure is logged and no more: people who know a command can do without its description.
    """
    menus: list[tuple[Language, dict[str, Any]]] = [(texts.default, {})]
    menus += [(language, {"language_code": language.code}) for language in texts.languages]
    for language, scope in menus:
        commands = [
            BotCommand(command.name, language.say(f"command-{command.name}"))
            for feature in features
            for command in feature.commands
        ]
        try:
            await bot.set_my_commands(commands, **scope)
        except TelegramError as error:
            _log.warning("the menu of commands (%s) could not be set: %s", language.code, error)
