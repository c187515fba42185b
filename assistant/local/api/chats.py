"""Who uses the local Telegram, and which chats the bot may write in."""

import zlib
from dataclasses import dataclass
from typing import Literal

from assistant.local.api.refusals import bad_request, forbidden

# Supergroups are numbered down from here.
_GROUPS = -1_000_000_000_000

Standing = Literal["member", "left", "kicked"]


@dataclass(frozen=True)
class User:
    """A person or a bot.

    Attributes:
        language_code: what the person's app is set to, such as "fr".
    """

    id: int
    first_name: str
    username: str
    language_code: str | None = None
    is_bot: bool = False


@dataclass(frozen=True)
class Group:
    """A supergroup.

    Attributes:
        members: the ids of the people in it.
        bot: how the bot stands in it.
    """

    id: int
    title: str
    members: frozenset[int]
    bot: Standing = "left"


def stable_id(name: str) -> int:
    """Return an id that the same name has in every run, so that data kept by the bot still fits."""
    return 1 + zlib.crc32(name.encode())


class Chats:
    """All users and groups.

    Attributes:
        groups: by id.
        started: the ids of the people to whom the bot may write first.
        blocked: the ids of the people who have blocked the bot.
    """

    def __init__(self) -> None:
        self._users: dict[int, User] = {}
        self.groups: dict[int, Group] = {}
        self.started: set[int] = set()
        self.blocked: set[int] = set()

    def add(self, user: User) -> None:
        """Register somebody.

        Raises:
            ValueError: if the id is somebody else's.
        """
        if user.id in self._users:
            raise ValueError(f"{self._users[user.id].first_name!r} already has the id {user.id}")
        self._users[user.id] = user

    def open_group(self, title: str, founder: int) -> Group:
        """Open a group with one member and without the bot.

        Raises:
            ValueError: if there is a group of this title.
        """
        group = Group(_GROUPS - stable_id(title), title, frozenset({founder}))
        if group.id in self.groups:
            raise ValueError(f"there already is a group {title!r}")
        self.groups[group.id] = group
        return group

    def user(self, user_id: int) -> User:
        """Return who has this id; the caller knows that there is one."""
        return self._users[user_id]

    def known(self, chat_id: int) -> None:
        """Raise a Refusal unless there is a chat of this id."""
        if chat_id not in self._users and chat_id not in self.groups:
            raise bad_request("chat not found")

    def writable(self, chat_id: int) -> None:
        """Raise a Refusal unless the bot may write in this chat."""
        self.known(chat_id)
        group = self.groups.get(chat_id)
        if group is not None:
            if group.bot == "kicked":
                raise forbidden("bot was kicked from the supergroup chat")
            if group.bot == "left":
                raise forbidden("bot is not a member of the supergroup chat")
        elif chat_id in self.blocked:
            raise forbidden("bot was blocked by the user")
        elif self._users[chat_id].is_bot:
            raise forbidden("bots can't send messages to bots")
        elif chat_id not in self.started:
            raise forbidden("bot can't initiate conversation with a user")
