"""What a handler is given with an update: who asks, in which language, and the ways to answer."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import InlineQueryResult, LinkPreviewOptions, ReplyParameters, Update
from telegram.constants import CallbackQueryLimit, ChatType, ParseMode
from telegram.error import BadRequest
from telegram.ext import CallbackContext, ExtBot

from assistant.core.html import cut, escape
from assistant.core.messaging.card import Card
from assistant.core.messaging.gate import Visitor
from assistant.core.messaging.keyboard import keyboard
from assistant.core.texts import Language

_log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_PRIVATE_CACHE_SECONDS = 30


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context of one update, after the gate has seen who sent it."""

    _visitor: Visitor | None = None
    _said: str = ""
    _acknowledged: bool = False

    def admit(self, visitor: Visitor, said: str) -> None:
        """Note who asks and what they said; the wiring does, before the handler is called."""
        self._visitor = visitor
        self._said = said

    @property
    def visitor(self) -> Visitor:
        """Who asks."""
        if self._visitor is None:
            raise RuntimeError("nobody has been admitted: handlers are called through the gate")
        return self._visitor

    @property
    def language(self) -> Language:
        """The language to answer in."""
        return self.visitor.language

    @property
    def said(self) -> str:
        """What the person said, without surrounding space.

        The text of a message, the words after a command, an inline query, or the argument of
        the button that was tapped; empty for what has no words.
        """
        return self._said

    async def reply(self, update: Update, card: Card) -> None:
        """Send a new message to the chat; in a group it quotes what it answers."""
        chat, question = update.effective_chat, update.effective_message
        if chat is None:
            raise ValueError("this update came from no chat: use `toast` or `replace`")
        await self.acknowledge(update)
        quoted = None
        if question is not None and chat.type != ChatType.PRIVATE:
            quoted = ReplyParameters(question.message_id, allow_sending_without_reply=True)
        await self.bot.send_message(
            chat.id,
            card.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(card.buttons),
            link_preview_options=_NO_PREVIEW,
            reply_parameters=quoted,
        )

    async def replace(self, update: Update, card: Card) -> None:
        """Edit the message whose button was tapped; the same card again is no error.

        Where that message is gone meanwhile, the card comes as a new one.
        """
        tap = update.callback_query
        if tap is None:
            raise ValueError("only a tapped message can be replaced: use `reply`")
        await self.acknowledge(update)
        try:
            await self.bot.edit_message_text(
                card.text,
                chat_id=tap.message.chat.id if tap.message else None,
                message_id=tap.message.message_id if tap.message else None,
                inline_message_id=tap.inline_message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(card.buttons),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if _says(error, "message to edit not found"):
                await self.reply(update, card)
            elif not _says(error, "message is not modified"):
                raise

    async def toast(self, update: Update, line: str) -> None:
        """Answer a tap with a line of plain text, shown until it is closed."""
        await self.acknowledge(update, line)

    async def acknowledge(self, update: Update, line: str = "") -> None:
        """Tell Telegram that a tap has arrived, once; other updates need none."""
        tap = update.callback_query
        if tap is None or self._acknowledged:
            return
        self._acknowledged = True
        text = cut(line, CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)
        try:
            await self.bot.answer_callback_query(tap.id, text or None, show_alert=bool(text))
        except BadRequest as error:
            if not _says(error, "query is too old"):
                raise
            _log.info("a tap was too old to be acknowledged")

    async def offer(self, update: Update, results: Sequence[InlineQueryResult]) -> None:
        """Answer an inline query with at most 50 results, for this person only."""
        query = update.inline_query
        if query is None:
            raise ValueError("only an inline query can be offered results")
        try:
            await self.bot.answer_inline_query(
                query.id,
                results,
                cache_time=_PRIVATE_CACHE_SECONDS,
                is_personal=True,  # else Telegram shows one person's results to everybody
            )
        except BadRequest as error:
            if not _says(error, "query is too old"):
                raise
            _log.info("an inline query was too old to be answered")

    async def tell(self, update: Update, line: str) -> None:
        """Say one line of plain text the way the update allows it.

        A message is answered with a message, a tap with a toast, an inline query with nothing.
        """
        if update.callback_query is not None:
            await self.toast(update, line)
        elif update.inline_query is not None:
            await self.offer(update, ())
        else:
            await self.reply(update, Card(escape(line)))


def _says(error: BadRequest, words: str) -> bool:
    return words in error.message.lower()
