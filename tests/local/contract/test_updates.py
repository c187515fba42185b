"""getUpdates: order, confirmation, waiting, kinds, ids."""

import asyncio

import pytest

from assistant.core.clock import ManualClock
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from tests.local import sample
from tests.local.conftest import NOON
from tests.local.contract.conftest import BotApi
from tests.local.contract.refused import refused


async def test_updates_wait_until_a_later_offset_confirms_them(
    bot_api: BotApi, officer: Person
) -> None:
    for text in ("one", "two", "three"):
        await officer.write(text)
    updates = await bot_api("getUpdates")
    assert [update["message"]["text"] for update in updates] == ["one", "two", "three"]
    ids = [update["update_id"] for update in updates]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert await bot_api("getUpdates") == updates
    assert await bot_api("getUpdates", {"offset": ids[1]}) == updates[1:]
    assert await bot_api("getUpdates", {"offset": ids[0]}) == updates[1:]
    assert await bot_api("getUpdates", {"limit": 1}) == updates[1:2]


async def test_a_negative_offset_asks_for_the_last_ones(bot_api: BotApi, officer: Person) -> None:
    for text in ("one", "two", "three"):
        await officer.write(text)
    updates = await bot_api("getUpdates", {"offset": -1})
    assert [update["message"]["text"] for update in updates] == ["three"]
    assert await bot_api("getUpdates") == updates


async def test_at_most_a_hundred_come_at_once(bot_api: BotApi, officer: Person) -> None:
    for _ in range(101):
        await officer.write("x")
    assert len(await bot_api("getUpdates", {"limit": 500})) == 100


async def test_a_poll_returns_as_soon_as_something_happens(
    bot_api: BotApi, officer: Person
) -> None:
    poll = asyncio.create_task(bot_api("getUpdates", {"timeout": 50}))
    await asyncio.sleep(0)
    await officer.write("x")
    assert [update["message"]["text"] for update in await poll] == ["x"]


async def test_a_poll_in_vain_ends_after_its_timeout(bot_api: BotApi, clock: ManualClock) -> None:
    poll = asyncio.create_task(bot_api("getUpdates", {"timeout": 50}))
    await clock.advance(49)
    assert not poll.done()
    await clock.advance(1)
    assert await poll == []


async def test_a_second_poll_ends_the_first(bot_api: BotApi, officer: Person) -> None:
    first = asyncio.create_task(bot_api("getUpdates", {"timeout": 50}))
    await asyncio.sleep(0)
    second = asyncio.create_task(bot_api("getUpdates", {"timeout": 50}))
    with refused(
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    ):
        await first
    await officer.write("x")
    assert len(await second) == 1


async def test_only_the_kinds_asked_for_are_queued(bot_api: BotApi, officer: Person) -> None:
    await bot_api("getUpdates", {"allowed_updates": ["edited_message"]})
    message = await officer.write("one")
    await officer.edit(message, "two")
    (update,) = await bot_api("getUpdates")
    assert update["edited_message"]["text"] == "two"
    assert "edit_date" in update["edited_message"]
    await bot_api("getUpdates", {"allowed_updates": [], "offset": update["update_id"] + 1})
    await officer.write("three")
    assert len(await bot_api("getUpdates")) == 1


async def test_pending_updates_can_be_dropped(bot_api: BotApi, officer: Person) -> None:
    await officer.write("one")
    assert await bot_api("deleteWebhook") is True
    assert len(await bot_api("getUpdates")) == 1
    await bot_api("deleteWebhook", {"drop_pending_updates": True})
    assert await bot_api("getUpdates") == []


async def test_blocking_and_unblocking_is_told(bot_api: BotApi, officer: Person) -> None:
    await officer.block()
    await officer.unblock()
    changes = [update["my_chat_member"] for update in await bot_api("getUpdates")]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]
    assert [change["old_chat_member"]["status"] for change in changes] == ["member", "kicked"]


async def test_commands_are_marked_wherever_they_stand(bot_api: BotApi, officer: Person) -> None:
    await officer.write("🐘 /report@fieldline_local_bot and /help but no/path or /usr/bin")
    (update,) = await bot_api("getUpdates")
    assert update["message"]["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 27},
        {"type": "bot_command", "offset": 35, "length": 5},
    ]


async def test_ids_begin_at_the_milliseconds_of_the_clock(bot_api: BotApi, officer: Person) -> None:
    milliseconds = int(NOON.timestamp() * 1000)
    message = await officer.write("x")
    (update,) = await bot_api("getUpdates")
    assert message.id == update["message"]["message_id"] == milliseconds
    assert update["update_id"] == milliseconds
    sent = await bot_api("sendMessage", {"chat_id": officer.user.id, "text": "y"})
    assert sent["message_id"] == milliseconds + 1


async def test_a_later_run_gives_no_id_again_and_knows_the_same_people() -> None:
    ids: list[int] = []
    people: set[int] = set()
    for start in range(3):
        clock = ManualClock(NOON)
        await clock.advance(start)
        run = LocalTelegram(clock, token=sample.TOKEN)
        person = Person(run, "officer")
        people.add(person.user.id)
        ids.extend([(await person.write("x")).id for _ in range(500)])
    assert len(set(ids)) == 1500
    assert ids == sorted(ids)
    assert len(people) == 1


def test_a_token_that_is_none_is_not_taken(clock: ManualClock) -> None:
    with pytest.raises(ValueError, match="number:secret"):
        LocalTelegram(clock, token="secret")
