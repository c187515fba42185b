"""What a feature tells the application about itself: its routes, its commands, its lines."""

import re
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from telegram import Update

from assistant.core.messaging.context import Context
from assistant.core.messaging.gate import Right
from assistant.core.texts import Language

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
LinkHandler = Callable[[Update, Context, str], Coroutine[Any, Any, None]]
HomeLines = Callable[[Language], Sequence[str]]

_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


class Takes(Enum):
    """What a route can take besides its commands and its buttons."""

    TEXT = auto()
    """A new text: any in a private chat, in a group only a reply to the bot."""
    INLINE = auto()
    """An inline query, typed in any chat."""
    MEDIA = auto()
    """A picture, sticker, voice note, file, …; in private chats only."""
    EDITED_TEXT = auto()
    """A text that was changed after it had been sent; in private chats only."""
    UNKNOWN_COMMAND = auto()
    """A command that no feature has; in private chats only."""


@dataclass(frozen=True)
class Command:
    """The command `/name`; the menu describes it with the text `command-<name>`.

    `in_groups` lists it in the menu of groups too; it is answered there in any case.
    """

    name: str
    in_groups: bool = False

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no command: write a-z, 0-9 and _, no slash")


@dataclass(frozen=True)
class Tap:
    """A tap on a button of this feature whose data is `feature:action:…`."""

    action: str


@dataclass(frozen=True)
class Route:
    """What is taken, the right that it needs, and who answers it.

    There is no default right: a route that nobody thought about cannot be built.
    """

    takes: Command | Tap | Takes
    right: Right
    handle: Handler

    def __post_init__(self) -> None:
        if not isinstance(self.right, Right):
            raise TypeError(f"the route for {self.takes} must say which Right it needs")


@dataclass(frozen=True)
class DeepLink:
    """What `/start` with an argument opens: `https://t.me/<bot>?start=<prefix><rest>`.

    `open` is called with the rest; Telegram lets anybody write anything there.
    """

    prefix: str
    open: LinkHandler


def _no_lines(_: Language) -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Feature:
    """One thing that the assistant can do, as `application.py` lists it.

    `name` begins the data of its buttons, `commands` are those of its routes that the menu
    shows, `home` gives its lines of HTML for /start, and `links` are the arguments of /start that
    it opens.
    """

    name: str
    routes: tuple[Route, ...]
    commands: tuple[Command, ...] = ()
    home: HomeLines = _no_lines
    links: tuple[DeepLink, ...] = ()

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no name for a feature: write a-z, 0-9 and _")
        taken = {route.takes for route in self.routes}
        for command in self.commands:
            if command not in taken:
                raise ValueError(f"{self.name} lists /{command.name} but has no route for it")
