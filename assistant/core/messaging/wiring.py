"""Features become handlers here, each behind the gate, in the order in which they are listed."""

import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from telegram import Message, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from assistant.core.messaging.buttons import unpack
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Command, Feature, Handler, Route, Takes, Tap
from assistant.core.messaging.gate import Gate, Right

_Wired = BaseHandler[Update, Context, None]
_Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


class _RepliesToBot(filters.MessageFilter):
    """Messages that quote one of the bot's own."""

    def filter(self, message: Message) -> bool:
        quoted = message.reply_to_message
        sender = quoted.from_user if quoted else None
        return sender is not None and sender.id == message.get_bot().id


_NEW = filters.UpdateType.MESSAGE
_PRIVATE = filters.ChatType.PRIVATE
# An inline result is a message of the person who chose it, but the words in it are the bot's own.
_OWN_WORDS = ~filters.VIA_BOT
_ADDRESSED = _PRIVATE | (filters.ChatType.GROUPS & _RepliesToBot())
_MESSAGES = {
    Takes.TEXT: _NEW & filters.TEXT & ~filters.COMMAND & _OWN_WORDS & _ADDRESSED,
    Takes.MEDIA: _NEW & filters.ATTACHMENT & _OWN_WORDS & _PRIVATE,
    Takes.EDITED_TEXT: filters.UpdateType.EDITED_MESSAGE & filters.TEXT & _OWN_WORDS & _PRIVATE,
    Takes.UNKNOWN_COMMAND: _NEW & filters.COMMAND & _OWN_WORDS & _PRIVATE,
}


def wire(
    application: Application[Any, Context, Any, Any, Any, Any],
    features: Sequence[Feature],
    gate: Gate,
) -> None:
    """Add the handlers of all features; the first route that takes an update answers it.

    What takes unknown commands comes last, whichever feature lists it. A tap that no feature
    takes, on a button of an older version, is told so. Raises ValueError if two features have
    one name or one command.
    """
    _refuse_twins(features)
    routes = [(feature, route) for feature in features for route in feature.routes]
    routes.sort(key=lambda pair: pair[1].takes is Takes.UNKNOWN_COMMAND)
    for feature, route in routes:
        application.add_handler(_handler(feature, route, gate))
    application.add_handler(
        CallbackQueryHandler(_gated(Right.LOOK_UP, _explain_old_button, gate)),
    )


def _handler(feature: Feature, route: Route, gate: Gate) -> _Wired:
    callback = _gated(route.right, route.handle, gate)
    match route.takes:
        case Command(name):
            # PTB would take edited commands, too.
            return CommandHandler(name, callback, filters=_NEW & _OWN_WORDS)
        case Tap(action):
            return CallbackQueryHandler(callback, pattern=f"{feature.name}:{re.escape(action)}:")
        case Takes.INLINE:
            return InlineQueryHandler(callback)
        case kind:
            return MessageHandler(_MESSAGES[kind], callback)


def _gated(right: Right, handle: Handler, gate: Gate) -> _Callback:
    async def answer(update: Update, context: Context) -> None:
        visitor = gate.admit(update)
        if right not in visitor.rights:
            await context.tell(update, gate.refusal(visitor))
            return
        context.admit(visitor, _said(update))
        await handle(update, context)
        await context.acknowledge(update)

    return answer


async def _explain_old_button(update: Update, context: Context) -> None:
    await context.toast(update, context.language.say("core-button-old"))


def _said(update: Update) -> str:
    if update.inline_query is not None:
        return update.inline_query.query.strip()
    if update.callback_query is not None:
        try:
            return unpack(update.callback_query.data or "")[2]
        except ValueError:  # data of an older version; nobody takes it but the explanation
            return ""
    message = update.effective_message
    text = (message.text or "").strip() if message else ""
    if message and message.text and filters.COMMAND.filter(message):
        return "".join(text.split(maxsplit=1)[1:])
    return text


def _refuse_twins(features: Sequence[Feature]) -> None:
    seen: set[object] = set()
    for feature in features:
        commands = [route.takes for route in feature.routes if isinstance(route.takes, Command)]
        for claim in (feature.name, *commands):
            if claim in seen:
                raise ValueError(f"{feature.name}: there is already a feature with {claim}")
            seen.add(claim)
