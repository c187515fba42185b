"""The methods that tell or set something: the bot, chats, files, commands and descriptions."""

import json

from assistant.local.api import views
from assistant.local.api.parameters import Parameters
from assistant.local.api.state import State
from assistant.local.api.views import Json

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def get_me(state: State, _parameters: Parameters) -> Json:
    """Tell who the bot is and what it may do."""
    return views.user(state.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": state.reads_all_group_messages,
        "supports_inline_queries": state.supports_inline,
    }


def delete_webhook(state: State, parameters: Parameters) -> bool:
    """Take the webhook back, which there never is; drop what waits if that is asked."""
    if parameters.flag("drop_pending_updates"):
        state.updates.drop()
    return True


def get_chat(state: State, parameters: Parameters) -> Json:
    """Tell about a chat."""
    chat = parameters.chat()
    state.chats.known(chat)
    return views.chat(state, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }


def get_file(state: State, parameters: Parameters) -> Json:
    """Tell where a file is downloaded from."""
    return views.file(state.files.get(parameters.text("file_id")))


def set_my_commands(state: State, parameters: Parameters) -> bool:
    """Set the bot's commands."""
    scope, language = _scope(state, parameters)
    state.profile.set_commands(parameters.structure("commands"), scope, language)
    return True


def delete_my_commands(state: State, parameters: Parameters) -> bool:
    """Take the bot's commands back."""
    state.profile.delete_commands(*_scope(state, parameters))
    return True


def get_my_commands(state: State, parameters: Parameters) -> list[Json]:
    """Tell the commands of exactly one scope and language."""
    commands = state.profile.commands(*_scope(state, parameters))
    return [
        {"command": command.command, "description": command.description} for command in commands
    ]


def set_my_description(state: State, parameters: Parameters) -> bool:
    """Set what an empty chat with the bot shows."""
    return _set_text(state, parameters, "description")


def set_my_short_description(state: State, parameters: Parameters) -> bool:
    """Set what the bot's profile shows."""
    return _set_text(state, parameters, "short_description")


def get_my_description(state: State, parameters: Parameters) -> Json:
    """Tell what an empty chat with the bot shows."""
    return _text(state, parameters, "description")


def get_my_short_description(state: State, parameters: Parameters) -> Json:
    """Tell what the bot's profile shows."""
    return _text(state, parameters, "short_description")


def _scope(state: State, parameters: Parameters) -> tuple[str, str]:
    given = parameters.structure("scope")
    scope = given if isinstance(given, dict) else {"type": "default"}
    if "chat_id" in scope:
        chat = parameters.inner(scope).chat()
        state.chats.known(chat)
        scope = scope | {"chat_id": chat}
    return json.dumps(scope, sort_keys=True), parameters.text("language_code")


def _set_text(state: State, parameters: Parameters, kind: str) -> bool:
    state.profile.set_text(kind, parameters.text(kind), parameters.text("language_code"))
    return True


def _text(state: State, parameters: Parameters, kind: str) -> Json:
    return {kind: state.profile.text(kind, parameters.text("language_code"))}
