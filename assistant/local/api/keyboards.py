"""Inline keyboards: what Telegram accepts as one, and the buttons in it."""

from dataclasses import dataclass

from assistant.local.api.refusals import bad_request

_DATA_BYTES = 64
_MOST_BUTTONS = 100


@dataclass(frozen=True)
class InlineButton:
    """A button as a person sees it: it does one of data, url and the two kinds of query.

    Attributes:
        data: what a tap sends to the bot.
        url: the address that it opens.
        switch_inline: the inline query that it starts in a chat of the person's choice.
        switch_inline_here: the inline query that it starts in this chat.
    """

    text: str
    data: str | None = None
    url: str | None = None
    switch_inline: str | None = None
    switch_inline_here: str | None = None

    def as_json(self) -> dict[str, object]:
        """Write it as the Bot API does."""
        deeds: dict[str, object] = {
            "callback_data": self.data,
            "url": self.url,
            "switch_inline_query": self.switch_inline,
            "switch_inline_query_current_chat": self.switch_inline_here,
        }
        return {"text": self.text} | {key: deed for key, deed in deeds.items() if deed is not None}


Keyboard = tuple[tuple[InlineButton, ...], ...]


def read(markup: object) -> Keyboard:
    """Read a `reply_markup`; None and an empty keyboard are no buttons.

    Raises:
        Refusal: if it is no inline keyboard, or Telegram would not take one of its buttons.
    """
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        raise bad_request("the local Telegram carries inline keyboards only")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    keyboard = tuple(tuple(_button(button) for button in row) for row in rows if row)
    if sum(len(row) for row in keyboard) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return keyboard


def as_json(keyboard: Keyboard) -> dict[str, object]:
    """Write a keyboard as the Bot API does."""
    return {"inline_keyboard": [[button.as_json() for button in row] for row in keyboard]}


def _button(given: object) -> InlineButton:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    fields = {name: str(value) for name, value in given.items() if value is not None}
    text = " ".join(fields.get("text", "").split())
    if not text:
        raise bad_request("can't parse inline keyboard button: button text is empty")
    button = InlineButton(
        text,
        data=fields.get("callback_data"),
        url=fields.get("url"),
        switch_inline=fields.get("switch_inline_query"),
        switch_inline_here=fields.get("switch_inline_query_current_chat"),
    )
    if button == InlineButton(text):
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if button.data is not None and not 1 <= len(button.data.encode()) <= _DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and "." not in button.url and not button.url.startswith("tg://"):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    return button
