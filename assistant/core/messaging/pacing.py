"""How fast the bot writes: evenly, slower into one chat, and not while Telegram says wait."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from assistant.core.clock import Clock

_log = logging.getLogger(__name__)

_Result = bool | dict[str, Any] | list[dict[str, Any]]
_Call = Callable[..., Coroutine[Any, Any, _Result]]

_ATTEMPTS = 3
_CHAT_INTERVAL = 1.0
_CHAT_BURST = 3
_GROUP_WINDOW = 60.0
_GROUP_MOST = 20
_FORGET_EVERY = 60.0
# What shows a message is paced; to learn something or to acknowledge a tap waits for nobody.
_PACED = ("send", "edit", "copy", "forward")
_UNPACED = "sendChatAction"


@dataclass
class _Rhythm:
    """One call each `interval` seconds on average, up to `burst` of them at once."""

    interval: float
    burst: int = 1
    _paid_until: float = 0.0

    def due(self) -> float:
        """Return the moment from which the next call may go."""
        return self._paid_until - self.interval * (self.burst - 1)

    def take(self, now: float) -> None:
        self._paid_until = max(self._paid_until, now) + self.interval


@dataclass
class _Pace:
    """What holds one chat back: its rhythm, a group's calls of the last minute, and a halt."""

    is_group: bool
    rhythm: _Rhythm = field(default_factory=lambda: _Rhythm(_CHAT_INTERVAL, _CHAT_BURST))
    calls: deque[float] = field(default_factory=lambda: deque(maxlen=_GROUP_MOST))
    halted_until: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def due(self) -> float:
        oldest = self.calls[0] if len(self.calls) == _GROUP_MOST else -_GROUP_WINDOW
        crowded_until = oldest + _GROUP_WINDOW if self.is_group else 0.0
        return max(self.rhythm.due(), crowded_until, self.halted_until)

    def take(self, now: float) -> None:
        self.rhythm.take(now)
        self.calls.append(now)

    def is_forgettable(self, now: float) -> bool:
        recent = bool(self.calls) and self.calls[-1] > now - _GROUP_WINDOW
        return not (recent or self.turn.locked() or self.halted_until > now)


class Pacer(BaseRateLimiter[None]):
    """Gives each call that writes into a chat its turn.

    Over all chats `rate` calls a second, evenly spaced; into one chat one a second after a burst
    of three, into a group twenty a minute besides. When Telegram answers 429, the chat rests
    exactly as long as it says, then the call is made again, three times in all; when a second
    chat is told so meanwhile, all rest. Every other error goes straight to the caller: a refusal
    would be refused again, and after a timeout nobody knows whether the message was shown.

    `before_turn` is called when a call begins to wait for its turn.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        rate: float = 20.0,
        before_turn: Callable[[], None] = lambda: None,
    ) -> None:
        self._clock = clock
        self._before_turn = before_turn
        self._overall = _Rhythm(1 / rate)
        self._turn = asyncio.Lock()
        self._halted_until = 0.0
        self._chats: dict[object, _Pace] = {}
        self._forgotten_at = clock.monotonic()

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to close."""

    async def process_request(
        self,
        callback: _Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - PTB passes it; our calls need none
    ) -> _Result:
        """Make a call of the Bot API when it is its turn."""
        chat = data.get("chat_id")
        if chat is None or not endpoint.startswith(_PACED) or endpoint == _UNPACED:
            return await callback(*args, **kwargs)
        attempt = 1
        while True:
            await self._wait_for_turn(chat)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as flood:
                self._halt(chat, flood)
                if attempt == _ATTEMPTS:
                    raise
                attempt += 1

    async def _wait_for_turn(self, chat: object) -> None:
        self._before_turn()
        pace = self._pace(chat)
        async with pace.turn:
            while True:
                await self._until(lambda: max(pace.due(), self._halted_until))
                async with self._turn:
                    await self._until(lambda: max(self._overall.due(), self._halted_until))
                    now = self._clock.monotonic()
                    if pace.due() <= now:  # not halted while it waited for the others
                        self._overall.take(now)
                        pace.take(now)
                        return

    async def _until(self, due: Callable[[], float]) -> None:
        # A halt may have been prolonged during the sleep: look again.
        while (wait := due() - self._clock.monotonic()) > 0:
            await self._clock.sleep(wait)

    def _halt(self, chat: object, flood: RetryAfter) -> None:
        now = self._clock.monotonic()
        rest = flood.retry_after
        seconds = rest.total_seconds() if isinstance(rest, timedelta) else float(rest)
        others = (pace for key, pace in self._chats.items() if key != chat)
        if any(pace.halted_until > now for pace in others):
            self._halted_until = max(self._halted_until, now + seconds)
        pace = self._pace(chat)
        pace.halted_until = max(pace.halted_until, now + seconds)
        _log.warning("Telegram asks to wait %.0f s before writing into a chat again", seconds)

    def _pace(self, chat: object) -> _Pace:
        now = self._clock.monotonic()
        if now - self._forgotten_at > _FORGET_EVERY:
            self._forgotten_at = now
            self._chats = {
                key: pace for key, pace in self._chats.items() if not pace.is_forgettable(now)
            }
        if chat not in self._chats:
            is_private = isinstance(chat, int) and chat > 0
            self._chats[chat] = _Pace(is_group=not is_private)
        return self._chats[chat]
