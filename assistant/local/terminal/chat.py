"""The chat in the terminal: the whole assistant without Telegram, typed or from a script."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import AnyApplication, running, settle
from assistant.local.terminal.desk import Desk
from assistant.local.terminal.reader import lines
from assistant.local.terminal.screen import Say, Screen

PEOPLE = ("officer", "coordinator")


async def chat(  # noqa: PLR0913 - a terminal and what it shows; each is given by the command line
    application: AnyApplication,
    telegram: LocalTelegram,
    *,
    stdin: BinaryIO,
    stdout: TextIO,
    color: bool,
    people: Sequence[Person],
    folder: Path,
    say: Say,
) -> None:
    """Run an application and let people talk with it until the input, Ctrl-C or SIGTERM ends it.

    On a terminal whoever is there types; from a pipe a script is read, one line a message, and
    each is answered before the next one is sent.

    Args:
        application: built over `telegram`, not started.
        telegram: where they meet.
        stdin: `sys.stdin.buffer`, or what stands for it.
        stdout: where the chat is printed.
        color: whether to use ANSI styles.
        people: who is there; the first one types at the beginning. `default_people` makes them.
        folder: where pictures and files that the bot sends are put.
        say: gives the terminal's own texts, "local-...".
    """
    typed = stdin.isatty()
    live = typed and stdout.isatty()
    screen = Screen(stdout, color=color, live=live, folder=folder, say=say, people=people)
    desk = Desk(telegram, screen, say)
    telegram.watch(screen.see)
    async with running(application):
        talk = asyncio.create_task(
            _converse(stdin, screen, desk, say)
            if typed
            else _play(stdin, screen, desk, application, telegram),
        )
        with _ended_by_signals(talk.cancel):
            try:
                await asyncio.wait({talk})
            finally:
                talk.cancel()
        screen.close()
        if not talk.cancelled():
            talk.result()


def default_people(telegram: LocalTelegram, language_code: str) -> tuple[Person, ...]:
    """Return an officer and a coordinator, whom the bot may write to first.

    They are the same people in every run, and what they had started before is still started.
    """
    return tuple(
        Person(telegram, name, language_code=language_code, started=True) for name in PEOPLE
    )


async def _converse(stdin: BinaryIO, screen: Screen, desk: Desk, say: Say) -> None:
    screen.note(say("local-welcome"))
    screen.prompt()
    async for line in lines(stdin):
        screen.entered()
        if not await desk.take(line):
            return
        screen.prompt()


async def _play(
    stdin: BinaryIO,
    screen: Screen,
    desk: Desk,
    application: AnyApplication,
    telegram: LocalTelegram,
) -> None:
    async for line in lines(stdin):
        if line.strip():
            screen.typed(line)
            if not await desk.take(line):
                return
            await settle(application, telegram)


@contextlib.contextmanager
def _ended_by_signals(end: Callable[[], object]) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    caught = (signal.SIGINT, signal.SIGTERM)
    # Windows has no such handlers; there Ctrl-C ends the program as it ends any other.
    with contextlib.suppress(NotImplementedError):
        for number in caught:
            loop.add_signal_handler(number, end)
    try:
        yield
    finally:
        with contextlib.suppress(NotImplementedError):
            for number in caught:
                loop.remove_signal_handler(number)
