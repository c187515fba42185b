"""Writing tables whole or not at all: beside first, tried as a whole, then put in place in order.

Each table is replaced by itself, never the folder: two renames would leave a moment without any
table, and a folder cannot be exchanged in one step on every system. The order of the steps keeps
every link whole in between, and a run that was stopped is finished by the next one.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from knowledge.loader import TableError, load
from knowledge.refresh.ours import Step

_ROOM = "~"  # stands for the slash in the name of a table that waits
_NUMBER = 3  # digits before the name


def problem_of(folder: Path, steps: Iterable[Step]) -> str:
    """Load all tables as they would be; give what does not fit, nothing if all does."""
    with tempfile.TemporaryDirectory(prefix="refresh-") as place:
        trial = Path(place) / folder.name
        shutil.copytree(folder, trial)
        for step in steps:
            _save(trial / step.name, step.text)
        try:
            load(trial)
        except TableError as problem:
            return str(problem).replace(f"{trial}{os.sep}", "")
    return ""


def write(folder: Path, steps: list[Step]) -> None:
    """Write the tables, in the order of the steps.

    Raises:
        OSError: the disk is full or the folder not ours; `unfinished` tells whether a run began.
    """
    preparing = _preparing(folder)
    shutil.rmtree(preparing, ignore_errors=True)
    preparing.mkdir()
    for number, step in enumerate(steps):
        name = step.name.replace("/", _ROOM)
        _save(preparing / f"{number:0{_NUMBER}}{_ROOM}{name}", step.text)
    _keep(preparing)
    preparing.rename(_waiting(folder))
    _keep(folder.parent)
    finish(folder)


def unfinished(folder: Path) -> bool:
    """Tell whether an earlier run was stopped after its tables were ready."""
    return _waiting(folder).is_dir()


def finish(folder: Path) -> None:
    """Put in place what waits, and clear away.

    Raises:
        OSError: a table cannot be put in place; what waits goes on waiting.
    """
    waiting = _waiting(folder)
    for path in sorted(waiting.iterdir()):
        place = folder / path.name.split(_ROOM, 1)[1].replace(_ROOM, "/")
        os.replace(path, place)  # noqa: PTH105 - Path.replace would do the same
        _keep(place.parent)
    waiting.rmdir()


def _preparing(folder: Path) -> Path:
    return folder.parent / f".{folder.name}-preparing"


def _waiting(folder: Path) -> Path:
    return folder.parent / f".{folder.name}-waiting"


def _save(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _keep(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
