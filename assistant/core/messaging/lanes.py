"""In which order updates are answered: one lane a chat, a few answers at once over all lanes."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextvars import ContextVar
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_log = logging.getLogger(__name__)

# PTB takes its own semaphore before the lane: were it as narrow as the slots, the waiting
# updates of one busy chat would fill it and every quiet chat would wait behind them.
_WAITING_AT_MOST = 100_000


class _Slot:
    """The right of one answer to be worked on; given back once, early or at its end."""

    def __init__(self, slots: asyncio.Semaphore) -> None:
        self._slots: asyncio.Semaphore | None = slots

    def free(self) -> None:
        if self._slots is not None:
            self._slots.release()
            self._slots = None


_present_slot: ContextVar[_Slot | None] = ContextVar("present_slot", default=None)


class _Lane:
    """What one chat waits for: its lock, how many are in it, and its newest update."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.updates = 0
        self.newest: object = None


class Lanes(BaseUpdateProcessor):
    """Answers the updates of one chat strictly one after another, of many chats side by side.

    At most `slots` answers are worked on at the same time; a slot is taken only when the lane is
    free. Inline queries have a lane for each person, in which only the newest waiting one is
    answered: what was typed since makes the older ones worthless. Nothing else is dropped.
    """

    def __init__(self, slots: int) -> None:
        super().__init__(_WAITING_AT_MOST)
        self._slots = asyncio.Semaphore(slots)
        self._lanes: dict[tuple[str, int | None], _Lane] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._ended = False

    async def initialize(self) -> None:
        """Begin to answer."""
        self._ended = False

    async def shutdown(self) -> None:
        """Do nothing: empty lanes are already forgotten."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Answer the update when it is its turn."""
        try:
            async with self._lane(update) as lane:
                if self._is_worthless(update, lane):
                    return
                await self._slots.acquire()
                slot = _Slot(self._slots)
                _present_slot.set(slot)
                try:
                    if not self._is_worthless(update, lane):
                        await coroutine
                finally:
                    slot.free()
        finally:
            # Dropped or cancelled before its turn: Python warns of coroutines nobody awaited.
            if isinstance(coroutine, Coroutine):
                coroutine.close()

    def free_slot(self) -> None:
        """Give the slot of the present answer to another, once it only waits for Telegram.

        Otherwise a few chats that Telegram has halted would hold all slots and nobody else would
        be answered.
        """
        slot = _present_slot.get()
        if slot is not None:
            slot.free()

    def cancel(self) -> None:
        """End all answers at once, also those that still wait, and begin no other."""
        self._ended = True
        if self._tasks:
            _log.warning("%d updates were left unanswered", len(self._tasks))
        for task in self._tasks:
            task.cancel()

    @contextlib.asynccontextmanager
    async def _lane(self, update: object) -> AsyncIterator[_Lane]:
        key = _key(update)
        lane = self._lanes.setdefault(key, _Lane())
        lane.updates += 1
        lane.newest = update
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            async with lane.lock:
                yield lane
        finally:
            lane.updates -= 1
            if not lane.updates:
                del self._lanes[key]

    def _is_worthless(self, update: object, lane: _Lane) -> bool:
        is_inline = isinstance(update, Update) and update.inline_query is not None
        return self._ended or (is_inline and lane.newest is not update)


def _key(update: object) -> tuple[str, int | None]:
    if not isinstance(update, Update):
        return ("nobody", None)
    user, chat = update.effective_user, update.effective_chat
    if update.inline_query is not None:
        return ("inline", update.inline_query.from_user.id)
    if chat is not None:
        return ("chat", chat.id)
    # Without a chat: in order with what this person says to the bot in private.
    return ("chat", user.id) if user is not None else ("nobody", None)
