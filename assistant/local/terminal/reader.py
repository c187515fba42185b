"""Lines from a terminal or a pipe, without ever holding the program back when it ends."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator
from typing import BinaryIO


async def lines(stdin: BinaryIO) -> AsyncIterator[str]:
    """Yield line after line, without their ends; bytes that are not UTF-8 become U+FFFD."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    # Python waits for the lock of a buffered reader when it exits, and the thread below may hold
    # it for ever; the raw reader has none.
    source = getattr(stdin, "raw", stdin)

    def read() -> None:
        # The loop is closed if the program ended while this waited for a line.
        with contextlib.suppress(RuntimeError):
            while line := source.readline():
                loop.call_soon_threadsafe(queue.put_nowait, line)
            loop.call_soon_threadsafe(queue.put_nowait, b"")

    # A daemon: an executor would keep the process alive until somebody presses Enter.
    threading.Thread(target=read, name="local-chat-reader", daemon=True).start()
    while line := await queue.get():
        yield line.decode(errors="replace").rstrip("\n")
