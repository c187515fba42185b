"""Rows of buttons as Telegram wants them."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from assistant.core.messaging.buttons import Button, Rows


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """Turn rows of buttons into Telegram's keyboard; no buttons, no keyboard."""
    if not any(rows):
        return None
    return InlineKeyboardMarkup([[_key(button) for button in row] for row in rows if row])


def _key(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=button.text,
        callback_data=button.data,
        url=button.url,
        switch_inline_query=button.switch_inline,
    )
