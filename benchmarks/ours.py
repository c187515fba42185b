"""Fieldline in a process of its own: opened, warmed and asked, its answers as replies."""

import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.process import WARM, peak_mib, pin
from benchmarks.replies import Measured, Reply, Result
from knowledge import Answer, Knowledge, as_json

NAME = "Fieldline"
HOW = "codes and names exactly, then by words and by letters; its verdict is its own"


def work(pipe: Connection, folder: Path, texts: Sequence[str]) -> None:
    """Send what Fieldline gives to the texts; the index in the folder is there already."""
    pin()
    start = time.perf_counter()
    base = Knowledge.open(folder)
    opened = time.perf_counter() - start
    for text in texts[:WARM]:
        base.ask(text)
    replies = tuple(ask(base, text) for text in texts)
    pipe.send(Measured(NAME, HOW, replies, open_seconds=opened, memory_mib=peak_mib()))


def build(pipe: Connection, folder: Path) -> None:
    """Send the seconds that opening takes in a folder, where it may have to build the index."""
    pin()
    start = time.perf_counter()
    Knowledge.open(folder)
    pipe.send(time.perf_counter() - start)


def ask(base: Knowledge, text: str) -> Reply:
    """Ask, by the clock, and give the answer as a reply."""
    start = time.perf_counter()
    answer = base.ask(text)
    ms = (time.perf_counter() - start) * 1000
    return reply_of(answer, ms)


def reply_of(answer: Answer, ms: float) -> Reply:
    """Give what is counted of an answer."""
    results = as_json(answer)["results"]
    assert isinstance(results, list)  # noqa: S101 - as its docstring says
    found = tuple(
        Result(
            one["id"],
            one["kind"],
            (one["id"], one["title"], one["matched"], *one["names"], *one["codes"]),
        )
        for one in results
    )
    score = results[0]["score"] if results else 0.0
    return Reply(found, ms, answer.verdict.value, score, answer.topic)
