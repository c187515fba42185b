"""Running an application and settling: what is waited for, and what is not."""

import asyncio
import logging

import pytest

from assistant.core.clock import ManualClock
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import AnyApplication, running, settle
from tests.local import sample


@pytest.mark.parametrize("updates_at_once", [1, 8])
@pytest.mark.parametrize("command", ["/wait", "/later"])
async def test_settle_waits_for_answers_that_take_long(
    telegram: LocalTelegram, officer: Person, command: str, updates_at_once: int
) -> None:
    application = sample.build(telegram, updates_at_once=updates_at_once)
    async with running(application):
        await officer.write(command)
        settled = asyncio.create_task(settle(application, telegram))
        await application.bot_data["begun"].wait()
        for _ in range(50):
            await asyncio.sleep(0)
        early = settled.done()
        application.bot_data["gate"].set()
        await settled
        assert not early
        assert [message.text for message in officer.screen] == [command, "Now."]


async def test_settle_waits_for_everything_that_came_before(
    application: AnyApplication, telegram: LocalTelegram, officer: Person
) -> None:
    for number in range(150):
        await officer.write(f"message {number}")
    await settle(application, telegram)
    answers = [message for message in officer.screen if message.sender != officer.user.id]
    assert len(answers) == 150


async def test_settle_returns_when_an_answer_failed(
    application: AnyApplication,
    telegram: LocalTelegram,
    officer: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.CRITICAL):
        await officer.write("/fail")
        await settle(application, telegram)
    assert [message.text for message in officer.screen] == ["/fail"]


async def test_settle_returns_when_there_is_nothing_to_wait_for(
    application: AnyApplication, telegram: LocalTelegram
) -> None:
    await settle(application, telegram)


async def test_settle_tells_when_nothing_would_ever_be_answered(
    telegram: LocalTelegram, officer: Person
) -> None:
    await officer.write("x")
    with pytest.raises(RuntimeError, match="running application"):
        await settle(sample.build(telegram), telegram)


async def test_answers_come_slowly_from_a_slow_telegram(
    application: AnyApplication, telegram: LocalTelegram, officer: Person, clock: ManualClock
) -> None:
    telegram.latency = 4.0
    await officer.write("x")
    settled = asyncio.create_task(settle(application, telegram))
    await clock.advance(1.9)
    assert len(officer.screen) == 1
    await clock.advance(0.2)
    assert len(officer.screen) == 2
    assert not settled.done()
    await clock.advance(2)
    await settled


async def test_what_waited_while_the_bot_was_off_is_answered_after_its_start(
    telegram: LocalTelegram, officer: Person
) -> None:
    async with running(sample.build(telegram)):
        pass
    await officer.write("while you were away")
    application = sample.build(telegram)
    async with running(application):
        await settle(application, telegram)
    assert officer.screen[-1].text == "You wrote: while you were away"


async def test_running_calls_what_run_polling_calls(telegram: LocalTelegram) -> None:
    application = sample.build(telegram)
    called: list[str] = []

    def noting(name: str) -> "object":
        async def note(_application: AnyApplication) -> None:
            called.append(name)

        return note

    for name in ("post_init", "post_stop", "post_shutdown"):
        setattr(application, name, noting(name))
    async with running(application):
        called.append("running")
    assert called == ["post_init", "running", "post_stop", "post_shutdown"]
    assert not application.running
