"""What a measured process knows of itself: its core, its peak memory."""

import os
from collections.abc import Iterator
from pathlib import Path

WARM = 50  # queries asked before the clock runs, the same for every engine
_SELF = Path("/proc/self")


def pin() -> None:
    """Keep this process, and all that it starts, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak_mib() -> float:
    """Give the most memory this process held, with what its own children hold now, in MiB.

    Raises:
        OSError: the system keeps no such figures; Linux does.
    """
    own = _kib(_SELF / "status", "VmHWM")
    return (own + sum(_kib(one / "smaps_rollup", "Pss") for one in _below(_SELF))) / 1024


def _kib(file: Path, name: str) -> int:
    for line in file.read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise OSError(f"{file} does not tell {name}")


def _below(process: Path) -> Iterator[Path]:
    """Yield the processes that a process has started, and those that they have."""
    for task in (process / "task").iterdir():
        for number in (task / "children").read_text().split():
            child = Path("/proc") / number
            yield child
            yield from _below(child)
