"""Text with its entities, counted in UTF-16 units as Telegram counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

# Telegram shows every control character but the line break as a space.
_CONTROL = {code: " " for code in range(32) if chr(code) != "\n"}
_BLANK = " \n"


@dataclass(frozen=True)
class Entity:
    """A stretch of a text that is more than text.

    Attributes:
        type: Telegram's name for it, such as "bold", "text_link" or "bot_command".
        offset: its begin, in UTF-16 units.
        length: in UTF-16 units, at least 1.
        url: where a "text_link" leads.
        language: the programming language of a "pre".
    """

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        """The first UTF-16 unit after it."""
        return self.offset + self.length

    def as_json(self) -> dict[str, object]:
        """Write it as the Bot API does."""
        written: dict[str, object] = {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
        }
        if self.url is not None:
            written["url"] = self.url
        if self.language is not None:
            written["language"] = self.language
        return written


@dataclass(frozen=True)
class Formatted:
    """A text and the entities in it, outer before inner."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def part(self, entity: Entity) -> str:
        """Return the piece of the text that an entity covers."""
        units = self.text.encode("utf-16-le")
        return units[2 * entity.offset : 2 * entity.end].decode("utf-16-le")


NO_TEXT = Formatted()


def utf16_length(text: str) -> int:
    """Count UTF-16 units: 1 for most characters, 2 for those beyond U+FFFF."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces(text: str, limit: int) -> list[str]:
    """Cut a text into pieces of at most `limit` UTF-16 units, as a client cuts a long message."""
    cut: list[str] = []
    begin = units = 0
    for index, character in enumerate(text):
        width = utf16_length(character)
        if units + width > limit:
            cut.append(text[begin:index])
            begin, units = index, 0
        units += width
    cut.append(text[begin:])
    return cut


def clean(formatted: Formatted) -> Formatted:
    """Take control characters out and trim both ends, moving the entities along."""
    text = formatted.text.translate(_CONTROL)
    kept = text.lstrip(_BLANK)
    cut = utf16_length(text) - utf16_length(kept)
    kept = kept.rstrip(_BLANK)
    return Formatted(kept, tuple(_moved(formatted.entities, -cut, utf16_length(kept))))


def _moved(entities: Iterable[Entity], by: int, limit: int) -> Iterable[Entity]:
    for entity in sorted(entities, key=lambda entity: (entity.offset, -entity.length)):
        begin = max(0, entity.offset + by)
        end = min(limit, entity.end + by)
        if begin < end:
            yield replace(entity, offset=begin, length=end - begin)
