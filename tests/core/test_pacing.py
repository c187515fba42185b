"""How fast the bot writes, in simulated time."""

import asyncio
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from telegram import Update
from telegram.error import BadRequest, RetryAfter, TelegramError, TimedOut

from assistant.core.clock import ManualClock
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Feature, Route, Takes
from assistant.core.messaging.gate import Right
from assistant.core.messaging.pacing import Pacer
from assistant.local.person import Person
from tests.core.conftest import Open

GROUP = -100


class Street:
    """A pacer, and what passes it: when, and for which chat."""

    def __init__(self, **pacer: Any) -> None:
        self.clock = ManualClock(datetime(2026, 12, 3, tzinfo=UTC))
        self.pacer = Pacer(self.clock, **pacer)
        self.passed: list[tuple[float, int]] = []
        self.refusals: dict[int, list[TelegramError]] = {}
        self.latency = 0.0

    def send(self, chat: int | None, endpoint: str = "sendMessage") -> asyncio.Task[Any]:
        async def call(chat: int) -> bool:
            self.passed.append((round(self.clock.monotonic(), 6), chat))
            await self.clock.sleep(self.latency)
            if self.refusals.get(chat):
                raise self.refusals[chat].pop(0)
            return True

        data = {} if chat is None else {"chat_id": chat}
        request = self.pacer.process_request(call, (chat,), {}, endpoint, data, None)
        return asyncio.create_task(request)

    def moments(self, chat: int) -> list[float]:
        return [moment for moment, passed in self.passed if passed == chat]


async def test_messages_to_many_chats_are_evenly_spaced() -> None:
    street = Street(rate=20)
    for chat in range(1, 101):
        street.send(chat)
    await street.clock.advance(10)
    assert [chat for _, chat in street.passed] == list(range(1, 101))
    moments = [moment for moment, _ in street.passed]
    assert moments == pytest.approx([number / 20 for number in range(100)])


async def test_a_pause_is_not_made_up_for_by_a_burst() -> None:
    street = Street(rate=10)
    await street.clock.advance(100)
    for chat in (1, 2, 3):
        street.send(chat)
    await street.clock.advance(1)
    assert street.passed == [(100, 1), (100.1, 2), (100.2, 3)]


async def test_a_chat_gets_a_short_burst_and_then_one_message_a_second() -> None:
    street = Street(rate=1000)
    for _ in range(6):
        street.send(1)
    await street.clock.advance(10)
    assert street.moments(1) == pytest.approx([0, 0.001, 0.002, 1, 2, 3], abs=0.01)


async def test_a_busy_chat_does_not_slow_down_the_others() -> None:
    street = Street(rate=20)
    for _ in range(50):
        street.send(1)
    street.send(2)
    await street.clock.advance(0.2)
    assert len(street.moments(1)) == 3
    assert len(street.moments(2)) == 1


async def test_a_group_gets_twenty_messages_in_any_minute() -> None:
    street = Street(rate=1000)
    for _ in range(45):
        street.send(GROUP)
    await street.clock.advance(200)
    moments = street.moments(GROUP)
    assert len(moments) == 45
    assert all(
        later - earlier > 59.999 for earlier, later in zip(moments, moments[20:], strict=False)
    )
    assert moments[19] < 20
    assert moments[20] == pytest.approx(60)


@pytest.mark.parametrize(
    "endpoint",
    ["answerCallbackQuery", "answerInlineQuery", "getMe", "getChat", "sendChatAction"],
)
async def test_what_shows_no_message_waits_for_nobody(endpoint: str) -> None:
    street = Street(rate=1)
    chat = None if endpoint.startswith(("answer", "getMe")) else 1
    for _ in range(10):
        street.send(chat, endpoint)
    await street.clock.advance(0)
    assert [moment for moment, _ in street.passed] == [0] * 10


async def test_a_chat_rests_exactly_as_long_as_telegram_says_and_others_do_not() -> None:
    street = Street(rate=1000)
    street.refusals[1] = [RetryAfter(7)]
    first = street.send(1)
    await street.clock.advance(0.5)
    street.send(1)
    street.send(2)
    await street.clock.advance(30)
    assert street.moments(1) == pytest.approx([0, 7, 7.001], abs=0.01)
    assert street.moments(1)[1] == 7
    assert street.moments(2) == pytest.approx([0.5])
    assert await first is True


