"""An application that stops soon: what can be answered in a few seconds is, the rest is let go."""

import asyncio
from typing import Any

from telegram.ext import Application, ExtBot

from assistant.core.clock import Clock
from assistant.core.messaging.context import Context
from assistant.core.messaging.lanes import Lanes

GRACE_SECONDS = 5.0

_Data = dict[Any, Any]


class StoppingApplication(Application[ExtBot[None], Context, _Data, _Data, _Data, None]):
    """PTB's application, except that stopping it takes at most `GRACE_SECONDS`.

    PTB itself answers everything that waits before it stops, which takes minutes when Telegram
    has halted a chat; a service manager would kill the process meanwhile.
    """

    def __init__(self, *, clock: Clock, lanes: Lanes, **parts: Any) -> None:
        super().__init__(**parts)
        self._clock = clock
        self._answers = lanes

    async def stop(self) -> None:
        """Stop taking updates, wait for answers under way, then end those that remain."""
        deadline = asyncio.create_task(self._end_answers())
        try:
            await super().stop()
        finally:
            deadline.cancel()

    async def _end_answers(self) -> None:
        await self._clock.sleep(GRACE_SECONDS)
        self._answers.cancel()
