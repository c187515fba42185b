"""What happens when something goes wrong: a log entry, and a line with its reference."""

import logging
import secrets
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter, TelegramError

from assistant.core.html import escape
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.texts import Texts

_log = logging.getLogger(__name__)

# Read out over a bad line: no letters and figures that look or sound like others.
_REFERENCE_SIGNS = "ACDEFHJKLMNPRTUVWXY34679"
_REFERENCE_LENGTH = 6


def error_handler(texts: Texts) -> Callable[[object, Context], Coroutine[Any, Any, None]]:
    """Return the one handler of errors for PTB's `add_error_handler`.

    Trouble on the way to Telegram is logged in one line. Everything else is logged with its
    traceback under a short reference, and whoever waits for an answer gets that reference.
    """

    async def handle(update: object, context: Context) -> None:
        error = context.error
        if error is None or _is_trouble_on_the_way(error):
            _log.warning("Telegram: %s", error, extra=_origin(update))
            return
        reference = "".join(secrets.choice(_REFERENCE_SIGNS) for _ in range(_REFERENCE_LENGTH))
        _log.error(
            "an update could not be answered",
            exc_info=error,
            extra={"reference": reference, **_origin(update)},
        )
        if isinstance(update, Update):
            await _apologise(update, context, texts, reference)

    return handle


async def _apologise(update: Update, context: Context, texts: Texts, reference: str) -> None:
    user = update.effective_user
    language = texts.best(user.language_code if user else None)
    line = language.say("core-error", reference=reference)
    try:
        if update.effective_chat is not None:
            # Not `tell`: a tap may have been answered before things went wrong, and Telegram
            # shows only the first answer.
            await context.reply(update, Card(escape(line)))
        else:
            await context.tell(update, line)
    except TelegramError as error:
        _log.warning("the person could not be told of %s: %s", reference, error)


def _is_trouble_on_the_way(error: Exception) -> bool:
    # A BadRequest is a NetworkError to PTB, but means that we wrote something wrong.
    if isinstance(error, BadRequest):
        return False
    return isinstance(error, NetworkError | Forbidden | RetryAfter | Conflict)


def _origin(update: object) -> dict[str, int]:
    return {"update_id": update.update_id} if isinstance(update, Update) else {}
