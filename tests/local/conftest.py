"""What the tests of the local Telegram start from."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from assistant.core.clock import ManualClock
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import AnyApplication, running
from tests.local import sample

NOON = datetime(2026, 6, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def telegram(clock: ManualClock) -> LocalTelegram:
    return LocalTelegram(clock, token=sample.TOKEN)


@pytest.fixture
def officer(telegram: LocalTelegram) -> Person:
    return Person(telegram, "officer", language_code="fr", started=True)


@pytest.fixture
async def application(telegram: LocalTelegram) -> AsyncIterator[AnyApplication]:
    """The sample bot, running."""
    built = sample.build(telegram)
    async with running(built):
        yield built
