"""`check`: whether settings, data folder, knowledge base and Telegram are as they should be."""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from telegram.error import TelegramError

from assistant.application import build
from assistant.core.logs import mask
from assistant.core.texts import Language, Texts
from assistant.settings import Settings
from assistant.verbs.base import BaseUnusableError, open_base


@dataclass(frozen=True)
class Finding:
    """One line of the check; `wrong` lines make it fail."""

    line: str
    wrong: bool = False


def check(settings: Settings, language: Language, texts: Texts) -> int:
    """Print what was found; return 0, or 1 where something is wrong."""
    wrong = 0
    for finding in _findings(settings, language, texts):
        wrong += finding.wrong
        print(("✗ " if finding.wrong else "✓ ") + finding.line)
    if wrong:
        print(language.say("verbs-check-failed", count=wrong))
    return 1 if wrong else 0


def _findings(settings: Settings, language: Language, texts: Texts) -> Iterator[Finding]:
    yield Finding(language.say("verbs-check-settings"))
    yield _folder(settings, language)
    yield _base(settings, language)
    yield from _texts(language, texts)
    if settings.telegram_bot_token is None:
        yield Finding(language.say("verbs-check-no-token"))
    else:
        yield from asyncio.run(_telegram(settings, language))


def _folder(settings: Settings, language: Language) -> Finding:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as problem:
        said = problem.strerror or "?"
        line = language.say("verbs-bad-folder", folder=str(folder), problem=said)
        return Finding(line, wrong=True)
    return Finding(language.say("verbs-check-folder", folder=str(folder)))


def _base(settings: Settings, language: Language) -> Finding:
    try:
        base = open_base(settings, language)
    except BaseUnusableError as problem:
        return Finding(str(problem), wrong=True)
    date = base.as_of.isoformat()
    return Finding(language.say("verbs-check-base", entries=str(len(base.ids)), date=date))


def _texts(language: Language, texts: Texts) -> Iterator[Finding]:
    for problem in texts.problems():
        yield Finding(language.say("verbs-check-text-problem", problem=problem), wrong=True)
    codes = ", ".join(one.code for one in texts.languages)
    yield Finding(language.say("verbs-check-texts", languages=codes))


async def _telegram(settings: Settings, language: Language) -> list[Finding]:
    """Ask Telegram who we are; what is switched off there is told, and fails nothing."""
    application = build(settings, features=())
    try:
        async with application.bot as bot:
            me = await bot.get_me()
    except TelegramError as problem:
        line = language.say(
            "verbs-check-telegram-failed",
            server=settings.telegram_api_url,
            problem=mask(problem.message),  # PTB names the token that was refused
        )
        return [Finding(line, wrong=True)]
    name = me.username or str(me.id)
    found = [Finding(language.say("verbs-check-telegram", name=name))]
    if not me.supports_inline_queries:
        found.append(Finding(language.say("verbs-check-inline-off", name=name)))
    if me.can_read_all_group_messages:
        found.append(Finding(language.say("verbs-check-privacy-off")))
    return found
