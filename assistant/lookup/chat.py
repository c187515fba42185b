"""The chat of lookup: a typed line, /ask, a tap on an offer, an inline query."""

import asyncio
from hashlib import blake2b

from telegram import (
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode

from assistant.core.html import cut
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Command, Feature, Route, Takes, Tap
from assistant.core.messaging.gate import Right
from assistant.lookup import cards
from assistant.lookup.cards.answer import FEATURE, NONE, SHOW
from knowledge import Knowledge

_ASK = Command("ask")
_LONGEST_TITLE = 120


def feature(base: Knowledge, contact: str) -> Feature:
    """Return the feature; `contact` is whom an officer may ask, empty if nobody is named."""

    async def answer(update: Update, context: Context) -> None:
        # In a thread: a long query must not hold up the other chats.
        found = await asyncio.to_thread(base.ask, context.said)
        await context.reply(update, cards.answer_card(context.language, base, found, contact))

    async def show(update: Update, context: Context) -> None:
        entry = base.find(context.said)
        if entry is None:
            await context.replace(update, cards.gone(context.language))
            return
        await context.replace(update, cards.entry_card(context.language, base, entry))

    async def none(update: Update, context: Context) -> None:
        await context.replace(update, cards.none_of_these(context.language, base, contact))

    async def suggest(update: Update, context: Context) -> None:
        found = await asyncio.to_thread(base.ask, context.said)
        results = []
        for hit in found.hits:
            card = cards.entry_card(context.language, base, hit.entry)
            results.append(
                InlineQueryResultArticle(
                    id=blake2b(hit.entry.id.encode(), digest_size=16).hexdigest(),
                    title=cut(cards.headline(context.language, base, hit.entry), _LONGEST_TITLE),
                    input_message_content=InputTextMessageContent(
                        card.text,
                        parse_mode=ParseMode.HTML,
                        link_preview_options=LinkPreviewOptions(is_disabled=True),
                    ),
                )
            )
        await context.offer(update, results)

    return Feature(
        name=FEATURE,
        routes=(
            Route(Takes.TEXT, Right.LOOK_UP, answer),
            Route(_ASK, Right.LOOK_UP, answer),
            Route(Tap(SHOW), Right.LOOK_UP, show),
            Route(Tap(NONE), Right.LOOK_UP, none),
            Route(Takes.INLINE, Right.LOOK_UP, suggest),
        ),
        commands=(_ASK,),
    )
