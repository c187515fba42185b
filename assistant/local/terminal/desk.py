"""What a line typed into the terminal chat does: a message, a tap, or a word such as `:photo`."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from assistant.local.api.entities import Formatted, clean, pieces
from assistant.local.api.messages import Message
from assistant.local.api.methods.sending import TEXT_UNITS
from assistant.local.api.refusals import Refusal
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.terminal.screen import Say, Screen

Word = Callable[[str], Awaitable[None]]

_WORD = re.compile(r":([a-z]+)(?:\s+(.*))?", re.DOTALL)
_TAP = re.compile(r"(#?)([0-9]{1,3})")
_PATH = re.compile(r"""(?:"([^"]+)"|'([^']+)'|(\S+))\s*(.*)""", re.DOTALL)
_NAME = re.compile(r"[A-Za-z0-9_-]{1,32}")
_HINT_LENGTH = 100


class Desk:
    """Where people type.

    Args:
        telegram: where they are.
        screen: on which they read; knows who sits there.
        say: gives the terminal's own texts.
    """

    def __init__(self, telegram: LocalTelegram, screen: Screen, say: Say) -> None:
        self._telegram = telegram
        self._screen = screen
        self._say = say
        self._written: dict[int, Message] = {}
        self._words: dict[str, Word] = {
            "as": self._as,
            "edit": self._edit,
            "file": self._file,
            "help": self._help,
            "inline": self._inline,
            "photo": self._photo,
            "say": self._write,
        }

    async def take(self, line: str) -> bool:
        """Do what a line says; return whether to go on. Nothing that is typed raises."""
        line = clean(Formatted(line.replace("\r", ""))).text
        if line == ":quit":
            return False
        try:
            await self._do(line)
        except Refusal as refusal:
            self._hint("local-refused", reason=refusal.description)
        except ValueError as error:
            self._hint("local-refused", reason=str(error))
        return True

    async def _do(self, line: str) -> None:
        if found := _WORD.fullmatch(line):
            word, rest = found.groups(default="")
            if word in self._words:
                await self._words[word](rest)
            else:
                self._hint("local-unknown-word", word=f":{word}")
        elif found := _TAP.fullmatch(line):
            await self._number(line, int(found[2]), always=bool(found[1]))
        else:
            await self._write(line)

    async def _write(self, text: str) -> None:
        for piece in pieces(text, TEXT_UNITS):
            if piece.strip():
                self._written[self._person.user.id] = await self._person.write(piece)

    async def _number(self, line: str, number: int, *, always: bool) -> None:
        """Tap a button; a number that is on none is an answer, such as "12" to "How many?"."""
        message = self._person.newest_with_buttons()
        there = message.buttons if message else ()
        if 1 <= number <= len(there):
            button = there[number - 1]
            query = button.switch_inline or button.switch_inline_here
            if query is not None:
                await self._inline(query)
            elif button.url is not None:
                self._hint("local-link", url=button.url)
            else:
                await self._person.tap(number)
        elif always:
            self._hint("local-no-button", number=str(number))
        else:
            await self._write(line)

    async def _photo(self, rest: str) -> None:
        if found := await self._read_file(rest):
            _, content, caption = found
            self._remember(await self._person.photo(content, caption))

    async def _file(self, rest: str) -> None:
        if found := await self._read_file(rest):
            name, content, caption = found
            self._remember(await self._person.document(content, name, caption))

    async def _read_file(self, rest: str) -> tuple[str, bytes, str] | None:
        """Return name, content and caption; say what is missing otherwise."""
        found = _PATH.fullmatch(rest)
        if not found:
            self._hint("local-needs-path")
            return None
        path = Path(found[1] or found[2] or found[3])
        content = await asyncio.to_thread(_content, path)
        if content is None:
            self._hint("local-no-file", path=str(path))
            return None
        return path.name, content, found[4]

    async def _edit(self, text: str) -> None:
        message = self._written.get(self._person.user.id)
        if message is None or not text:
            self._hint("local-nothing-to-edit")
        else:
            self._remember(await self._person.edit(message, text))

    async def _inline(self, query: str) -> None:
        await self._person.inline(query)

    async def _as(self, name: str) -> None:
        if not _NAME.fullmatch(name):
            self._hint("local-needs-name")
            return
        person = self._screen.known(name)
        if person is None:
            language = self._person.user.language_code or "en"
            person = Person(self._telegram, name, language_code=language, started=True)
        self._screen.meet(person)

    async def _help(self, _rest: str) -> None:
        self._screen.note(self._say("local-help"))

    def _remember(self, message: Message) -> None:
        self._written[message.sender] = message

    def _hint(self, text_id: str, **values: str) -> None:
        shortened = {
            name: value if len(value) <= _HINT_LENGTH else f"{value[:_HINT_LENGTH]}…"
            for name, value in values.items()
        }
        self._screen.note(self._say(text_id, **shortened))

    @property
    def _person(self) -> Person:
        return self._screen.person


def _content(path: Path) -> bytes | None:
    try:
        path = path.expanduser()
        # A pipe or a device would be read for ever.
        return path.read_bytes() if path.is_file() else None
    except (OSError, RuntimeError):  # RuntimeError: there is no home folder for "~"
        return None
