"""HTML as Telegram reads it: from `<b>text</b>` to a text with entities, or a refusal."""

import re
from dataclasses import dataclass, replace

from assistant.local.api.entities import Entity, Formatted, utf16_length
from assistant.local.api.refusals import Refusal, bad_request

_TYPES = {
    "a": "text_link",
    "b": "bold",
    "blockquote": "blockquote",
    "code": "code",
    "del": "strikethrough",
    "em": "italic",
    "i": "italic",
    "ins": "underline",
    "pre": "pre",
    "s": "strikethrough",
    "span": "spoiler",
    "strike": "strikethrough",
    "strong": "bold",
    "tg-spoiler": "spoiler",
    "u": "underline",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_HIGHEST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)

_REFERENCE = re.compile(r"&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));?", re.IGNORECASE)
_TAG_NAME = re.compile(r"[^\s>]*")
_BLANKS = re.compile(r"\s*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_SCHEME = re.compile(r"(?:https?|tg|ton)://|(?:mailto|tel):", re.IGNORECASE)
_DOMAIN = re.compile(r"[^\s/.]+\.[^\s/.]{2,}")


def parse(html: str) -> Formatted:
    """Read Telegram's HTML.

    Raises:
        Refusal: 400 "can't parse entities: ..." with the byte offset of what is wrong.
    """
    return _Reader(html).read()


@dataclass(frozen=True)
class _Open:
    """A start tag whose end has not been read yet."""

    tag: str
    argument: str
    offset: int
    begin: int


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._units = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> Formatted:
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "<":
                if self._source.startswith("</", self._at):
                    self._end_tag()
                else:
                    self._start_tag()
                continue
            if character == "&":
                character = self._reference()
            else:
                self._at += 1
            self._text.append(character)
            self._units += utf16_length(character)
        if self._open:
            tag = self._open[-1].tag
            raise _unreadable(f'Can\'t find end tag corresponding to start tag "{tag}"')
        # The language of a code is known for the sake of a "pre" around it only.
        entities = [
            replace(entity, language=None) if entity.type == "code" else entity
            for entity in self._entities
        ]
        entities.sort(key=lambda entity: (entity.offset, -entity.length))
        return Formatted("".join(self._text), tuple(entities))

    def _reference(self) -> str:
        """Read a reference such as `&lt;`; an unknown one is the text that it looks like."""
        found = _REFERENCE.match(self._source, self._at)
        character = _referred(found) if found else ""
        if not found or not character:
            self._at += 1
            return "&"
        self._at = found.end()
        return character

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._take(_TAG_NAME).lower()
        if self._at == len(self._source):
            raise _unreadable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _TYPES:
            raise _unreadable(
                f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}',
            )
        attributes = self._attributes(tag, begin)
        argument = {
            "a": attributes.get("href", ""),
            "code": attributes.get("class", "").partition("language-")[2],
            "blockquote": "expandable" if "expandable" in attributes else "",
        }.get(tag, "")
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unreadable(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}',
            )
        self._open.append(_Open(tag, argument, self._units, len(self._text)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Read up to and over the `>` of a start tag."""
        attributes: dict[str, str] = {}
        while True:
            self._take(_BLANKS)
            if self._source.startswith(">", self._at):
                self._at += 1
                return attributes
            name = self._take(_ATTRIBUTE_NAME)
            self._take(_BLANKS)
            if self._at == len(self._source):
                raise _unreadable(
                    f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}',
                )
            if not name:
                raise _unreadable(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}',
                )
            attributes[name.lower()] = self._attribute_value(begin)

    def _attribute_value(self, begin: int) -> str:
        if not self._source.startswith("=", self._at):
            return ""
        self._at += 1
        self._take(_BLANKS)
        quote = self._source[self._at : self._at + 1]
        if quote in {'"', "'"}:
            closing = self._source.find(quote, self._at + 1)
            if closing < 0:
                raise _unreadable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
            raw = self._source[self._at + 1 : closing]
            self._at = closing + 1
            return _REFERENCE.sub(lambda found: _referred(found) or found.group(), raw)
        token_begin = self._at
        token = self._take(_TOKEN).lower()
        follows = self._source[self._at : self._at + 1]
        if follows != ">" and not follows.isspace():
            raise _unreadable(
                f"Unexpected end of name token at byte offset {self._bytes(token_begin)}",
            )
        return token

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise _unreadable(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self._at += 2
        found = self._take(_TAG_NAME)
        self._take(_BLANKS)
        if not self._source.startswith(">", self._at):
            raise _unreadable(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self._at += 1
        opened = self._open.pop()
        if found and found.lower() != opened.tag:
            raise _unreadable(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"',
            )
        if self._units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        kind = _TYPES[opened.tag]
        length = self._units - opened.offset
        if kind == "text_link":
            inner = "".join(self._text[opened.begin :])
            url = _checked(opened.argument or inner)
            # A link that leads nowhere is sent as the text alone.
            if url:
                self._entities.append(Entity(kind, opened.offset, length, url=url))
            return
        if kind == "blockquote" and opened.argument:
            kind = "expandable_blockquote"
        language = opened.argument or None if kind == "code" else None
        if kind == "pre":
            language = self._language(opened.offset, length)
        self._entities.append(Entity(kind, opened.offset, length, language=language))

    def _language(self, offset: int, length: int) -> str | None:
        """Merge `<pre><code class="language-x">` into one entity; return its language."""
        last = self._entities[-1] if self._entities else None
        if last and last.language and (last.offset, last.length) == (offset, length):
            self._entities.pop()
            return last.language
        return None

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._source, self._at)
        taken = found.group() if found else ""
        self._at += len(taken)
        return taken

    def _bytes(self, index: int) -> int:
        return len(self._source[:index].encode())


def _referred(found: re.Match[str]) -> str:
    """Return the character that a reference stands for, or nothing if it stands for none."""
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED.get(name, "")
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < _HIGHEST and code not in _SURROGATES else ""


def _checked(url: str) -> str:
    if _SCHEME.match(url):
        return url
    return f"http://{url}" if _DOMAIN.match(url) else ""


def _unreadable(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")
