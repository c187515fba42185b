"""The clock that a test moves by hand."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from assistant.core.clock import ManualClock, SystemClock

START = datetime(2026, 12, 3, 6, 22, tzinfo=UTC)


async def test_sleepers_wake_in_the_order_of_their_moments() -> None:
    clock = ManualClock(START)
    woken: list[tuple[str, float]] = []

    async def sleeper(name: str, seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append((name, clock.monotonic()))

    tasks = [asyncio.create_task(sleeper(*case)) for case in [("b", 2), ("a", 1), ("c", 2)]]
    await clock.advance(1.5)
    assert woken == [("a", 1)]
    await clock.advance(10)
    assert woken == [("a", 1), ("b", 2), ("c", 2)]
    assert clock.now() == START + timedelta(seconds=11.5)
    await asyncio.gather(*tasks)


async def test_what_a_woken_task_waits_for_counts_from_its_waking() -> None:
    clock = ManualClock(START)
    moments: list[float] = []

    async def ticking() -> None:
        for _ in range(3):
            await clock.sleep(1)
            moments.append(clock.monotonic())

    task = asyncio.create_task(ticking())
    await clock.advance(10)
    assert moments == [1, 2, 3]
    await task


async def test_a_cancelled_sleeper_does_not_hold_up_the_others() -> None:
    clock = ManualClock(START)
    cancelled = asyncio.create_task(clock.sleep(1))
    other = asyncio.create_task(clock.sleep(2))
    await clock.advance(0)
    cancelled.cancel()
    await clock.advance(2)
    assert cancelled.cancelled()
    assert other.done()


async def test_the_clock_refuses_to_go_back_or_to_start_without_a_zone() -> None:
    with pytest.raises(ValueError, match="moved back"):
        await ManualClock(START).advance(-1)
    with pytest.raises(ValueError, match="aware"):
        ManualClock(START.replace(tzinfo=None))


def test_the_clock_of_the_system_tells_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)
