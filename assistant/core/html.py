"""Telegram's HTML: values escaped where they enter a card, lengths counted as Telegram counts."""

import html
import re
import unicodedata
from collections.abc import Iterator

MESSAGE_LIMIT = 4096
"""UTF-16 units that one message may show."""

_ELLIPSIS = "…"
# Marks that turn the direction of what follows: a value must not rearrange the card around it.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-z][a-z-]*)[^>]*>|&#?\w+;|.", re.DOTALL)


def clean(value: object) -> str:
    """Return the value as text without control and direction marks; newlines stay."""
    text = str(value).replace("\r\n", "\n").replace("\t", " ")
    return "".join(sign for sign in text if sign == "\n" or not _is_invisible(sign))


def escape(value: object) -> str:
    """Return the value cleaned and safe inside HTML text."""
    return html.escape(clean(value), quote=False)


def bold(value: object) -> str:
    """Return the value, escaped, in bold."""
    return f"<b>{escape(value)}</b>"


def italic(value: object) -> str:
    """Return the value, escaped, in italics."""
    return f"<i>{escape(value)}</i>"


def code(value: object) -> str:
    """Return the value, escaped, in fixed width; a tap copies it."""
    return f"<code>{escape(value)}</code>"


def link(value: object, url: str) -> str:
    """Return the value, escaped, as a link to the address."""
    return f'<a href="{html.escape(clean(url), quote=True)}">{escape(value)}</a>'


def plain(text_html: str) -> str:
    """Return what a reader sees of the HTML, without its tags."""
    return "".join(
        "" if token["tag"] else html.unescape(token[0]) for token in _TOKEN.finditer(text_html)
    )


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units the text has, as Telegram counts."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def shown_length(text_html: str) -> int:
    """Return how many UTF-16 units of the HTML are shown: tags none, `&lt;` one."""
    return utf16_length(plain(text_html))


def cut(text: str, limit: int) -> str:
    """Return plain text of at most `limit` UTF-16 units, ending in … if something is missing."""
    if utf16_length(text) <= limit:
        return text
    kept = list(_within(text, limit - utf16_length(_ELLIPSIS)))
    return "".join(kept).rstrip() + _ELLIPSIS


def clip(text_html: str, limit: int = MESSAGE_LIMIT) -> str:
    """Return HTML that shows at most `limit` UTF-16 units.

    What is too long ends after its last whole paragraph that fits, or else inside the first one,
    with its tags closed; an … says that something is missing.
    """
    if shown_length(text_html) <= limit:
        return text_html
    room = limit - utf16_length(_ELLIPSIS)
    shown, end, paragraph_end = 0, 0, 0
    open_tags: list[str] = []
    open_at_end: tuple[str, ...] = ()
    for token in _TOKEN.finditer(text_html):
        if token["tag"]:
            _follow(token, open_tags)
            continue
        # The … stands on a line of its own: the newline before it is shown, too.
        if token[0] == "\n" and not open_tags and shown < room:
            paragraph_end = token.start()
        shown += _width(token)
        if shown > room:
            break
        end, open_at_end = token.end(), tuple(open_tags)
    if paragraph_end:
        return text_html[:paragraph_end].rstrip() + "\n" + _ELLIPSIS
    closing = "".join(f"</{tag}>" for tag in reversed(open_at_end))
    return text_html[:end].rstrip() + _ELLIPSIS + closing


def _follow(token: re.Match[str], open_tags: list[str]) -> None:
    if token["close"]:
        open_tags.pop()
    else:
        open_tags.append(token["tag"])


def _width(token: re.Match[str]) -> int:
    return 0 if token["tag"] else utf16_length(html.unescape(token[0]))


def _within(text: str, limit: int) -> Iterator[str]:
    length = 0
    for sign in text:
        length += utf16_length(sign)
        if length > limit:
            return
        yield sign


def _is_invisible(sign: str) -> bool:
    # Cs: half of a surrogate pair cannot be sent as UTF-8.
    return sign in _BIDI or unicodedata.category(sign) in {"Cc", "Cs"}