async def test_a_message_on_its_way_to_its_turn_is_halted_with_its_chat() -> None:
    street = Street(rate=1)
    street.latency = 0.5
    street.refusals[1] = [RetryAfter(10)]
    street.send(1)
    street.send(1)
    street.send(2)
    await street.clock.advance(30)
    assert [moment for moment in street.moments(1) if 0 < moment < 10.5] == []
    assert len(street.moments(1)) == 3
    assert street.moments(2)[0] < 3


async def test_when_a_second_chat_is_told_to_wait_all_rest() -> None:
    street = Street(rate=1000)
    street.refusals = {1: [RetryAfter(10)], 2: [RetryAfter(4)]}
    for chat in (1, 2):
        street.send(chat)
    await street.clock.advance(1)
    street.send(3)
    await street.clock.advance(30)
    assert street.moments(3) == pytest.approx([4], abs=0.01)
    assert street.moments(2)[1] >= 4
    assert street.moments(1)[1] == 10


async def test_a_second_chat_after_the_halt_of_the_first_rests_alone() -> None:
    street = Street(rate=1000)
    street.refusals = {1: [RetryAfter(2)], 2: [RetryAfter(4)]}
    street.send(1)
    await street.clock.advance(3)
    street.send(2)
    await street.clock.advance(1)
    street.send(3)
    await street.clock.advance(10)
    assert street.moments(3) == pytest.approx([4])


async def test_the_evenness_returns_after_a_halt_of_all() -> None:
    street = Street(rate=10)
    street.refusals = {1: [RetryAfter(5)], 2: [RetryAfter(5)]}
    for chat in range(1, 31):
        street.send(chat)
    await street.clock.advance(30)
    after = sorted(moment for moment, _ in street.passed if moment >= 5)
    assert len(after) == 30
    gaps = [later - earlier for earlier, later in pairwise(after)]
    assert min(gaps) == pytest.approx(0.1)


async def test_a_call_that_is_refused_three_times_is_given_up() -> None:
    street = Street()
    street.refusals[1] = [RetryAfter(1) for _ in range(5)]
    task = street.send(1)
    await street.clock.advance(30)
    assert isinstance(task.exception(), RetryAfter)
    assert len(street.passed) == 3


@pytest.mark.parametrize("error", [BadRequest("chat not found"), TimedOut()])
async def test_other_errors_are_not_tried_again(error: TelegramError) -> None:
    street = Street()
    street.refusals[1] = [error]
    task = street.send(1)
    await street.clock.advance(30)
    assert task.exception() is error
    assert len(street.passed) == 1


async def test_a_call_that_is_cancelled_while_it_waits_holds_up_nobody() -> None:
    street = Street(rate=1)
    street.send(1)
    waiting = street.send(1)
    street.send(2)
    await street.clock.advance(0)
    waiting.cancel()
    await street.clock.advance(10)
    assert street.moments(1) == [0]
    assert len(street.moments(2)) == 1


async def test_quiet_chats_are_forgotten_and_halted_ones_are_not() -> None:
    street = Street(rate=1000)
    street.refusals[1] = [RetryAfter(500)]
    for chat in range(1, 51):
        street.send(chat)
    await street.clock.advance(200)
    street.send(99)
    await street.clock.advance(1)
    assert set(street.pacer._chats) == {1, 99}
    await street.clock.advance(400)
    assert street.moments(1) == [0, 500]


async def test_who_waits_says_so_first() -> None:
    waiting: list[int] = []
    street = Street(rate=1, before_turn=lambda: waiting.append(1))
    for chat in (1, 2, 3):
        street.send(chat)
    street.send(1, "getChat")
    await street.clock.advance(0)
    assert waiting == [1, 1, 1]
    assert len(street.passed) == 2


async def test_the_answer_to_a_flooded_chat_comes_when_telegram_allows_it(open_desk: Open) -> None:
    async def echo(update: Update, context: Context) -> None:
        await context.reply(update, Card(f"{context.said} {desk.clock.monotonic():.0f}"))

    desk = await open_desk([Feature("echo", (Route(Takes.TEXT, Right.LOOK_UP, echo),))])
    officer = Person(desk.telegram, "officer")
    desk.telegram.flood(officer.user.id, 12)
    started = desk.clock.monotonic()
    await officer.write("ivory")
    await desk.answered()
    assert officer.screen[-1].text.startswith("ivory")
    waited = (officer.screen[-1].date - officer.screen[0].date).total_seconds()
    assert waited == 12
    assert desk.clock.monotonic() - started >= 12
