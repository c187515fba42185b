"""The terminal chat as a process: it must really end, however it is ended."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Far more than it ever takes; a process that hangs fails the test instead of the whole run.
PATIENCE = 60
COMMAND = [sys.executable, "-W", "error", "-m", "tests.local.chat_process"]
ROOT = Path(__file__).parents[2]


@contextmanager
def typing(folder: Path) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """Start the chat on a terminal of its own; yield the process and the person's end of it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603 - our own module, no outside input
        [*COMMAND, str(folder)], cwd=ROOT, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE
    )
    os.close(theirs)
    try:
        yield process, ours
    finally:
        process.kill()
        process.communicate()
        os.close(ours)


def read_until(terminal: int, wanted: str) -> str:
    """Read what is printed until something appears."""
    printed = ""
    while wanted not in printed:
        printed += os.read(terminal, 4096).decode()
    return printed


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, b"\x04", b":quit\n"])
def test_a_typed_chat_ends_at_once(tmp_path: Path, end: signal.Signals | bytes) -> None:
    with typing(tmp_path) as (process, terminal):
        read_until(terminal, "officer> ")
        os.write(terminal, b"ivory\n")
        assert "[1] More" in read_until(terminal, "Share")
        if isinstance(end, bytes):
            os.write(terminal, end)
        else:
            process.send_signal(end)
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (0, b"")


def test_a_script_ends_with_its_last_line(tmp_path: Path) -> None:
    played = subprocess.run(  # noqa: S603 - our own module, no outside input
        [*COMMAND, str(tmp_path)],
        cwd=ROOT,
        input=b"ivory\n1",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (played.returncode, played.stderr) == (0, b"")
    assert played.stdout.decode().splitlines()[-2:] == [
        "bot      (notice) Here is more",
        "bot      (edited) More at the list <https://example.org>",
    ]


def test_a_chat_that_waits_for_its_script_ends_at_once(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own module, no outside input
        [*COMMAND, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"ivory\n")
        process.stdin.flush()
        while b"Share" not in process.stdout.readline():
            pass
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
