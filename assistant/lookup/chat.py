"""The chat of lookup: a typed line, /ask, taps on its cards, inline queries, links to a card."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode

from assistant.core.html import cut
from assistant.core.messaging.buttons import Button
from assistant.core.messaging.card import Card
from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Command, DeepLink, Feature, Route, Takes, Tap
from assistant.core.messaging.gate import Right
from assistant.core.messaging.keyboard import keyboard
from assistant.core.texts import Language
from assistant.lookup import cards
from assistant.lookup.cards.answer import NONE, NOT
from assistant.lookup.cards.deciding import HOLD, STEP
from assistant.lookup.cards.entry import FEATURE, MORE, SHOW
from assistant.lookup.rules import split
from knowledge import GUESSED, Answer, Hit, Knowledge, Verdict

_ASK = Command("ask", in_groups=True)
_LINK = "e_"
_LONGEST_TITLE = 120


def feature(now: Callable[[], Knowledge], contact: str, country: str) -> Feature:
    """Return the feature.

    `now` gives the knowledge base as it is when a message comes; `contact` is whom an officer may
    ask, empty if nobody is named; `country` is where they work (ISO 3166 alpha-2), empty if it is
    not known.
    """
    chat = _Chat(now, contact, country)
    taps = {
        SHOW: chat.show,
        MORE: chat.more,
        NONE: chat.none,
        NOT: chat.not_this,
        STEP: chat.step,
        HOLD: chat.hold,
    }
    return Feature(
        name=FEATURE,
        routes=(
            Route(Takes.TEXT, Right.LOOK_UP, chat.answer),
            Route(_ASK, Right.LOOK_UP, chat.answer),
            *(Route(Tap(action), Right.LOOK_UP, handle) for action, handle in taps.items()),
            Route(Takes.INLINE, Right.LOOK_UP, chat.suggest),
        ),
        commands=(_ASK,),
        links=(DeepLink(_LINK, chat.open_link),),
    )


@dataclass(frozen=True)
class _Chat:
    """The handlers; each turns what was said into one card, from one state of the base."""

    now: Callable[[], Knowledge]
    contact: str
    country: str

    async def answer(self, update: Update, context: Context) -> None:
        # In a thread: a long query must not hold up the other chats.
        card = await asyncio.to_thread(self._answered, context.language, context.said)
        await context.reply(update, card)

    async def show(self, update: Update, context: Context) -> None:
        await context.replace(update, self._entry(context.language, context.said))

    async def more(self, update: Update, context: Context) -> None:
        await context.replace(update, self._entry(context.language, context.said, full=True))

    async def open_link(self, update: Update, context: Context, entry_id: str) -> None:
        await context.reply(update, self._entry(context.language, entry_id))

    async def none(self, update: Update, context: Context) -> None:
        card = cards.none_of_these(context.language, self.now(), self.contact)
        await context.replace(update, card)

    async def not_this(self, update: Update, context: Context) -> None:
        base = self.now()
        found = await asyncio.to_thread(base.ask, context.said)
        card = cards.others_card(context.language, base, found, self.contact)
        await context.replace(update, card)

    async def step(self, update: Update, context: Context) -> None:
        topic_id, _, number = context.said.partition(".")
        topic = self.now().deciding.topics.get(topic_id)
        step = int(number) if number.isdecimal() else 0
        if topic and step in topic.questions:
            card = cards.question_card(context.language, topic, step)
        else:
            card = cards.gone(context.language)
        await context.replace(update, card)

    async def hold(self, update: Update, context: Context) -> None:
        topic = self.now().deciding.topics.get(context.said)
        if topic:
            card = cards.undecided_card(context.language, topic)
        else:
            card = cards.gone(context.language)
        await context.replace(update, card)

    async def suggest(self, update: Update, context: Context) -> None:
        base = self.now()
        found = await asyncio.to_thread(base.ask, context.said)
        await context.offer(update, [self._result(context, base, hit) for hit in found.hits])

    def _answered(self, language: Language, said: str) -> Card:
        """Work out the card for what was said: one thing, or up to five."""
        base = self.now()
        parts = split(said, lambda part: _is_exact(base.ask(part)))
        if len(parts.things) > 1:
            answers = [base.ask(thing) for thing in parts.things]
            return cards.several_card(language, base, answers, self.contact, parts.left_out)
        asked = cards.worked_out(language, base, said)
        return cards.answer_card(
            language,
            base,
            asked.answer,
            self.contact,
            country=self.country,
            figures=asked.lines,
        )

    def _entry(self, language: Language, entry_id: str, *, full: bool = False) -> Card:
        base = self.now()
        entry = base.find(entry_id)
        if entry is None:
            return cards.gone(language)
        return cards.entry_card(language, base, entry, country=self.country, full=full)

    def _result(self, context: Context, base: Knowledge, hit: Hit) -> InlineQueryResultArticle:
        """Make an inline result: a card that can be shared, with a link to it in the bot."""
        language, entry = context.language, hit.entry
        card = cards.entry_card(language, base, entry, country=self.country)
        address = f"https://t.me/{context.bot.username}?start={_LINK}{entry.id}"
        return InlineQueryResultArticle(
            id=blake2b(entry.id.encode(), digest_size=16).hexdigest(),
            title=cut(cards.headline(language, base, entry), _LONGEST_TITLE),
            input_message_content=InputTextMessageContent(
                card.text,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            reply_markup=keyboard(((Button(language.say("lookup-open"), url=address),),)),
        )


def _is_exact(answer: Answer) -> bool:
    return answer.verdict is Verdict.SURE and answer.hits[0].why not in GUESSED
