"""The methods that change what was sent: edits of text, caption, media and buttons; deletion."""

from dataclasses import replace
from datetime import timedelta

from assistant.local.api import keyboards, views
from assistant.local.api.events import Deleted, Edited
from assistant.local.api.messages import Message
from assistant.local.api.methods import sending
from assistant.local.api.parameters import Parameters
from assistant.local.api.refusals import bad_request
from assistant.local.api.state import State
from assistant.local.api.views import Json

_DELETABLE = timedelta(hours=48)


def edit_message_text(state: State, parameters: Parameters) -> Json:
    """Change the text of a message; buttons that are not given again go."""
    before = _editable(state, parameters)
    if before.attachment is not None:
        raise bad_request("there is no text in the message to edit")
    body = sending.text(parameters, "text", too_long="MESSAGE_TOO_LONG")
    return _edit(state, parameters, before, replace(before, body=body))


def edit_message_caption(state: State, parameters: Parameters) -> Json:
    """Change or remove the caption of a photo or document."""
    before = _editable(state, parameters)
    if before.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    body = sending.caption(parameters, too_long="MEDIA_CAPTION_TOO_LONG")
    return _edit(state, parameters, before, replace(before, body=body))


def edit_message_media(state: State, parameters: Parameters) -> Json:
    """Put another photo or document, with its caption, in place of the message's."""
    before = _editable(state, parameters)
    given = parameters.structure("media")
    media = parameters.inner(given if isinstance(given, dict) else {})
    kind = media.text("type")
    if kind not in {"photo", "document"}:
        raise bad_request("the local Telegram edits photos and documents only")
    body = sending.caption(media, too_long="MEDIA_CAPTION_TOO_LONG")
    attachment = sending.kept_file(state, kind, media.upload("media"))
    return _edit(state, parameters, before, replace(before, body=body, attachment=attachment))


def edit_message_reply_markup(state: State, parameters: Parameters) -> Json:
    """Change or remove the buttons of a message."""
    before = _editable(state, parameters)
    return _edit(state, parameters, before, before)


def delete_message(state: State, parameters: Parameters) -> bool:
    """Delete a message of the bot's, or a person's in a private chat, within 48 hours."""
    chat = parameters.chat()
    state.chats.known(chat)
    message = state.history.find(chat, parameters.integer("message_id"), to="delete")
    own = message.sender == state.bot.id
    in_group = chat in state.chats.groups
    if state.clock.now() - message.date > _DELETABLE or (in_group and not own):
        raise bad_request("message can't be deleted for everyone")
    state.history.delete(message)
    state.tell(Deleted(message))
    return True


def _editable(state: State, parameters: Parameters) -> Message:
    chat = parameters.chat()
    state.chats.writable(chat)
    message = state.history.find(chat, parameters.integer("message_id"), to="edit")
    if message.sender != state.bot.id:
        raise bad_request("message can't be edited")
    return message


def _edit(state: State, parameters: Parameters, before: Message, after: Message) -> Json:
    keyboard = keyboards.read(parameters.structure("reply_markup"))
    after = replace(after, keyboard=keyboard)
    if after == before:
        raise bad_request(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message",
        )
    after = replace(after, edited=state.clock.now())
    state.history.keep(after)
    state.tell(Edited(after))
    return views.message(state, after)
