"""What of the things that people write reaches the bot."""

from assistant.local.api import views
from assistant.local.api.messages import Message
from assistant.local.api.state import State


def deliver(state: State, kind: str, message: Message) -> None:
    """Queue a "message" or an "edited_message", if the bot gets to see it.

    In a private chat it sees everything. In a group it sees, unless it may read all messages,
    only commands that are not another bot's, replies to itself, what was shared through it, and
    who comes and goes.
    """
    if _visible(state, message):
        state.updates.add(kind, views.message(state, message))


def _visible(state: State, message: Message) -> bool:
    group = state.chats.groups.get(message.chat)
    if group is None:
        return True
    if group.bot != "member":
        return False
    return (
        state.reads_all_group_messages
        or message.via_bot
        or bool(message.joined)
        or message.left is not None
        or _replies_to_bot(state, message)
        or _commands_bot(state, message)
    )


def _replies_to_bot(state: State, message: Message) -> bool:
    if message.reply_to is None:
        return False
    answered = state.history.get(message.chat, message.reply_to)
    return answered is not None and answered.sender == state.bot.id


def _commands_bot(state: State, message: Message) -> bool:
    addressees = {"", state.bot.username.lower()}
    return any(
        message.body.part(entity).partition("@")[2].lower() in addressees
        for entity in message.body.entities
        if entity.type == "bot_command"
    )
