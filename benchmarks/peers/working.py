"""A peer in a process of its own; loads nothing of Fieldline, which would weigh on its memory."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from benchmarks.peers import Hits, NotAtHandError, make
from benchmarks.process import WARM, peak_mib, pin

LIMIT = 20  # strings asked for: several may belong to one entry, and five entries count


@dataclass(frozen=True, slots=True)
class Found:
    """What a peer gave: hits and milliseconds for each text; or what is missing."""

    name: str
    how: str = ""
    hits: tuple[tuple[Hits, float], ...] = ()
    build_seconds: float = 0.0
    memory_mib: float = 0.0
    missing: str = ""


def work(pipe: Connection, name: str, strings: Sequence[str], texts: Sequence[str]) -> None:
    """Send what a peer gives to the folded texts."""
    pin()
    try:
        pipe.send(_found(name, strings, texts))
    except NotAtHandError as error:
        pipe.send(Found(name, missing=str(error)))


def _found(name: str, strings: Sequence[str], texts: Sequence[str]) -> Found:
    peer = make(name)
    try:
        start = time.perf_counter()
        peer.open(strings)
        built = time.perf_counter() - start
        for text in texts[:WARM]:
            peer.search(text, LIMIT)
        hits = []
        for text in texts:
            start = time.perf_counter()
            found = peer.search(text, LIMIT)
            hits.append((found, (time.perf_counter() - start) * 1000))
        return Found(name, peer.how, tuple(hits), built, peak_mib())
    finally:
        peer.close()
