"""`ask`: a question from the command line, answered as a card in text or as JSON."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import BinaryIO

from assistant.core.html import plain
from assistant.core.texts import Language
from assistant.lookup.cards import answer_card, worked_out
from assistant.settings import Settings
from assistant.verbs import explain
from assistant.verbs.base import open_base
from knowledge import Knowledge, Path, Verdict, as_json


def ask(
    settings: Settings,
    language: Language,
    query: str | None,
    *,
    as_objects: bool,
    explained: bool = False,
) -> int:
    """Answer one query, or with none each line of standard input; return the exit code.

    `as_objects` prints JSON, `explained` the path of the query too.
    """
    base = open_base(settings, language)
    for one in [query] if query is not None else lines(sys.stdin.buffer):
        path = Path()
        answer = base.ask(one, path)
        if as_objects:
            told = {"path": [asdict(step) for step in path.steps]} if explained else {}
            _print(json.dumps({**as_json(answer), **told}, ensure_ascii=False))
            continue
        if explained:
            _print("\n".join(explain.lines(path.steps)) + "\n")
        _print(as_text(settings, language, base, one))
    return 0


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield each line: only a line feed ends one, and what is no UTF-8 is shown as such."""
    for line in stream:
        yield line.removesuffix(b"\n").decode(errors="replace")


def as_text(settings: Settings, language: Language, base: Knowledge, query: str) -> str:
    """Give the card of an answer as plain text, its offers as a list."""
    asked = worked_out(language, base, query)
    card = answer_card(
        language,
        base,
        asked.answer,
        settings.help_contact,
        country=settings.country,
        figures=asked.lines,
    )
    is_choice = asked.answer.verdict is not Verdict.SURE
    offers = [f"- {button.text}" for row in card.buttons for button in row if is_choice]
    return "\n".join([plain(card.text), *offers])


def _print(text: str) -> None:
    # Half a surrogate pair, as a command line may hold, cannot be written as UTF-8.
    sys.stdout.buffer.write(text.encode(errors="replace") + b"\n")
    sys.stdout.buffer.flush()
