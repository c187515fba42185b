"""The files of the local Telegram: what was uploaded, under which id, and for how large."""

import itertools
import mimetypes
from dataclasses import dataclass
from pathlib import PurePosixPath

from assistant.local.api import pictures
from assistant.local.api.refusals import bad_request, too_large

MEGABYTE = 1024 * 1024
_UPLOAD = 50 * MEGABYTE
_PHOTO = 10 * MEGABYTE
_DOWNLOAD = 20 * MEGABYTE
_SIDES = 10_000  # width and height of a photo together, in pixels
_RATIO = 20
_FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
_KINDS = {"photo": "Photo", "document": "Document", "voice": "VoiceNote", "sticker": "Sticker"}


@dataclass(frozen=True)
class Upload:
    """A file on its way to Telegram."""

    name: str
    content: bytes
    mime: str = ""


@dataclass(frozen=True)
class File:
    """A file that Telegram keeps.

    Attributes:
        kind: "photo", "document", "voice" or "sticker".
        path: where it is downloaded from, such as "photos/file_7.jpg".
        width, height: in pixels, of photos; 0 otherwise.
        duration: in seconds, of voice notes; 0 otherwise.
    """

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0
    duration: int = 0


class Files:
    """All files, by id and by path."""

    def __init__(self, first_id: int) -> None:
        self._numbers = itertools.count(first_id)
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def keep(self, kind: str, upload: Upload, *, duration: int = 0) -> File:
        """Keep what a person or the bot uploads.

        Raises:
            Refusal: if it is empty, too large, or a photo that is no picture.
        """
        _check_size(kind, upload)
        width = height = 0
        name = _file_name(upload.name)
        mime = upload.mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        ending = PurePosixPath(name).suffix
        if kind == "photo":
            width, height = _check_picture(upload.content)
            ending = f".{pictures.extension(upload.content)}"
            mime = mimetypes.types_map[ending]
        number = next(self._numbers)
        file = File(
            id=f"local-{kind}-{number}",
            unique_id=f"unique-{number}",
            kind=kind,
            name=name,
            mime=mime,
            content=upload.content,
            path=f"{_FOLDERS[kind]}/file_{number}{ending}",
            width=width,
            height=height,
            duration=duration,
        )
        self._by_id[file.id] = self._by_path[file.path] = file
        return file

    def reuse(self, kind: str, file_id: str) -> File:
        """Find a file to be sent again.

        Raises:
            Refusal: if there is none of this id, or it is of another kind.
        """
        if "://" in file_id:
            # Nothing here reaches out to other servers.
            raise bad_request("failed to get HTTP URL content")
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if file.kind != kind:
            raise bad_request(f"can't use file of type {_KINDS[file.kind]} as {_KINDS[kind]}")
        return file

    def get(self, file_id: str) -> File:
        """Find a file to be downloaded.

        Raises:
            Refusal: if there is none of this id, or it is over 20 MB.
        """
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if len(file.content) > _DOWNLOAD:
            raise bad_request("file is too big")
        return file

    def at(self, path: str) -> File | None:
        """Return the file of a download path, if there is one."""
        return self._by_path.get(path)


def _file_name(name: str) -> str:
    """Keep the last part only and no control characters: the name may come from anybody."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in last if character.isprintable()).strip() or "file"


def _check_size(kind: str, upload: Upload) -> None:
    length = len(upload.content)
    if not length:
        raise bad_request("file must be non-empty")
    if length > _UPLOAD:
        raise too_large()
    if kind == "photo" and length > _PHOTO:
        raise bad_request(
            f"file of size {length} bytes is too big for a photo; "
            f"the maximum size is {_PHOTO} bytes",
        )


def _check_picture(content: bytes) -> tuple[int, int]:
    size = pictures.size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > _SIDES or max(size) > _RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size
