"""The methods of the Bot API that the local Telegram knows, by their names in small letters."""

from collections.abc import Callable

from assistant.local.api.methods import about, answering, editing, sending
from assistant.local.api.parameters import Parameters
from assistant.local.api.state import State

Method = Callable[[State, Parameters], object]

METHODS: dict[str, Method] = {
    "answercallbackquery": answering.answer_callback_query,
    "answerinlinequery": answering.answer_inline_query,
    "deletemessage": editing.delete_message,
    "deletemycommands": about.delete_my_commands,
    "deletewebhook": about.delete_webhook,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagetext": editing.edit_message_text,
    "getchat": about.get_chat,
    "getfile": about.get_file,
    "getme": about.get_me,
    "getmycommands": about.get_my_commands,
    "getmydescription": about.get_my_description,
    "getmyshortdescription": about.get_my_short_description,
    "sendchataction": sending.send_chat_action,
    "senddocument": sending.send_document,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "setmycommands": about.set_my_commands,
    "setmydescription": about.set_my_description,
    "setmyshortdescription": about.set_my_short_description,
}
