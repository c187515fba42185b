"""What home says: the greeting, the examples, and help for messages that are no questions."""

from collections.abc import Callable, Sequence
from typing import Literal

from assistant.core.html import bold, code, cut, escape
from assistant.core.messaging.card import Card
from assistant.core.texts import Language

Kind = Literal["picture", "recording", "other"]
FirstLine = Callable[[Language, str], str]
"""Gives the first line, in HTML, of the answer to a question."""

_TRY = ("ivory", "R-22", "废塑料")
_INLINE_EXAMPLE = "pangolin"
_QUESTIONS = ("ivory", "r134 a", "b3010", "75-45-7")
_LONGEST_COMMAND = 33


def greeting(language: Language, feature_lines: Sequence[str]) -> Card:
    """Return the card of /start; the features' lines are HTML."""
    examples = " · ".join(code(example) for example in _TRY)
    lines = [
        f"{bold(language.say('home-title'))} – {escape(language.say('home-what'))}",
        escape(language.say("home-how")),
        "",
        language.say("home-try", examples=examples),
        *feature_lines,
        escape(language.say("home-more")),
    ]
    return Card("\n".join(lines))


def examples(
    language: Language,
    first_line: FirstLine,
    bot_name: str,
    help_contact: str,
) -> Card:
    """Return the card of /help: questions with the first lines of their answers."""
    lines = [bold(language.say("home-help-title"))]
    for question in _QUESTIONS:
        lines += ["", code(question), first_line(language, question)]
    lines += ["", language.say("home-help-inline", example=code(f"@{bot_name} {_INLINE_EXAMPLE}"))]
    if help_contact:
        lines.append(escape(language.say("home-help-contact", contact=help_contact)))
    return Card("\n".join(lines))


def not_text(language: Language, kind: Kind) -> Card:
    """Return the answer to a message without text."""
    return Card(escape(language.say("home-not-text", kind=kind)))


def edited(language: Language) -> Card:
    """Return the answer to a message that was changed."""
    return Card(escape(language.say("home-edited")))


def unknown_command(language: Language, command: str) -> Card:
    """Return the answer to a command that there is not, `/` included."""
    shown = cut(command, _LONGEST_COMMAND)
    return Card(escape(language.say("home-unknown-command", command=shown)))
