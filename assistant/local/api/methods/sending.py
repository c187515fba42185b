"""The methods that send: sendMessage, sendPhoto, sendDocument, sendChatAction."""

from assistant.local.api import keyboards, views
from assistant.local.api.entities import Formatted, utf16_length
from assistant.local.api.events import Shown
from assistant.local.api.files import File, Upload
from assistant.local.api.messages import Message
from assistant.local.api.parameters import Parameters
from assistant.local.api.refusals import bad_request
from assistant.local.api.state import State
from assistant.local.api.views import Json

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_message(state: State, parameters: Parameters) -> Json:
    """Send a text."""
    chat = parameters.chat()
    state.chats.writable(chat)
    return _send(state, parameters, text(parameters, "text"))


def send_photo(state: State, parameters: Parameters) -> Json:
    """Send a picture."""
    return _send_file(state, parameters, "photo")


def send_document(state: State, parameters: Parameters) -> Json:
    """Send a file as it is."""
    return _send_file(state, parameters, "document")


def send_chat_action(state: State, parameters: Parameters) -> bool:
    """Show that the bot is busy; nobody here keeps that."""
    state.chats.writable(parameters.chat())
    if parameters.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def text(parameters: Parameters, name: str, *, too_long: str = "message is too long") -> Formatted:
    """Read the text of a message.

    Raises:
        Refusal: if it is empty or over 4096 UTF-16 units after parsing.
    """
    if not parameters.text(name):
        raise bad_request("message text is empty")
    read = parameters.formatted(name, "entities")
    if not read.text:
        raise bad_request("text must be non-empty")
    if utf16_length(read.text) > TEXT_UNITS:
        raise bad_request(too_long)
    return read


def caption(parameters: Parameters, *, too_long: str = "message caption is too long") -> Formatted:
    """Read a caption.

    Raises:
        Refusal: if it is over 1024 UTF-16 units after parsing.
    """
    read = parameters.formatted("caption", "caption_entities")
    if utf16_length(read.text) > CAPTION_UNITS:
        raise bad_request(too_long)
    return read


def kept_file(state: State, kind: str, upload: Upload | str) -> File:
    """Keep an upload, or find the file that an id names."""
    if isinstance(upload, Upload):
        return state.files.keep(kind, upload)
    return state.files.reuse(kind, upload)


def _send_file(state: State, parameters: Parameters, kind: str) -> Json:
    chat = parameters.chat()
    state.chats.writable(chat)
    body = caption(parameters)
    attachment = kept_file(state, kind, parameters.upload(kind))
    return _send(state, parameters, body, attachment)


def _send(
    state: State, parameters: Parameters, body: Formatted, attachment: File | None = None
) -> Json:
    chat = parameters.chat()
    keyboard = keyboards.read(parameters.structure("reply_markup"))
    reply_to = _reply_to(state, parameters, chat)
    message = Message(
        id=state.history.next_id(),
        chat=chat,
        sender=state.bot.id,
        date=state.clock.now(),
        body=body,
        attachment=attachment,
        keyboard=keyboard,
        reply_to=reply_to,
        protected=parameters.flag("protect_content"),
        silent=parameters.flag("disable_notification"),
    )
    state.history.keep(message)
    state.tell(Shown(message))
    return views.message(state, message)


def _reply_to(state: State, parameters: Parameters, chat: int) -> int | None:
    given = parameters.structure("reply_parameters")
    if not isinstance(given, dict):
        return None
    reply = parameters.inner(given)
    if reply.flag("allow_sending_without_reply"):
        answered = state.history.get(chat, reply.integer("message_id"))
        return answered.id if answered else None
    return state.history.find(chat, reply.integer("message_id"), to="be replied").id
