"""A person who uses the local Telegram: writes, sends, taps, asks inline, and sees the screen."""

import re
from dataclasses import replace

from assistant.local.api import views
from assistant.local.api.chats import Standing, User, stable_id
from assistant.local.api.entities import NO_TEXT, Entity, Formatted, clean, utf16_length
from assistant.local.api.events import Event, Listed, Shown, Toast
from assistant.local.api.files import File, Upload
from assistant.local.api.keyboards import InlineButton
from assistant.local.api.messages import Message
from assistant.local.api.methods.sending import CAPTION_UNITS, TEXT_UNITS
from assistant.local.api.privacy import deliver
from assistant.local.api.queries import InlineResult
from assistant.local.api.telegram import LocalTelegram

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")
_INLINE_UNITS = 256


class Person:
    """Somebody with a phone, and the bot's chat open on it.

    What a person does is queued for the bot at once; what the bot makes of it is on the screen
    after `settle`. What no app would let a person do raises ValueError.

    Args:
        telegram: where.
        name: first name and username.
        language_code: what the app is set to.
        user_id: by default one that belongs to the name, the same in every run.
        started: has written to the bot before, so the bot may write first.

    Attributes:
        user: who this is to Telegram.
        toasts: the answers to taps that were seen, oldest first.
        results: the list under the inline query that was typed last; None: not answered yet.
    """

    def __init__(
        self,
        telegram: LocalTelegram,
        name: str,
        *,
        language_code: str = "en",
        user_id: int | None = None,
        started: bool = False,
    ) -> None:
        number = stable_id(name) if user_id is None else user_id
        self.user = User(number, name, name, language_code)
        self.toasts: list[Toast] = []
        self.results: tuple[InlineResult, ...] | None = None
        self._state = telegram.state
        self._inline_id = ""
        self._state.chats.add(self.user)
        if started:
            self._state.chats.started.add(number)
        telegram.watch(self._see)

    @property
    def name(self) -> str:
        """The person's first name."""
        return self.user.first_name

    @property
    def screen(self) -> list[Message]:
        """The messages of the private chat with the bot, newest last."""
        return self.look(self.user.id)

    def look(self, chat: int) -> list[Message]:
        """Return the messages of a chat, newest last."""
        return self._state.history.of(chat)

    async def write(
        self, text: str, *, chat: int | None = None, reply_to: Message | None = None
    ) -> Message:
        """Write to the bot, or into a group.

        Raises:
            ValueError: if there is no text, or more than an app sends as one message.
        """
        body = _typed(text, TEXT_UNITS)
        if not body.text:
            raise ValueError("a message needs a text")
        return self._send(body, chat=chat, reply_to=reply_to)

    async def photo(self, content: bytes, caption: str = "", *, chat: int | None = None) -> Message:
        """Send a picture as photo: PNG, JPEG or GIF.

        Raises:
            Refusal: if it is none, or too large.
        """
        return self._send_file("photo", Upload("photo", content), caption, chat)

    async def document(
        self, content: bytes, name: str = "file.bin", caption: str = "", *, chat: int | None = None
    ) -> Message:
        """Send a file as it is.

        Raises:
            Refusal: if it is empty, or too large.
        """
        return self._send_file("document", Upload(name, content), caption, chat)

    async def voice(self, content: bytes = b"OggS", *, seconds: int = 1) -> Message:
        """Send a voice note."""
        upload = Upload("voice.oga", content, "audio/ogg")
        return self._send(NO_TEXT, self._state.files.keep("voice", upload, duration=seconds))

    async def sticker(self, content: bytes = b"RIFF") -> Message:
        """Send a sticker."""
        upload = Upload("sticker.webp", content, "image/webp")
        return self._send(NO_TEXT, self._state.files.keep("sticker", upload))

    async def edit(self, message: Message, text: str) -> Message:
        """Change the text or caption of an own message.

        Raises:
            ValueError: if it is somebody else's, or gone.
        """
        before = self._state.history.get(message.chat, message.id)
        if before is None or before.sender != self.user.id:
            raise ValueError("a person edits own messages that are still there")
        body = _typed(text, TEXT_UNITS if before.attachment is None else CAPTION_UNITS)
        after = replace(before, body=body, edited=self._state.clock.now())
        self._state.history.keep(after)
        deliver(self._state, "edited_message", after)
        return after

    async def tap(self, button: str | int, on: Message | None = None) -> None:
        """Tap a button that sends data.

        Args:
            button: what is written on it, or its data, or its number in the order of reading,
                counted from 1.
            on: the message as it was seen; one that has changed since can be tapped as it was,
                as happens with a slow screen. By default the newest one with buttons.

        Raises:
            ValueError: if there is no such button, or it opens something instead.
        """
        message = on or self.newest_with_buttons()
        if message is None:
            raise ValueError("there is no message with buttons on the screen")
        data = _button(message, button).data
        if data is None:
            raise ValueError(f"the button {button!r} opens something, it sends nothing")
        now = self._state.history.get(message.chat, message.id)
        seen = views.message(self._state, now) if now else views.gone(self._state, message)
        query = self._state.taps.ask(self.user.id, data)
        self._state.updates.add(
            "callback_query",
            {
                "id": query.id,
                "from": views.user(self.user),
                "message": seen,
                "chat_instance": str(message.chat),
                "data": data,
            },
        )

    def newest_with_buttons(self) -> Message | None:
        """Return the newest message of the private chat that has buttons."""
        return next((message for message in reversed(self.screen) if message.keyboard), None)

    async def inline(self, query: str) -> None:
        """Type an inline query in some chat; the list that comes is in `results`.

        Raises:
            ValueError: if it is too long, or the bot has no inline mode.
        """
        if utf16_length(query) > _INLINE_UNITS:
            raise ValueError(f"an app sends at most {_INLINE_UNITS} units of an inline query")
        if not self._state.supports_inline:
            raise ValueError("the bot has no inline mode")
        asked = self._state.inline.ask(self.user.id, query)
        self._inline_id, self.results = asked.id, None
        self._state.updates.add(
            "inline_query",
            {"id": asked.id, "from": views.user(self.user), "query": query, "offset": ""},
        )

    async def choose(self, result: InlineResult, *, query: str, chat: int | None = None) -> Message:
        """Send one of the results of an inline query to the bot's chat or a group."""
        self._state.updates.add(
            "chosen_inline_result",
            {"result_id": result.id, "from": views.user(self.user), "query": query},
        )
        return self._send(result.body, chat=chat, shared=result)

    async def block(self) -> None:
        """Block the bot."""
        self._change_membership("member", "kicked")
        self._state.chats.blocked.add(self.user.id)

    async def unblock(self) -> None:
        """Take the block back."""
        self._state.chats.blocked.discard(self.user.id)
        self._change_membership("kicked", "member")

    def _change_membership(self, before: Standing, after: Standing) -> None:
        change = views.membership(self._state, self.user, self.user.id, before, after)
        self._state.updates.add("my_chat_member", change)

    def _send_file(self, kind: str, upload: Upload, caption: str, chat: int | None) -> Message:
        body = _typed(caption, CAPTION_UNITS)
        return self._send(body, self._state.files.keep(kind, upload), chat=chat)

    def _send(
        self,
        body: Formatted,
        attachment: File | None = None,
        *,
        chat: int | None = None,
        reply_to: Message | None = None,
        shared: InlineResult | None = None,
    ) -> Message:
        message = Message(
            id=self._state.history.next_id(),
            chat=self._enter(chat),
            sender=self.user.id,
            date=self._state.clock.now(),
            body=body,
            attachment=attachment,
            keyboard=shared.keyboard if shared else (),
            reply_to=reply_to.id if reply_to else None,
            via_bot=shared is not None,
        )
        self._state.history.keep(message)
        self._state.tell(Shown(message))
        deliver(self._state, "message", message)
        return message

    def _enter(self, chat: int | None) -> int:
        """Return the id of the chat to be written in: a group's, or the private one's."""
        chats = self._state.chats
        if chat is None or chat == self.user.id:
            if self.user.id in chats.blocked:
                raise ValueError(f"{self.name} has blocked the bot and cannot write to it")
            chats.started.add(self.user.id)
            return self.user.id
        if chat not in chats.groups or self.user.id not in chats.groups[chat].members:
            raise ValueError(f"{self.name} is not in a group {chat}")
        return chat

    def _see(self, event: Event) -> None:
        if isinstance(event, Toast) and event.user == self.user.id:
            self.toasts.append(event)
        # An answer to a query that has been typed over comes too late for the app.
        if isinstance(event, Listed) and event.query.id == self._inline_id:
            self.results = event.results


def _typed(text: str, limit: int) -> Formatted:
    """Make a text what an app sends: cleaned, its commands marked."""
    body = clean(Formatted(text.replace("\r", "")))
    if utf16_length(body.text) > limit:
        raise ValueError(f"an app sends at most {limit} UTF-16 units at once, cut the text")
    commands = tuple(
        Entity("bot_command", utf16_length(body.text[: found.start()]), len(found.group()))
        for found in _COMMAND.finditer(body.text)
    )
    return replace(body, entities=commands)


def _button(message: Message, wanted: str | int) -> InlineButton:
    buttons = message.buttons
    if isinstance(wanted, int):
        if 1 <= wanted <= len(buttons):
            return buttons[wanted - 1]
    else:
        for button in buttons:
            if wanted in {button.text, button.data}:
                return button
    there = ", ".join(repr(button.text) for button in buttons) or "none"
    raise ValueError(f"no button {wanted!r} on this message; there: {there}")
