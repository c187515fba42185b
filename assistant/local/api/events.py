"""What people see happen in their app, for whoever watches the local Telegram."""

from dataclasses import dataclass

from assistant.local.api.messages import Message
from assistant.local.api.queries import InlineResult, Query


@dataclass(frozen=True)
class Shown:
    """A message has appeared."""

    message: Message


@dataclass(frozen=True)
class Edited:
    """A message has changed; `message` is how it stands now."""

    message: Message


@dataclass(frozen=True)
class Deleted:
    """A message has gone; `message` is how it stood."""

    message: Message


@dataclass(frozen=True)
class Toast:
    """A tap on a button was answered by a line that passes, or by an alert to be closed."""

    user: int
    text: str
    alert: bool


@dataclass(frozen=True)
class Listed:
    """An inline query was answered."""

    query: Query
    results: tuple[InlineResult, ...]


Event = Shown | Edited | Deleted | Toast | Listed
