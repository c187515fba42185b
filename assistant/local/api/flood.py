"""The pauses that Telegram orders: for one chat, or for everything."""

import math

from assistant.core.clock import Clock
from assistant.local.api.refusals import too_many_requests


class Flood:
    """Until a pause is over, calls are refused with the seconds that are left."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ends: dict[int | None, float] = {}

    def pause(self, chat: int | None, seconds: float) -> None:
        """Order a pause for a chat, or for all calls if `chat` is None."""
        self._ends[chat] = self._clock.monotonic() + seconds

    def check(self, chat: int | None) -> None:
        """Raise a Refusal (429) if calls about this chat are to pause."""
        left = max(self._left(chat), self._left(None))
        if left > 0:
            raise too_many_requests(math.ceil(left))

    def _left(self, chat: int | None) -> float:
        return self._ends.get(chat, 0.0) - self._clock.monotonic()
