"""The chat of home: /start, /help, and whatever no other feature takes."""

from collections import deque
from collections.abc import Sequence

from telegram import Message, Update

from assistant.core.messaging.context import Context
from assistant.core.messaging.feature import Command, Feature, Route, Takes
from assistant.core.messaging.gate import Right
from assistant.home import cards

_START, _HELP = Command("start"), Command("help", in_groups=True)
_ALBUMS_REMEMBERED = 256


def feature(
    others: Sequence[Feature],
    first_line: cards.FirstLine,
    help_contact: str,
) -> Feature:
    """Return the feature.

    /start shows the lines of the others, or opens the link that came with it; /help what
    `first_line` gives for a few questions, so that no example promises what the data do not say.
    """
    # An album is a message for each of its pictures, but deserves one answer only.
    albums: deque[str] = deque(maxlen=_ALBUMS_REMEMBERED)
    links = [link for other in others for link in other.links]

    async def greet(update: Update, context: Context) -> None:
        for link in links:
            if context.said.startswith(link.prefix):
                await link.open(update, context, context.said.removeprefix(link.prefix))
                return
        lines = [line for other in others for line in other.home(context.language)]
        await context.reply(update, cards.greeting(context.language, lines))

    async def show_examples(update: Update, context: Context) -> None:
        name = context.bot.username
        await context.reply(
            update,
            cards.examples(context.language, first_line, name, help_contact),
        )

    async def ask_for_text(update: Update, context: Context) -> None:
        message = _message(update)
        if message.media_group_id is not None:
            if message.media_group_id in albums:
                return
            albums.append(message.media_group_id)
        await context.reply(update, cards.not_text(context.language, _kind(message)))

    return Feature(
        name="home",
        routes=(
            Route(_START, Right.LOOK_UP, greet),
            Route(_HELP, Right.LOOK_UP, show_examples),
            Route(Takes.MEDIA, Right.LOOK_UP, ask_for_text),
            Route(Takes.EDITED_TEXT, Right.LOOK_UP, _explain_edits),
            Route(Takes.UNKNOWN_COMMAND, Right.LOOK_UP, _explain_commands),
        ),
        commands=(_START, _HELP),
    )


async def _explain_edits(update: Update, context: Context) -> None:
    await context.reply(update, cards.edited(context.language))


async def _explain_commands(update: Update, context: Context) -> None:
    command = (_message(update).text or "").split()[0]
    await context.reply(update, cards.unknown_command(context.language, command))


def _message(update: Update) -> Message:
    if update.effective_message is None:
        raise ValueError(f"update {update.update_id} has no message")
    return update.effective_message


def _kind(message: Message) -> cards.Kind:
    if message.photo:
        return "picture"
    if message.voice or message.audio or message.video or message.video_note:
        return "recording"
    return "other"
