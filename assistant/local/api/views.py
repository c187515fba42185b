"""The Bot API's objects: users, chats, messages and files as JSON."""

from datetime import datetime
from typing import Any

from assistant.local.api import keyboards
from assistant.local.api.chats import Standing, User
from assistant.local.api.files import File
from assistant.local.api.messages import Message
from assistant.local.api.state import State

Json = dict[str, Any]


def user(someone: User) -> Json:
    """Write a User."""
    view: Json = {
        "id": someone.id,
        "is_bot": someone.is_bot,
        "first_name": someone.first_name,
        "username": someone.username,
    }
    if someone.language_code:
        view["language_code"] = someone.language_code
    return view


def chat(state: State, chat_id: int) -> Json:
    """Write a Chat."""
    group = state.chats.groups.get(chat_id)
    if group is not None:
        return {"id": group.id, "type": "supergroup", "title": group.title}
    person = state.chats.user(chat_id)
    return {
        "id": person.id,
        "type": "private",
        "first_name": person.first_name,
        "username": person.username,
    }


def membership(state: State, by: User, chat_id: int, before: Standing, after: Standing) -> Json:
    """Write the ChatMemberUpdated that tells the bot how it stands in a chat now."""
    return {
        "chat": chat(state, chat_id),
        "from": user(by),
        "date": seconds(state.clock.now()),
        "old_chat_member": _member(state, before),
        "new_chat_member": _member(state, after),
    }


def message(state: State, shown: Message) -> Json:
    """Write a Message, with the one that it replies to, if that is still there."""
    view = _message(state, shown)
    if shown.reply_to is not None:
        answered = state.history.get(shown.chat, shown.reply_to)
        if answered is not None:
            view["reply_to_message"] = _message(state, answered)
    return view


def gone(state: State, shown: Message) -> Json:
    """Write an InaccessibleMessage: one that is tapped on a slow screen after its deletion."""
    return {"message_id": shown.id, "chat": chat(state, shown.chat), "date": 0}


def seconds(moment: datetime) -> int:
    """Write a date: whole seconds since the epoch."""
    return int(moment.timestamp())


def file(kept: File) -> Json:
    """Write what getFile answers."""
    return _file(kept) | {"file_path": kept.path}


def _message(state: State, shown: Message) -> Json:
    view: Json = {
        "message_id": shown.id,
        "from": user(state.chats.user(shown.sender)),
        "chat": chat(state, shown.chat),
        "date": seconds(shown.date),
    }
    if shown.edited is not None:
        view["edit_date"] = seconds(shown.edited)
    if shown.via_bot:
        view["via_bot"] = user(state.bot)
    if shown.protected:
        view["has_protected_content"] = True
    if shown.attachment is not None:
        view |= _attachment(shown.attachment)
    view |= _body(shown)
    if shown.keyboard:
        view["reply_markup"] = keyboards.as_json(shown.keyboard)
    if shown.joined:
        view["new_chat_members"] = [user(state.chats.user(one)) for one in shown.joined]
    if shown.left is not None:
        view["left_chat_member"] = user(state.chats.user(shown.left))
    return view


def _member(state: State, standing: Standing) -> Json:
    view: Json = {"status": standing, "user": user(state.bot)}
    if standing == "kicked":
        view["until_date"] = 0
    return view


def _body(shown: Message) -> Json:
    if not shown.text:
        return {}
    text, entities = ("text", "entities")
    if shown.attachment is not None:
        text, entities = ("caption", "caption_entities")
    view: Json = {text: shown.text}
    if shown.body.entities:
        view[entities] = [entity.as_json() for entity in shown.body.entities]
    return view


def _attachment(kept: File) -> Json:
    view = _file(kept)
    if kept.kind == "photo":
        return {"photo": [view | {"width": kept.width, "height": kept.height}]}
    if kept.kind == "voice":
        return {"voice": view | {"duration": kept.duration, "mime_type": kept.mime}}
    if kept.kind == "sticker":
        shape = {"type": "regular", "width": 512, "height": 512}
        return {"sticker": view | shape | {"is_animated": False, "is_video": False}}
    return {"document": view | {"file_name": kept.name, "mime_type": kept.mime}}


def _file(kept: File) -> Json:
    return {
        "file_id": kept.id,
        "file_unique_id": kept.unique_id,
        "file_size": len(kept.content),
    }
