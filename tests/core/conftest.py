"""The real application over the local Telegram, in simulated time."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from telegram.request import RequestData

from assistant.application import build
from assistant.core.clock import ManualClock
from assistant.core.messaging.feature import Feature
from assistant.core.texts import TEXTS, Language, Texts
from assistant.local.api.messages import Message
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import AnyApplication, running, settle
from assistant.local.transport import LocalRequest
from assistant.settings import Settings

TOKEN = "4200:local"
START = datetime(2026, 12, 3, 6, 22, tzinfo=UTC)


class Recorder(LocalRequest):
    """The way to the local Telegram that also notes every call."""

    def __init__(self, telegram: LocalTelegram) -> None:
        super().__init__(telegram)
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **more_timeouts: Any,
    ) -> tuple[int, bytes]:
        self.calls.append((url.rpartition("/")[2], request_data.parameters if request_data else {}))
        return await super().do_request(url, method, request_data, *timeouts, **more_timeouts)

    def made(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of all calls of a method, oldest first."""
        return [parameters for name, parameters in self.calls if name == method]


@dataclass(frozen=True)
class Desk:
    """A running application, its Telegram, and the clock of both."""

    application: AnyApplication
    telegram: LocalTelegram
    request: Recorder
    clock: ManualClock

    async def answered(self) -> None:
        """Move the clock on until everything that people did has been answered."""
        settled = asyncio.create_task(settle(self.application, self.telegram))
        while not settled.done():
            await self.clock.advance(1)
        await settled

    async def ask(self, person: Person, text: str) -> Message:
        """Write for somebody and return the newest message on their screen."""
        await person.write(text)
        await self.answered()
        return person.screen[-1]


Open = Callable[..., Coroutine[Any, Any, Desk]]


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """Return settings that know nothing of this machine's environment."""
    for variable in list(os.environ):
        if variable.lower() in Settings.model_fields:
            monkeypatch.delenv(variable)
    monkeypatch.chdir(tmp_path)
    return Settings(telegram_bot_token=SecretStr(TOKEN))


@pytest.fixture
async def open_desk(settings: Settings) -> AsyncIterator[Open]:
    """Return what starts an application with features and settings of the test's choice."""
    async with AsyncExitStack() as desks:

        async def start(features: Sequence[Feature], **changed: Any) -> Desk:
            clock = ManualClock(START)
            telegram = LocalTelegram(clock, token=TOKEN)
            request = Recorder(telegram)
            chosen = settings.model_copy(update=changed)
            application = build(chosen, request=request, clock=clock, features=features)
            await desks.enter_async_context(running(application))
            return Desk(application, telegram, request, clock)

        yield start


@pytest.fixture(scope="session")
def english() -> Language:
    """Return what the product says in English."""
    return Texts(TEXTS).language("en")
