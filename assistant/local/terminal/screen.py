"""The screen of the terminal chat: what the bot shows, in lines under its name."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from assistant.local.api.events import Deleted, Edited, Event, Listed, Shown, Toast
from assistant.local.api.files import File
from assistant.local.api.messages import Message
from assistant.local.person import Person
from assistant.local.terminal import painting

Say = Callable[..., str]

_BOT = "bot"
_LABEL_WIDTH = 9
_CLEAR_LINE = "\r\x1b[K"


class Screen:
    """Prints what people see in the private chats with the bot.

    Args:
        out: where to.
        color: whether to use ANSI styles.
        live: whether a person types on this terminal, below what is printed.
        folder: where the bot's pictures and files are put.
        say: gives the terminal's own texts.
        people: everybody whose chat is shown; the first one is there at the beginning.
    """

    def __init__(
        self,
        out: TextIO,
        *,
        color: bool,
        live: bool,
        folder: Path,
        say: Say,
        people: Iterable[Person],
    ) -> None:
        self._out = out
        self._color = color
        self._live = live
        self._folder = folder
        self._say = say
        self._people = {person.user.id: person for person in people}
        self._prompt = ""
        self.person = next(iter(self._people.values()))

    def meet(self, person: Person) -> None:
        """Let a person sit down at the terminal."""
        self._people[person.user.id] = self.person = person

    def known(self, name: str) -> Person | None:
        """Return who has this name, if anybody here has."""
        return next((person for person in self._people.values() if person.name == name), None)

    def see(self, event: Event) -> None:
        """Print an event, unless it concerns nobody here."""
        match event:
            case Shown(message) | Edited(message) | Deleted(message):
                # What people write is on the screen already, as they typed it.
                typed = message.sender in self._people and not isinstance(event, Deleted)
                if message.chat in self._people and not typed:
                    self._write(self._label(message.chat), self._message(event, message))
            case Toast(user, text, alert) if user in self._people:
                mark = self._say("local-alert" if alert else "local-toast")
                self._write(self._label(user), f"({mark}) {painting.plain(text)}")
            case Listed(query, results) if query.user in self._people:
                lines = [f"{result.title} – {result.description}" for result in results]
                found = "\n".join(lines) or self._say("local-no-results")
                self._write(self._label(query.user), painting.plain(found))

    def typed(self, line: str) -> None:
        """Print what a script wrote."""
        self._write(self.person.name, painting.plain(line))

    def note(self, text: str) -> None:
        """Print a text of the terminal's own, which may hold what was typed."""
        self._write("", painting.plain(text))

    def prompt(self) -> None:
        """Ask for a line."""
        if self._live:
            self._prompt = f"{self.person.name}> "
            self._put(self._prompt)

    def entered(self) -> None:
        """Take note that the line asked for has been typed."""
        self._prompt = ""

    def close(self) -> None:
        """Leave the terminal with the cursor on a line of its own."""
        if self._prompt:
            self._put("\n")

    def _label(self, chat: int) -> str:
        person = self._people[chat]
        return _BOT if person is self.person else f"{_BOT}→{person.name}"

    def _message(self, event: Event, message: Message) -> str:
        if isinstance(event, Deleted):
            first_line = message.text.partition("\n")[0]
            return f"({self._say('local-deleted')}) {painting.plain(first_line)}"
        lines = [painting.paint(message.body, color=self._color)] if message.text else []
        if message.attachment is not None:
            lines.insert(0, self._saved(message.attachment))
        lines.extend(painting.buttons(message.keyboard))
        mark = f"({self._say('local-edited')}) " if isinstance(event, Edited) else ""
        return mark + "\n".join(lines)

    def _saved(self, file: File) -> str:
        """Put a file into the folder, once, and return the line that tells where it is."""
        self._folder.mkdir(parents=True, exist_ok=True)
        kept_as = file.path.rpartition("/")[2]
        path = self._folder / (kept_as if file.kind == "photo" else f"{kept_as}-{file.name}")
        if not path.exists():
            path.write_bytes(file.content)
        text_id = "local-picture" if file.kind == "photo" else "local-file"
        return f"[{self._say(text_id)} {path}]"

    def _write(self, label: str, text: str) -> None:
        width = max(_LABEL_WIDTH, len(label) + 2)
        lines = text.split("\n")
        if self._live:
            columns = shutil.get_terminal_size().columns - width - 1
            lines = [part for line in lines for part in painting.wrapped(line, max(columns, 20))]
        first, *rest = lines
        lines = [f"{label:<{width}}{first}", *(f"{'':<{width}}{line}" for line in rest)]
        # A line that is being typed is taken away and asked for again below what is printed;
        # Ctrl-R shows what had been typed of it, which is still there.
        before = _CLEAR_LINE if self._prompt else ""
        self._put(before + "\n".join(line.rstrip() for line in lines) + "\n" + self._prompt)

    def _put(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
