"""Buttons under a message, known by what they do and not by Telegram's classes."""

from dataclasses import dataclass

_SEPARATOR = ":"
_MOST_BYTES = 64
_PARTS = 3


@dataclass(frozen=True)
class Button:
    """One button with its text; a tap does exactly one thing.

    It sends `data` back (`feature:action:argument`, 1-64 bytes, written with `pack`), opens
    `url`, or starts the inline query `switch_inline` in a chat of the person's choice. Anything
    else raises ValueError.
    """

    text: str
    data: str | None = None
    url: str | None = None
    switch_inline: str | None = None

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueError("a button needs a text")
        deeds = [self.data, self.url, self.switch_inline]
        if sum(deed is not None for deed in deeds) != 1:
            raise ValueError(f"button {self.text!r} must have one of data, url and switch_inline")
        if self.data is not None:
            _check(self.data)


Rows = tuple[tuple[Button, ...], ...]


def pack(feature: str, action: str, argument: str = "") -> str:
    """Write callback data `feature:action:argument`; only the argument may hold colons.

    Raises ValueError if it could not be read back as it was written, or is over 64 bytes.
    """
    for part in (feature, action):
        if not part or _SEPARATOR in part:
            raise ValueError(f"{part!r} cannot be a feature or an action in a button's data")
    data = _SEPARATOR.join((feature, action, argument))
    _check(data)
    return data


def unpack(data: str) -> tuple[str, str, str]:
    """Read callback data back to feature, action and argument.

    Raises ValueError if it was not written by `pack`.
    """
    parts = data.split(_SEPARATOR, _PARTS - 1)
    if len(parts) != _PARTS:
        raise ValueError(f"{data!r} is not feature:action:argument")
    return parts[0], parts[1], parts[2]


def _check(data: str) -> None:
    size = len(data.encode())
    if not 1 <= size <= _MOST_BYTES:
        raise ValueError(
            f"button data has {size} bytes, Telegram takes 1-{_MOST_BYTES}: send ids, not names"
            f" ({data!r})",
        )
