"""A card: one message as a feature writes it, free of Telegram's classes."""

from dataclasses import dataclass

from assistant.core.messaging.buttons import Rows


@dataclass(frozen=True)
class Card:
    """One message: HTML as Telegram reads it, and the rows of buttons under it.

    The text may show at most 4096 UTF-16 units (`assistant.core.html.clip` cuts it), and every
    value in it has been escaped where it entered.
    """

    text: str
    buttons: Rows = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a card needs a text: Telegram refuses empty messages")
