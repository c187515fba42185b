"""Messages as lines of a terminal: formatting, links, buttons."""

import itertools
import re
import unicodedata
from collections.abc import Iterator

from assistant.local.api.entities import Entity, Formatted, utf16_length
from assistant.local.api.keyboards import InlineButton, Keyboard

_RESET = "\x1b[0m"
_STYLE_CODE = re.compile(r"\x1b\[\d*m")
_STYLES = {
    "bold": "\x1b[1m",
    "italic": "\x1b[3m",
    "underline": "\x1b[4m",
    "strikethrough": "\x1b[9m",
    "code": "\x1b[36m",
    "pre": "\x1b[36m",
    "text_link": "\x1b[4m",
    "blockquote": "\x1b[2m",
    "expandable_blockquote": "\x1b[2m",
}
# A terminal may take these for commands; Telegram lets some of them through.
_UNSAFE = dict.fromkeys([*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)])


def paint(body: Formatted, *, color: bool) -> str:
    """Return a text as a terminal shows it: styles if `color`, links always written out."""
    painted: list[str] = []
    active: list[Entity] = []
    for begin, piece in _stretches(body):
        closing = [entity for entity in active if entity.end <= begin]
        painted.extend(_link(body, entity) for entity in closing)
        now = [entity for entity in body.entities if entity.offset <= begin < entity.end]
        if color and now != active:
            painted.append(_RESET if active else "")
            painted.extend(_STYLES.get(entity.type, "") for entity in now)
        active = now
        painted.append(plain(piece))
    painted.append(_RESET if color and active else "")
    painted.extend(_link(body, entity) for entity in active)
    return "".join(painted)


def plain(text: str) -> str:
    """Return a text without what a terminal could obey."""
    return text.translate(_UNSAFE)


def wrapped(line: str, columns: int) -> list[str]:
    """Break a painted line between words, so that none is wider than the columns if words allow."""
    lines, room = [""], columns
    for word in re.findall(r"\S+\s*|\s+", line):
        wide = _columns(word.rstrip())
        if wide > room and lines[-1]:
            lines.append("")
            room = columns
        lines[-1] += word
        room -= _columns(word)
    return lines


def _columns(painted: str) -> int:
    """Count the columns that a painted text takes: styles none, letters of East Asia two."""
    shown = _STYLE_CODE.sub("", painted)
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in shown)


def buttons(keyboard: Keyboard) -> list[str]:
    """Return a line for each row: `[1] More  [2] Not this`, counted on over the rows."""
    numbers = itertools.count(1)
    return ["  ".join(f"[{next(numbers)}] {_button(button)}" for button in row) for row in keyboard]


def _button(button: InlineButton) -> str:
    query = button.switch_inline if button.switch_inline is not None else button.switch_inline_here
    if button.url is not None:
        return plain(f"{button.text} <{button.url}>")
    return plain(button.text if query is None else f"{button.text} <:inline {query}>")


def _stretches(body: Formatted) -> Iterator[tuple[int, str]]:
    """Cut a text where entities begin or end; yield the UTF-16 offset and the text of each."""
    edges = {0} | {edge for entity in body.entities for edge in (entity.offset, entity.end)}
    begin, offset, piece = 0, 0, ""
    for character in body.text:
        if offset in edges and piece:
            yield begin, piece
            begin, piece = offset, ""
        piece += character
        offset += utf16_length(character)
    if piece:
        yield begin, piece


def _link(body: Formatted, entity: Entity) -> str:
    if entity.url is None or entity.url == body.part(entity):
        return ""
    return f" <{plain(entity.url)}>"
