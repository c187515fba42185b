"""Keeping a built index as files: whole or not at all, rebuilt when tables or code change."""

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from knowledge.entries import Source
from knowledge.index.deletions import Deletions
from knowledge.index.index import Blob, Index, build
from knowledge.index.trigrams import Trigrams
from knowledge.loader import TABLES, load

_SOURCES: TypeAdapter[dict[str, Source]] = TypeAdapter(dict[str, Source])
_BLOBS = ("entry_blob", "string_blob", "owner_texts")
_ARRAYS = ("owners_of", "owner_entry", "owner_naming", "owner_rank", "keys", "key_strings")
_PIECES = ("pieces", "starts", "strings", "weights", "sizes")
_DELETIONS = ("keys", "strings")
_PREFIX = "index-"
# The code that shapes an index, from the folder of the package.
_SHAPING = ("entries.py", "law/status.py", "index/*.py", "loader/*.py", "reading/*.py")


def open_index(folder: Path, tables: Path = TABLES) -> Index:
    """Open the stored index under `folder`; build it first where it is missing or out of date.

    Raises:
        TableError: a table cannot be read; what was stored before stays.
        OSError: the folder cannot be written.
    """
    place = _place(folder, tables)
    if not place.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _write(build(load(tables)), place)
    return _read(place)


def is_stored(folder: Path, tables: Path = TABLES) -> bool:
    """Tell whether the index of these tables is there, so that opening takes no time."""
    return _place(folder, tables).is_dir()


def _place(folder: Path, tables: Path) -> Path:
    return folder / f"{_PREFIX}{fingerprint(tables)}"


def fingerprint(tables: Path) -> str:
    """Give a short hash of every table and every file of code that shapes the index."""
    digest = hashlib.blake2b(digest_size=8)
    package = Path(__file__).parents[1]
    code = [path for room in _SHAPING for path in package.glob(room)]
    for path in sorted([*tables.rglob("*.csv"), *code]):
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(index: Index, place: Path) -> None:
    """Write beside the place and rename: a reader sees the whole index or none."""
    beside = Path(tempfile.mkdtemp(prefix=".building-", dir=place.parent))
    try:
        for name in _BLOBS:
            blob: Blob = getattr(index, name)
            np.save(beside / f"{name}.npy", blob.data)
            np.save(beside / f"{name}.ends.npy", blob.ends)
        for name in _ARRAYS:
            np.save(beside / f"{name}.npy", getattr(index, name))
        for name in _PIECES:
            np.save(beside / f"trigrams.{name}.npy", getattr(index.trigrams, name))
        for name in _DELETIONS:
            np.save(beside / f"deletions.{name}.npy", getattr(index.deletions, name))
        (beside / "words.json").write_text(
            json.dumps(
                {
                    "ids": list(index.entry_ids),
                    "codes": index.codes,
                    "forwards": index.forwards,
                    "sources": _SOURCES.dump_python(index.sources, mode="json"),
                }
            ),
            encoding="utf-8",
        )
        os.rename(beside, place)  # noqa: PTH104 - Path.rename would do the same
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        if not place.is_dir():  # else another process was first, with the same index
            raise
    for old in place.parent.glob(f"{_PREFIX}*"):
        if old != place:
            shutil.rmtree(old, ignore_errors=True)


def _read(place: Path) -> Index:
    def array(name: str) -> Any:
        # A plain view: indexing a memmap object costs many times as much.
        return np.load(place / f"{name}.npy", mmap_mode="r").view(np.ndarray)

    def blob(name: str) -> Blob:
        return Blob(array(name), array(f"{name}.ends"))

    words = json.loads((place / "words.json").read_text(encoding="utf-8"))
    return Index(
        entry_blob=blob("entry_blob"),
        entry_ids={key: number for number, key in enumerate(words["ids"])},
        string_blob=blob("string_blob"),
        owner_texts=blob("owner_texts"),
        owners_of=array("owners_of"),
        owner_entry=array("owner_entry"),
        owner_naming=array("owner_naming"),
        owner_rank=array("owner_rank"),
        keys=array("keys"),
        key_strings=array("key_strings"),
        trigrams=Trigrams(*(array(f"trigrams.{name}") for name in _PIECES)),
        deletions=Deletions(*(array(f"deletions.{name}") for name in _DELETIONS)),
        codes=words["codes"],
        sources=_SOURCES.validate_python(words["sources"]),
        forwards=words["forwards"],
    )
