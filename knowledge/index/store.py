"""Keeping a built index as files: whole or not at all, rebuilt when tables or code change."""

import gc
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from knowledge.entries import Source
from knowledge.index.blob import Blob, join_lines, part_lines
from knowledge.index.deletions import Deletions
from knowledge.index.index import Index, build
from knowledge.index.kin import Kin
from knowledge.index.laws import Laws
from knowledge.index.lists import Lists
from knowledge.index.names import Names, first_of, squash_all
from knowledge.index.trigrams import Trigrams
from knowledge.index.words import Words
from knowledge.loader import TABLES, load

_BLOBS = {"entries": "entry_blob", "owner_texts": "names.owner_texts"}
_LINES = {"texts": "names.texts", "words": "words.keys"}
_PIECES = ("pieces", "starts", "strings", "weights", "sizes", "lengths")
_NOT_SHAPING = ("calibration.csv",)  # read when a base is opened, and not part of the index
_LIST = ("starts", "items")
_ARRAYS = (
    *(f"names.{name}" for name in ("numbered", "owners_of", "owner_entry", "owner_naming")),
    "names.owner_rank",
    *(f"trigrams.{name}" for name in _PIECES),
    *(f"deletions.{name}" for name in ("keys", "strings")),
    *(f"words.{name}" for name in ("starts", "strings", "weights", "sizes")),
    *(f"words.slips.{name}" for name in _PIECES),
    "kin.kinds",
    "kin.speaks",
    *(f"kin.{name}.{part}" for name in ("numbers", "taxa", "groups") for part in _LIST),
    *(f"laws.{name}" for name in ("starts_of", "days", "numbers")),
)
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
        with _no_collecting():
            _write(build(load(tables)), place)
    return _read(place)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Build without the garbage collector: millions of objects come, and none of them goes."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
    shaping = [path for path in tables.rglob("*.csv") if path.name not in _NOT_SHAPING]
    for path in sorted([*shaping, *code]):
        digest.update(f"{path.name} {path.stat().st_size}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(index: Index, place: Path) -> None:
    """Write beside the place and rename: a reader sees the whole index or none."""
    beside = Path(tempfile.mkdtemp(prefix=".building-", dir=place.parent))
    try:
        for name, path in _BLOBS.items():
            blob: Blob = attrgetter(path)(index)
            np.save(beside / f"{name}.npy", blob.data)
            np.save(beside / f"{name}.ends.npy", blob.ends)
        for name, path in _LINES.items():
            np.save(beside / f"{name}.npy", join_lines(attrgetter(path)(index)))
        for path in _ARRAYS:
            np.save(beside / f"{path}.npy", attrgetter(path)(index))
        (beside / "rest.json").write_text(
            json.dumps(
                {
                    "ids": index.ids,
                    "codes": index.codes,
                    "common_words": index.common_words,
                    "noise_words": index.noise_words,
                    "forwards": index.forwards,
                    "sources": msgspec.to_builtins(index.sources),
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

    def arrays(room: str) -> dict[str, Any]:
        """Give the arrays of one part of the index by the names of its fields."""
        own = (path.removeprefix(f"{room}.") for path in _ARRAYS if path.startswith(f"{room}."))
        return {name: array(f"{room}.{name}") for name in own if "." not in name}

    def blob(name: str) -> Blob:
        return Blob(array(name), array(f"{name}.ends"))

    rest = json.loads((place / "rest.json").read_text(encoding="utf-8"))
    texts, words = part_lines(array("texts")), part_lines(array("words"))
    squashed = squash_all(texts)
    return Index(
        entry_blob=blob("entries"),
        ids=rest["ids"],
        entry_ids={key: place for place, key in enumerate(rest["ids"])},
        names=Names(
            texts=texts,
            squashed=squashed,
            first=first_of(squashed),
            owner_texts=blob("owner_texts"),
            **arrays("names"),
        ),
        trigrams=Trigrams(**arrays("trigrams")),
        deletions=Deletions(**arrays("deletions")),
        words=Words(
            numbers={word: number for number, word in enumerate(words)},
            keys=words,
            slips=Trigrams(**arrays("words.slips")),
            **arrays("words"),
        ),
        kin=Kin(
            **arrays("kin"),
            numbers=Lists(**arrays("kin.numbers")),
            taxa=Lists(**arrays("kin.taxa")),
            groups=Lists(**arrays("kin.groups")),
        ),
        laws=Laws(**arrays("laws")),
        common_words=rest["common_words"],
        noise_words=rest["noise_words"],
        codes=rest["codes"],
        sources=msgspec.convert(rest["sources"], dict[str, Source]),
        forwards=rest["forwards"],
    )
