"""The gate: who is this, and what may they do; asked before every answer."""

from dataclasses import dataclass
from enum import Enum, auto

from telegram import Update

from assistant.core.texts import Language, Texts


class Right(Enum):
    """Something a person may be allowed to do."""

    LOOK_UP = auto()


@dataclass(frozen=True)
class Visitor:
    """Whoever sent an update: their Telegram id, the language to answer in, their rights."""

    telegram_id: int
    language: Language
    rights: frozenset[Right]


class Gate:
    """Tells for each update who sent it and what they may do.

    `open_lookup` lets anybody look things up; without it a stranger may do nothing and is told
    to ask `help_contact`.
    """

    def __init__(self, texts: Texts, *, open_lookup: bool, help_contact: str) -> None:
        self._texts = texts
        self._rights = frozenset({Right.LOOK_UP}) if open_lookup else frozenset[Right]()
        self._help_contact = help_contact

    def admit(self, update: Update) -> Visitor:
        """Return who sent this update.

        Raises ValueError for an update that nobody sent, such as a post of a channel.
        """
        user = update.effective_user
        if user is None:
            raise ValueError(f"update {update.update_id} has no sender to admit")
        return Visitor(user.id, self._texts.best(user.language_code), self._rights)

    def refusal(self, visitor: Visitor) -> str:
        """Return the one line, in plain text, for a visitor without the right."""
        if self._help_contact:
            return visitor.language.say("core-refused-ask", contact=self._help_contact)
        return visitor.language.say("core-refused")
