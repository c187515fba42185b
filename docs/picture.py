"""Draw `docs/phone.svg`: a real conversation with the assistant as a phone shows it."""

import asyncio
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from pydantic import SecretStr

from assistant.application import build
from assistant.core.clock import SystemClock
from assistant.local.api.messages import Message
from assistant.local.api.telegram import LocalTelegram
from assistant.local.person import Person
from assistant.local.running import running, settle
from assistant.local.transport import LocalRequest
from assistant.settings import Settings

PICTURE = Path(__file__).parent / "phone.svg"
PHONES = (("ivroy", "b3010"), ("r134 a", "75-45-7"), ("废塑料", "good morning"))

_TOKEN = "1:picture"  # noqa: S105 - opens nothing
_WIDTH, _MARGIN, _LINE, _LETTERS = 350, 14, 17, 40
_LONGEST = 13  # lines of one message; a phone shows the rest after a thumb's move


async def conversation(questions: Sequence[str]) -> tuple[int, list[Message]]:
    """Ask the questions; give the person's id and the messages on their screen."""
    settings = Settings.load().model_copy(update={"telegram_bot_token": SecretStr(_TOKEN)})
    telegram = LocalTelegram(SystemClock(), token=_TOKEN)
    application = build(settings, request=LocalRequest(telegram))
    officer = Person(telegram, "officer", started=True)
    async with running(application):
        for question in questions:
            await officer.write(question)
            await settle(application, telegram)
    return officer.user.id, list(officer.screen)


def draw(phones: Sequence[tuple[int, Sequence[Message]]]) -> str:
    """Give the picture: a phone beside the other."""
    columns = [list(_phone(person, messages)) for person, messages in phones]
    height = max(bottom for column in columns for _, bottom in column) + _MARGIN
    width = len(columns) * (_WIDTH + _MARGIN) + _MARGIN
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" font-family="sans-serif" font-size="13">'
        )
    ]
    for place, column in enumerate(columns):
        left = _MARGIN + place * (_WIDTH + _MARGIN)
        parts.append(f'<g transform="translate({left} 0)">')
        parts.append(f'<rect y="4" width="{_WIDTH}" height="{height - 8}" rx="18" fill="#d9e4ec"/>')
        parts += [piece for piece, _ in column]
        parts.append("</g>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def _phone(person: int, messages: Sequence[Message]) -> Iterator[tuple[str, int]]:
    """Yield the bubbles of one phone, each with the height at which it ends."""
    top = _MARGIN + 4
    for message in messages:
        own = message.sender == person
        lines = _lines(message)
        high = len(lines) * _LINE + 14
        wide = _WIDTH - 2 * _MARGIN if not own else 24 + 8 * max(_signs(line) for line, _ in lines)
        left = _WIDTH - _MARGIN - wide if own else _MARGIN
        fill = "#e1ffc7" if own else "#ffffff"
        yield (
            f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" rx="10" fill="{fill}"/>',
            top,
        )
        for number, (line, bold) in enumerate(lines):
            weight = ' font-weight="bold"' if bold else ""
            down = top + 20 + number * _LINE
            yield f'<text x="{left + 10}" y="{down}"{weight}>{escape(line)}</text>', down
        top += high + 4
        for row in message.keyboard:
            wide = (_WIDTH - 2 * _MARGIN) // len(row)
            for place, button in enumerate(row):
                left = _MARGIN + place * wide
                fits = _LETTERS // len(row)
                label = escape(textwrap.shorten(button.text, fits, placeholder="…"))
                yield _button(left, top, wide - 4, label), top + 26
            top += 30
        top += 6
        yield "", top


def _button(left: int, top: int, wide: int, label: str) -> str:
    """Draw one button with its words in the middle."""
    middle = left + wide // 2
    return (
        f'<rect x="{left}" y="{top}" width="{wide}" height="26" rx="8" fill="#8fb3cc"/>'
        f'<text x="{middle}" y="{top + 18}" fill="#fff" text-anchor="middle">{label}</text>'
    )


def _lines(message: Message) -> list[tuple[str, bool]]:
    """Break the text as a phone does; tell which lines are bold: the first paragraph's."""
    bold = message.body.entities[:1] and message.body.entities[0].type == "bold"
    lines: list[tuple[str, bool]] = []
    for number, paragraph in enumerate(message.text.split("\n")):
        lines += [(line, bool(bold) and number == 0) for line in textwrap.wrap(paragraph, _LETTERS)]
    if len(lines) > _LONGEST:
        return [*lines[: _LONGEST - 1], ("⋮", False)]
    return lines


def _signs(text: str) -> int:
    """Count letters, those of East Asia as two."""
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)


def main() -> None:
    """Draw it."""
    phones = [asyncio.run(conversation(questions)) for questions in PHONES]
    PICTURE.write_text(draw(phones), encoding="utf-8")


if __name__ == "__main__":
    main()
