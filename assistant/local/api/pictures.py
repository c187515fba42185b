"""The width and height of a picture, read from its first bytes."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_GIF = (b"GIF87a", b"GIF89a")
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size(content: bytes) -> tuple[int, int] | None:
    """Return (width, height) in pixels of a PNG, JPEG or GIF; None for anything else."""
    try:
        if content.startswith(_PNG) and content[12:16] == b"IHDR":
            width, height = struct.unpack(">II", content[16:24])
        elif content.startswith(_GIF):
            width, height = struct.unpack("<HH", content[6:10])
        elif content.startswith(_JPEG):
            width, height = _jpeg(content)
        else:
            return None
    except struct.error:  # cut short
        return None
    return (width, height) if width and height else None


def extension(content: bytes) -> str:
    """Return the usual end of the file name of a picture, without the dot."""
    if content.startswith(_PNG):
        return "png"
    return "gif" if content.startswith(_GIF) else "jpg"


def _jpeg(content: bytes) -> tuple[int, int]:
    """Walk from segment to segment up to the frame's header."""
    at = len(_JPEG)
    while True:
        lead, marker, length = struct.unpack(">BBH", content[at : at + 4])
        if lead != 0xFF or length < 2:  # noqa: PLR2004 - marker lead and shortest segment of JPEG
            return 0, 0
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
