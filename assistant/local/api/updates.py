"""The queue of updates that the bot fetches by getUpdates."""

import asyncio
import itertools
from collections.abc import Collection, Mapping

from assistant.core.clock import Clock
from assistant.local.api.refusals import conflict

_MOST = 100


class Updates:
    """Updates wait here, in order, until a later offset confirms them."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self._clock = clock
        self._numbers = itertools.count(first_id)
        self._waiting: dict[int, dict[str, object]] = {}
        self._allowed: frozenset[str] = frozenset()
        self._arrival = asyncio.Event()
        self._confirmation = asyncio.Event()
        self._poll = 0

    def add(self, kind: str, content: Mapping[str, object]) -> None:
        """Queue an update, unless the bot has asked for other kinds only."""
        if self._allowed and kind not in self._allowed:
            return
        number = next(self._numbers)
        self._waiting[number] = {"update_id": number, kind: dict(content)}
        self._wake_polls()

    async def fetch(
        self,
        *,
        offset: int,
        limit: int,
        timeout: float,  # noqa: ASYNC109 - a parameter of Telegram's, counted by the clock
        allowed: Collection[str] | None,
    ) -> list[dict[str, object]]:
        """Confirm all updates before `offset` and return those that wait.

        Args:
            offset: the first id that is wanted; 0 for all; negative: only so many of the last.
            limit: how many at most.
            timeout: seconds to wait for the first one if there is none.
            allowed: the kinds that are wanted from now on; empty for all; None: as before.

        Raises:
            Refusal: 409 if another poll begins while this one waits.
        """
        self._poll += 1
        poll = self._poll
        self._wake_polls()
        if allowed is not None:
            self._allowed = frozenset(allowed)
        self._confirm(offset)
        if not self._waiting and timeout > 0:
            await self._wait(timeout)
        if poll != self._poll:
            raise conflict()
        return list(self._waiting.values())[: min(limit, _MOST) if limit > 0 else _MOST]

    async def all_confirmed(self) -> None:
        """Wait until the bot has fetched and confirmed every update."""
        while self._waiting:
            await self._confirmation.wait()

    def drop(self) -> None:
        """Forget what waits."""
        self._confirm(max(self._waiting, default=0) + 1)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = min(list(self._waiting)[offset:], default=0)
        for number in [number for number in self._waiting if number < offset]:
            del self._waiting[number]
        self._confirmation.set()
        self._confirmation = asyncio.Event()

    def _wake_polls(self) -> None:
        self._arrival.set()
        self._arrival = asyncio.Event()

    async def _wait(self, seconds: float) -> None:
        arrival = asyncio.ensure_future(self._arrival.wait())
        end = asyncio.ensure_future(self._clock.sleep(seconds))
        try:
            await asyncio.wait({arrival, end}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            arrival.cancel()
            end.cancel()
