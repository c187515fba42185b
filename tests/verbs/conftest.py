"""The command line as people start it: a process of its own, and a Bot API to talk to."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings

PROGRAM = Path(__file__).parents[2] / "bot.py"
# Far more than it ever takes; a process that hangs fails the test instead of the whole run.
PATIENCE = 120
# Of the shape of a real one, and nobody's.
TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@dataclass(frozen=True)
class Outcome:
    """How a process ended and what it wrote."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Program:
    """`bot.py` with a prepared data folder, and nothing of this machine's settings."""

    folder: Path
    environment: Mapping[str, str]

    def command(self, *words: str | bytes) -> list[str | bytes]:
        """Return the command line; what Python would only warn of is an error."""
        return [sys.executable, "-W", "error", str(PROGRAM), *words]

    def run(self, *words: str | bytes, typed: bytes | None = b"", **settings: str) -> Outcome:
        """Run it to its end; `typed` comes from a pipe, None is the null device."""
        ended = subprocess.run(  # noqa: S603 - our own program
            self.command(*words),
            cwd=self.folder,
            env={**self.environment, **settings},
            input=typed,
            stdin=subprocess.DEVNULL if typed is None else None,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        return Outcome(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def prepared(folder: Path, stored: Path) -> Program:
    """Return the program with a working folder."""
    own = {
        name: value
        for name, value in os.environ.items()
        if name.lower() not in Settings.model_fields and not name.lower().endswith("_proxy")
    }
    return Program(folder, {**own, "DATA_DIR": str(stored.parent)})


@pytest.fixture
def program(tmp_path: Path, stored: Path) -> Program:
    """The program in an empty working folder."""
    return prepared(tmp_path, stored)


class BotApi:
    """A Bot API on loopback that knows one method and answers it as it is told.

    Attributes:
        url: where it is.
        status: what it answers with.
        result: what it answers if the status is 200.
        asked: the paths of all calls, oldest first.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.status = 200
        self.result: dict[str, Any] = {
            "id": 123456789,
            "is_bot": True,
            "first_name": "Fieldline",
            "username": "fieldline_bot",
            "supports_inline_queries": True,
            "can_read_all_group_messages": False,
        }
        self.asked: list[str] = []

    def answer(self, path: str) -> tuple[int, bytes]:
        """Take a call; return status and body."""
        self.asked.append(path)
        if self.status != 200:
            refusal = {"ok": False, "error_code": self.status, "description": "Unauthorized"}
            return self.status, json.dumps(refusal).encode()
        return 200, json.dumps({"ok": True, "result": self.result}).encode()


@pytest.fixture
def bot_api() -> Iterator[BotApi]:
    """A Bot API that knows the token."""
    with _listening() as api:
        yield api


@contextmanager
def _listening() -> Iterator[BotApi]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, body = api.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        api = BotApi(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield api
        finally:
            server.shutdown()
            thread.join()
