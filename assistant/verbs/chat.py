"""`chat`: the whole assistant in this terminal, with a Telegram of our own behind it."""

import asyncio
import sys

from pydantic import SecretStr

from assistant.application import build
from assistant.core.clock import SystemClock
from assistant.core.texts import Language
from assistant.local.api.telegram import LocalTelegram
from assistant.local.terminal.chat import chat as talk
from assistant.local.terminal.chat import default_people
from assistant.local.transport import LocalRequest
from assistant.settings import Settings
from assistant.verbs.base import open_living

# Known to nobody else: the local Telegram asks for it and never leaves this process.
LOCAL_TOKEN = "1:local"  # noqa: S105 - opens nothing


def chat(settings: Settings, language: Language) -> int:
    """Talk until the input ends; return the exit code."""
    base = open_living(settings, language)
    local = settings.model_copy(update={"telegram_bot_token": SecretStr(LOCAL_TOKEN)})
    clock = SystemClock()
    telegram = LocalTelegram(clock, token=LOCAL_TOKEN)
    application = build(local, base=base, request=LocalRequest(telegram), clock=clock)
    asyncio.run(
        talk(
            application,
            telegram,
            stdin=sys.stdin.buffer,
            stdout=sys.stdout,
            color=sys.stdout.isatty(),
            people=default_people(telegram, language.code),
            folder=settings.data_dir / "chat",
            say=language.say,
        )
    )
    return 0
