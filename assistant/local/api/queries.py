"""Questions that the bot must answer soon: taps on buttons and inline queries."""

from dataclasses import dataclass

from assistant.core.clock import Clock
from assistant.local.api.entities import Formatted
from assistant.local.api.keyboards import Keyboard
from assistant.local.api.refusals import bad_request

# Telegram does not publish how long it waits; what is known are reports of 10 to 30 seconds.
LIFETIME = 15.0


@dataclass(frozen=True)
class InlineResult:
    """One answer to an inline query: what the list shows and what choosing it sends."""

    id: str
    title: str
    description: str
    body: Formatted
    keyboard: Keyboard


@dataclass(frozen=True)
class Query:
    """A question to the bot.

    Attributes:
        user: the id of the person who waits.
        text: what was typed for an inline query; the data of the tapped button.
        until: when Telegram stops waiting, in the clock's monotonic seconds.
    """

    id: str
    user: int
    text: str
    until: float


class Queries:
    """The questions of one kind, open and answered."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self._clock = clock
        self._next = first_id
        self._open: dict[str, Query] = {}

    def ask(self, user: int, text: str) -> Query:
        """Open a question."""
        query = Query(str(self._next), user, text, self._clock.monotonic() + LIFETIME)
        self._next += 1
        self._open[query.id] = query
        return query

    def answer(self, query_id: str) -> Query:
        """Close a question; each is answered once.

        Raises:
            Refusal: if it is unknown, answered or too old.
        """
        query = self._open.pop(query_id, None)
        if query is None or self._clock.monotonic() > query.until:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid",
            )
        return query
