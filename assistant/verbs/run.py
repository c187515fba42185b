"""`run`: on Telegram when there is a token, else in this terminal."""

import os
import stat
import sys

from telegram import Update
from telegram.error import TelegramError

from assistant.application import build
from assistant.core.logs import mask, set_up_logs
from assistant.core.texts import Language
from assistant.settings import Settings
from assistant.verbs.base import open_living
from assistant.verbs.chat import chat


def run(settings: Settings, language: Language, *, telegram: bool) -> int:
    """Run until stopped; return the exit code.

    It is 1 where Telegram cannot be reached or refuses the token, 2 where there is nothing to
    run on.
    """
    if settings.telegram_bot_token is not None:
        return _on_telegram(settings, language)
    if telegram:
        return _refuse(language.say("verbs-no-token"))
    if not _has_input():
        return _refuse(language.say("verbs-no-input"))
    return chat(settings, language)


def _on_telegram(settings: Settings, language: Language) -> int:
    set_up_logs(settings)
    application = build(settings, base=open_living(settings, language))
    try:
        application.run_polling(allowed_updates=Update.ALL_TYPES)
    except TelegramError as problem:
        line = language.say(
            "verbs-check-telegram-failed",
            server=settings.telegram_api_url,
            problem=mask(problem.message),  # PTB names the token that was refused
        )
        sys.stderr.write(line + "\n")
        return 1
    return 0


def _has_input() -> bool:
    """Tell whether standard input is a terminal, a pipe or a file; the null device is neither."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return sys.stdin.isatty() or not stat.S_ISCHR(mode)


def _refuse(line: str) -> int:
    sys.stderr.write(line + "\n")
    return 2
