"""Pauses that Telegram orders (429), and slow answers, both counted by the clock."""

import asyncio

from assistant.core.clock import ManualClock
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused


async def test_a_flooded_chat_is_refused_until_its_pause_is_over(
    bot_api: BotApi, telegram: LocalTelegram, officer: Person, clock: ManualClock
) -> None:
    other = Person(telegram, "coordinator", started=True)
    telegram.flood(officer.user.id, 7)
    to_officer = {"chat_id": officer.user.id, "text": "x"}
    with refused(429, "Too Many Requests: retry after 7") as raised:
        await bot_api("sendMessage", to_officer)
    assert raised.value.parameters == {"retry_after": 7}
    await bot_api("sendMessage", {"chat_id": other.user.id, "text": "x"})
    await clock.advance(4.5)
    with refused(429, "Too Many Requests: retry after 3"):
        await bot_api("sendMessage", to_officer)
    await clock.advance(2.5)
    await bot_api("sendMessage", to_officer)
    assert len(officer.screen) == len(other.screen) == 1


async def test_a_pause_for_everything_spares_only_the_updates(
    bot_api: BotApi, telegram: LocalTelegram, officer: Person
) -> None:
    telegram.flood(None, 3)
    await officer.write("x")
    assert len(await bot_api("getUpdates")) == 1
    for method in ("getMe", "sendMessage"):
        with refused(429, "Too Many Requests: retry after 3"):
            await bot_api(method, {"chat_id": officer.user.id, "text": "x"})


async def test_a_slow_call_takes_effect_half_way(
    bot_api: BotApi, telegram: LocalTelegram, officer: Person, clock: ManualClock
) -> None:
    telegram.latency = 2.0
    call = asyncio.create_task(
        bot_api("sendMessage", {"chat_id": officer.user.id, "text": "x"}),
    )
    await clock.advance(0.9)
    assert not officer.screen
    await clock.advance(0.2)
    assert len(officer.screen) == 1
    assert not call.done()
    await clock.advance(0.9)
    assert (await call)["text"] == "x"
