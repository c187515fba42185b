"""Messages as Telegram keeps them, chat by chat."""

import itertools
from dataclasses import dataclass
from datetime import datetime

from assistant.local.api.entities import NO_TEXT, Formatted
from assistant.local.api.files import File
from assistant.local.api.keyboards import InlineButton, Keyboard
from assistant.local.api.refusals import bad_request


@dataclass(frozen=True)
class Message:
    """A message as it stands now; a change makes a new one with the same id.

    Attributes:
        chat: the id of its chat; a private chat has the id of the person.
        sender: the id of the person or bot who wrote it.
        date: when it was sent; aware, UTC.
        body: its text, or the caption of its attachment.
        attachment: the photo, document, voice note or sticker that it carries.
        keyboard: the rows of buttons under it.
        reply_to: the id of the message that it answers.
        edited: when it was last changed, unless it never was.
        protected: it can be neither forwarded nor saved.
        silent: it came without a sound.
        via_bot: it was shared from an inline result.
        joined: the ids of those whose joining it announces.
        left: the id of whom it announces to have left.
    """

    id: int
    chat: int
    sender: int
    date: datetime
    body: Formatted = NO_TEXT
    attachment: File | None = None
    keyboard: Keyboard = ()
    reply_to: int | None = None
    edited: datetime | None = None
    protected: bool = False
    silent: bool = False
    via_bot: bool = False
    joined: tuple[int, ...] = ()
    left: int | None = None

    @property
    def text(self) -> str:
        """Its text or caption without the formatting."""
        return self.body.text

    @property
    def buttons(self) -> tuple[InlineButton, ...]:
        """Its buttons in the order of reading."""
        return tuple(itertools.chain.from_iterable(self.keyboard))


class History:
    """All messages that have not been deleted."""

    def __init__(self, first_id: int) -> None:
        self._numbers = itertools.count(first_id)
        self._messages: dict[tuple[int, int], Message] = {}

    def next_id(self) -> int:
        """Return the id of the message that is to be written next."""
        return next(self._numbers)

    def keep(self, message: Message) -> None:
        """Keep a new message, or a changed one in place of what it was."""
        self._messages[message.chat, message.id] = message

    def find(self, chat: int, message_id: int, *, to: str) -> Message:
        """Return a message.

        Args:
            chat: the id of its chat.
            message_id: its id.
            to: what is to be done with it, for the refusal: "edit", "delete", "be replied".

        Raises:
            Refusal: "message to ... not found".
        """
        message = self._messages.get((chat, message_id))
        if message is None:
            raise bad_request(f"message to {to} not found")
        return message

    def get(self, chat: int, message_id: int) -> Message | None:
        """Return a message, or None if it is gone."""
        return self._messages.get((chat, message_id))

    def delete(self, message: Message) -> None:
        """Forget a message."""
        del self._messages[message.chat, message.id]

    def of(self, chat: int) -> list[Message]:
        """Return what is in a chat, newest last."""
        # Messages are kept in the order of their ids; a change keeps its place.
        return [message for message in self._messages.values() if message.chat == chat]
