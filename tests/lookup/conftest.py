"""The whole assistant over the local Telegram with the real knowledge base, and an officer."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from pydantic import SecretStr

from assistant.application import build
from assistant.core.clock import ManualClock
from assistant.core.texts import TEXTS, Texts
from assistant.local.api.messages import Message
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import AnyApplication, running, settle
from assistant.settings import Settings
from knowledge import Knowledge, Living
from tests.core.conftest import START, TOKEN, Recorder

# After it the pacer lets the next answer go at once.
PAUSE = 5.0
# Real seconds after which an answer is taken to wait for the clock and not for a thread.
STANDSTILL = 0.5
PHASES: tuple[Literal["setup", "call", "teardown"], ...] = ("setup", "call", "teardown")


@dataclass(frozen=True)
class Assistant:
    """The running assistant, its Telegram, and the clock of both."""

    application: AnyApplication
    telegram: LocalTelegram
    request: Recorder
    clock: ManualClock

    async def answered(self) -> None:
        """Wait until everything that people did has been answered.

        Questions are worked out in threads, so time stands still while they are: a clock that
        ran on would let taps and inline queries grow too old for the machine's own reasons. It
        is moved where an answer waits for its turn, which nothing else would ever end.
        """
        settled = asyncio.create_task(settle(self.application, self.telegram))
        while not (await asyncio.wait({settled}, timeout=STANDSTILL))[0]:
            await self.clock.advance(1)
        await settled
        await self.clock.advance(PAUSE)

    async def ask(self, person: Person, text: str, chat: int | None = None) -> Message:
        """Write for somebody; return the one message that answers it."""
        await person.write(text, chat=chat)
        return await self.answer(person, chat)

    async def answer(self, person: Person, chat: int | None = None) -> Message:
        """Return the one message that answers the newest thing a person did."""
        before = person.look(person.user.id if chat is None else chat)
        await self.answered()
        after = person.look(person.user.id if chat is None else chat)
        (answer,) = after[len(before) :]
        assert answer.sender == self.application.bot.id
        return answer

    async def tap(self, person: Person, button: str | int, on: Message | None = None) -> None:
        """Tap for somebody and wait for what comes of it."""
        await person.tap(button, on)
        await self.answered()


Open = Callable[..., Coroutine[Any, Any, Assistant]]


@asynccontextmanager
async def opened(
    base: Knowledge | Living, telegram: LocalTelegram, clock: ManualClock, **changed: Any
) -> AsyncIterator[Assistant]:
    """Start an assistant with settings of the test's choice; stop it at the end."""
    # Without reading this machine's environment.
    settings = Settings.model_construct(telegram_bot_token=SecretStr(TOKEN), **changed)
    request = Recorder(telegram)
    application = build(settings, base=base, request=request, clock=clock)
    async with running(application):
        yield Assistant(application, telegram, request, clock)


@pytest.fixture
def clock() -> ManualClock:
    """The clock of the assistant and its Telegram; it stands still unless it is moved."""
    return ManualClock(START)


@pytest.fixture
def telegram(clock: ManualClock) -> LocalTelegram:
    """Where the officers and the assistant meet."""
    return LocalTelegram(clock, token=TOKEN)


@pytest.fixture(autouse=True)
def _nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which anything was logged as going wrong, as the error handler does."""
    yield
    logged = [record for phase in PHASES for record in caplog.get_records(phase)]
    assert [record.getMessage() for record in logged if record.levelno >= logging.WARNING] == []


@pytest.fixture
async def open_assistant(
    base: Knowledge, telegram: LocalTelegram, clock: ManualClock
) -> AsyncIterator[Open]:
    """Return what starts the assistant with settings of the test's choice."""
    async with AsyncExitStack() as open_ones:

        async def start(**changed: Any) -> Assistant:
            return await open_ones.enter_async_context(opened(base, telegram, clock, **changed))

        yield start


@pytest.fixture
async def assistant(open_assistant: Open) -> Assistant:
    """The assistant with the settings that it has when nobody changes any."""
    return await open_assistant()


@pytest.fixture
def officer(telegram: LocalTelegram) -> Person:
    """An officer whose phone speaks English."""
    return Person(telegram, "officer")


@pytest.fixture(scope="session")
def texts() -> Texts:
    """What the product says."""
    return Texts(TEXTS)
