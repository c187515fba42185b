"""Stopping soon, whatever still waits."""

import asyncio

import pytest
from telegram import Update

from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Feature, Route, Takes
from assistant.core.messaging.gate import Right
from assistant.core.messaging.stopping import GRACE_SECONDS
from assistant.local.person import Person
from tests.core.conftest import Desk, Open


async def echo(update: Update, context: Context) -> None:
    await context.reply(update, Card(context.said))


ECHO = Feature("echo", (Route(Takes.TEXT, Right.LOOK_UP, echo),))


async def stop(desk: Desk) -> float:
    """Stop the application; return how many simulated seconds it took."""
    await desk.telegram.state.updates.all_confirmed()
    began = desk.clock.monotonic()
    stopping = asyncio.create_task(desk.application.stop())
    while not stopping.done():
        await desk.clock.advance(0.25)
    await stopping
    took = desk.clock.monotonic() - began
    await desk.application.start()  # the fixture stops it at its end
    return took


async def test_what_can_be_answered_in_the_grace_is(open_desk: Open) -> None:
    desk = await open_desk([ECHO])
    officer = Person(desk.telegram, "officer")
    for number in range(5):
        await officer.write(f"question {number}")
    assert await stop(desk) < GRACE_SECONDS
    answers = [message.text for message in officer.screen[5:]]
    assert answers == [f"question {number}" for number in range(5)]


async def test_a_halted_chat_does_not_hold_up_the_end(
    open_desk: Open,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk = await open_desk([ECHO])
    officer, other = Person(desk.telegram, "officer"), Person(desk.telegram, "other")
    desk.telegram.flood(officer.user.id, 3600)
    for number in range(30):
        await officer.write(f"question {number}")
    await other.write("ivory")
    assert await stop(desk) == pytest.approx(GRACE_SECONDS, abs=0.5)
    assert other.screen[-1].text == "ivory"
    assert len(officer.screen) == 30
    assert "30 updates were left unanswered" in caplog.text
