"""In which order updates are answered, and how many at once."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User

from assistant.core.messaging.lanes import Lanes

DATE = datetime(2026, 12, 3, tzinfo=UTC)


def message(number: int, chat: int, **content: Any) -> Update:
    user = User(chat, "officer", is_bot=False)
    return Update(number, message=Message(number, DATE, Chat(chat, "private"), user, **content))


def inline(number: int, person: int) -> Update:
    query = InlineQuery(str(number), User(person, "officer", is_bot=False), "", "")
    return Update(number, inline_query=query)


class Bench:
    """Lanes with updates in them, each answered when the test lets it."""

    def __init__(self, slots: int) -> None:
        self.lanes = Lanes(slots)
        self.begun: list[int] = []
        self.ended: list[int] = []
        self._gates: dict[int, asyncio.Event] = {}
        self._tasks: list[asyncio.Task[None]] = []

    def queue(self, update: Update) -> asyncio.Task[None]:
        gate = self._gates.setdefault(update.update_id, asyncio.Event())
        work = self.lanes.process_update(update, self._answer(update.update_id, gate))
        self._tasks.append(asyncio.create_task(work))
        return self._tasks[-1]

    async def let_end(self, *numbers: int) -> None:
        for number in numbers:
            self._gates[number].set()
            await self.turn()

    async def let_all_end(self) -> None:
        for gate in self._gates.values():
            gate.set()
        await asyncio.gather(*self._tasks)

    async def turn(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    async def _answer(self, number: int, gate: asyncio.Event) -> None:
        self.begun.append(number)
        await gate.wait()
        self.ended.append(number)


async def test_the_updates_of_a_chat_are_answered_strictly_one_after_another() -> None:
    bench = Bench(slots=8)
    for number in range(5):
        bench.queue(message(number, chat=1))
    await bench.turn()
    assert bench.begun == [0]
    await bench.let_end(4, 3, 2, 1)
    assert bench.begun == [0]
    await bench.let_all_end()
    assert bench.begun == bench.ended == [0, 1, 2, 3, 4]


async def test_a_busy_chat_does_not_hold_up_a_quiet_one() -> None:
    bench = Bench(slots=2)
    for number in range(400):
        bench.queue(message(number, chat=1))
    bench.queue(message(400, chat=2))
    await bench.turn()
    assert bench.begun == [0, 400]
    await bench.let_end(400)
    assert bench.ended == [400]
    await bench.let_all_end()
    assert bench.ended == [400, *range(400)]


async def test_slots_bound_how_many_answers_are_worked_on() -> None:
    bench = Bench(slots=3)
    for number in range(6):
        bench.queue(message(number, chat=number + 1))
    await bench.turn()
    assert bench.begun == [0, 1, 2]
    await bench.let_end(1)
    assert bench.begun == [0, 1, 2, 3]
    await bench.let_all_end()


async def test_a_slot_is_free_for_others_while_an_answer_waits_to_be_sent() -> None:
    bench = Bench(slots=1)
    sent = asyncio.Event()

    async def think_and_send() -> None:
        bench.lanes.free_slot()
        bench.lanes.free_slot()  # a second message of the same answer
        await sent.wait()

    sending = bench.lanes.process_update(message(0, chat=1), think_and_send())
    task = asyncio.create_task(sending)
    await bench.turn()
    for number in (1, 2):
        bench.queue(message(number, chat=number + 1))
    await bench.turn()
    assert bench.begun == [1]
    sent.set()
    await task
    await bench.turn()
    assert bench.begun == [1], "a slot that was given back early must not be given back again"
    await bench.let_all_end()


async def test_only_the_newest_inline_query_of_a_person_is_answered() -> None:
    bench = Bench(slots=8)
    for number in range(5):
        bench.queue(inline(number, person=1))
    bench.queue(inline(5, person=2))
    await bench.turn()
    assert bench.begun == [0, 5]
    await bench.let_end(0)
    assert bench.begun == [0, 5, 4]
    bench.queue(inline(6, person=1))
    bench.queue(inline(7, person=1))
    await bench.let_all_end()
    assert bench.begun == [0, 5, 4, 7]
    assert sorted(bench.ended) == [0, 4, 5, 7]


async def test_an_inline_query_that_is_overtaken_while_it_waits_for_a_slot_is_dropped() -> None:
    bench = Bench(slots=1)
    bench.queue(message(0, chat=1))
    await bench.turn()
    bench.queue(inline(1, person=2))
    await bench.turn()
    bench.queue(inline(2, person=2))
    await bench.let_all_end()
    assert bench.begun == [0, 2]


async def test_inline_queries_do_not_wait_for_the_persons_chat() -> None:
    bench = Bench(slots=2)
    bench.queue(message(0, chat=1))
    bench.queue(inline(1, person=1))
    await bench.turn()
    assert bench.begun == [0, 1]
    await bench.let_all_end()


async def test_an_album_is_never_dropped() -> None:
    bench = Bench(slots=1)
    for number in range(10):
        bench.queue(message(number, chat=1, media_group_id="album"))
    await bench.let_all_end()
    assert bench.ended == list(range(10))


async def test_a_tap_under_an_inline_result_is_in_order_with_the_persons_chat() -> None:
    bench = Bench(slots=8)
    user = User(1, "officer", is_bot=False)
    tap = Update(1, callback_query=CallbackQuery("1", user, "1", inline_message_id="x"))
    bench.queue(message(0, chat=1))
    bench.queue(tap)
    await bench.turn()
    assert bench.begun == [0]
    await bench.let_all_end()
    assert bench.ended == [0, 1]


async def test_lanes_are_forgotten_when_they_are_empty() -> None:
    bench = Bench(slots=2)
    for number in range(50):
        bench.queue(message(number, chat=number % 7 + 1))
        bench.queue(inline(100 + number, person=number % 7 + 1))
    await bench.turn()
    assert len(bench.lanes._lanes) == 14
    await bench.let_all_end()
    assert bench.lanes._lanes == {}
    assert bench.lanes._tasks == set()


async def test_an_answer_that_fails_frees_its_lane_and_its_slot() -> None:
    bench = Bench(slots=1)

    async def fail() -> None:
        raise LookupError("broken")

    task = asyncio.create_task(bench.lanes.process_update(message(0, chat=1), fail()))
    bench.queue(message(1, chat=1))
    await bench.let_all_end()
    assert isinstance(task.exception(), LookupError)
    assert bench.ended == [1]


async def test_cancelling_ends_what_is_worked_on_and_what_waits() -> None:
    bench = Bench(slots=1)
    tasks = [bench.queue(message(number, chat=number % 2 + 1)) for number in range(6)]
    await bench.turn()
    late = bench.queue(message(6, chat=3))
    bench.lanes.cancel()
    await bench.turn()
    assert all(task.cancelled() for task in tasks)
    assert late.done()
    assert bench.begun == [0]
    assert bench.ended == []
    assert bench.lanes._lanes == {}
    await bench.lanes.initialize()
    bench.queue(message(7, chat=1))
    await bench.let_end(7)
    assert bench.ended == [7]
