"""Each engine measured in a process of its own, one after the other."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks import ours
from benchmarks.labelled import Query
from benchmarks.peers import PEERS, working
from benchmarks.replies import Measured, Reply
from benchmarks.strings import Strings
from knowledge.reading.wording import fold


def all_engines(queries: Sequence[Query], folder: Path, *, build: bool) -> Iterator[Measured]:
    """Yield Fieldline, then each peer, measured on the queries.

    The index is kept under `folder`; `build` measures besides how long it takes to build anew.
    """
    yield fieldline(queries, folder, build=build)
    strings = Strings.of_the_base()
    for name in PEERS:
        yield peer(name, queries, strings)


def fieldline(queries: Sequence[Query], folder: Path, *, build: bool) -> Measured:
    """Measure Fieldline."""
    _say(ours.NAME)
    _in_process(ours.build, folder)  # so that what is measured next is opening alone
    measured: Measured = _in_process(ours.work, folder, [query.text for query in queries])
    if not build:
        return measured
    with tempfile.TemporaryDirectory() as empty:
        seconds: float = _in_process(ours.build, Path(empty))
    return replace(measured, build_seconds=seconds)


def peer(name: str, queries: Sequence[Query], strings: Strings) -> Measured:
    """Measure a peer; its texts come folded, so that it gives no time to that."""
    _say(name)
    texts = [fold(query.text) for query in queries]
    found: working.Found = _in_process(working.work, name, strings.texts, texts)
    replies = tuple(
        Reply(strings.results(hits), ms, score=hits[0][1] if hits else 0.0)
        for hits, ms in found.hits
    )
    return Measured(
        name,
        found.how,
        replies,
        build_seconds=found.build_seconds,
        memory_mib=found.memory_mib,
        missing=found.missing,
    )


def _in_process(work: Callable[..., None], *given: object) -> Any:
    """Let a fresh process do the work and give what it sends.

    Raises:
        RuntimeError: the process ended without sending anything; it has said why.
    """
    fresh = get_context("spawn")
    ours_end, its_end = fresh.Pipe(duplex=False)
    process = fresh.Process(target=work, args=(its_end, *given))
    process.start()
    its_end.close()  # or its death would go unnoticed
    try:
        return ours_end.recv()
    except EOFError as error:
        raise RuntimeError(f"{work.__module__}.{work.__name__} failed") from error
    finally:
        process.join()


def _say(name: str) -> None:
    print(f"{name} …", file=sys.stderr, flush=True)
