"""Fieldline's one entry: `python bot.py run`, `chat`, `ask` or `check`; each has `--help`."""

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from assistant.core.texts import TEXTS, Texts
from assistant.settings import Settings, SettingsError
from assistant.verbs.base import BaseUnusableError

if TYPE_CHECKING:
    from collections.abc import Callable


def main(words: list[str]) -> int:
    """Do what the command line says; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Left to itself it could not write 象牙 into a pipe on Windows.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(words)
    try:
        settings = Settings.load()
        texts = Texts(TEXTS, settings.language)
        verb: Callable[[argparse.Namespace, Settings, Texts], int] = options.verb
        return verb(options, settings, texts)
    except SettingsError as problem:
        print(*problem.lines, sep="\n", file=sys.stderr)
    except BaseUnusableError as problem:
        print(problem, file=sys.stderr)
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; what is left to write goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bot.py", description="Fieldline: what is controlled in trade, asked from a phone."
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")

    run = verbs.add_parser("run", help="on Telegram with a token, else the chat in this terminal")
    run.add_argument("--telegram", action="store_true", help="on Telegram or not at all")
    run.set_defaults(verb=_run)

    chat = verbs.add_parser(
        "chat", help="the chat in this terminal; from a pipe, a script with a line a message"
    )
    chat.set_defaults(verb=_chat)

    ask = verbs.add_parser("ask", help="one question, answered as text or JSON")
    ask.add_argument("query", nargs="?", help="without it: each line of standard input")
    ask.add_argument("--json", action="store_true", help="one object a query on standard output")
    ask.add_argument("--explain", action="store_true", help="the path of the query too")
    ask.set_defaults(verb=_ask)

    check = verbs.add_parser("check", help="settings, data folder, knowledge base, Telegram")
    check.set_defaults(verb=_check)
    return parser


# Each verb imports what it needs when it is called: `ask` starts without Telegram.


def _run(options: argparse.Namespace, settings: Settings, texts: Texts) -> int:
    from assistant.verbs.run import run  # noqa: PLC0415 - see above

    return run(settings, texts.default, telegram=options.telegram)


def _chat(_: argparse.Namespace, settings: Settings, texts: Texts) -> int:
    from assistant.verbs.chat import chat  # noqa: PLC0415 - see above

    return chat(settings, texts.default)


def _ask(options: argparse.Namespace, settings: Settings, texts: Texts) -> int:
    from assistant.verbs.ask import ask  # noqa: PLC0415 - see above

    return ask(
        settings,
        texts.default,
        options.query,
        as_objects=options.json,
        explained=options.explain,
    )


def _check(_: argparse.Namespace, settings: Settings, texts: Texts) -> int:
    from assistant.verbs.check import check  # noqa: PLC0415 - see above

    return check(settings, texts.default, texts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
