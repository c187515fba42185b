"""A PostgreSQL server in a folder of its own, started for one measuring and stopped after it."""

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import psycopg

from benchmarks.peers import NotAtHandError

PACKAGED = "/usr/lib/postgresql"  # where Debian keeps what is not in the path
ACCOUNT = "postgres"  # the server refuses to run as root
NEW_DATA = "--auth trust --encoding UTF8 --locale C.UTF-8 --no-sync"
SETTINGS = {
    "listen_addresses": "",  # a socket in its own folder, no port
    "shared_buffers": "256MB",
    "jit": "off",  # compiling takes longer than these queries
    "max_parallel_workers_per_gather": "0",  # every engine has one core
    "max_parallel_maintenance_workers": "0",
    "fsync": "off",
    "autovacuum": "off",
}
STARTING = 60.0  # seconds that it may take
STEP = 0.05


class Account(TypedDict, total=False):
    """As whom a program runs; empty: as ourselves."""

    user: str
    group: int
    extra_groups: list[int]


class Server:
    """The server's programs, its process, and the folder with its data and its socket."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> psycopg.Connection:
        """Set up the data, start the server and give a session on it.

        Raises:
            NotAtHandError: there is no PostgreSQL, or it does not come up.
        """
        programs, account, data = _programs(), _account(), self._folder / "data"
        if account:
            shutil.chown(self._folder, ACCOUNT)
        setting_up: list[str | Path] = [programs / "initdb", "--pgdata", data]
        _run([*setting_up, *f"--username {ACCOUNT} {NEW_DATA}".split()], account)
        settings = [word for one in SETTINGS.items() for word in ("-c", "=".join(one))]
        self._process = subprocess.Popen(  # noqa: S603 - the programs found above
            [programs / "postgres", "-D", data, "-k", self._folder, *settings],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **account,
        )
        return self._session(self._process)

    def stop(self) -> None:
        """Stop the server at once; its data is not needed again."""
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait()

    def _session(self, process: subprocess.Popen[bytes]) -> psycopg.Connection:
        last = time.monotonic() + STARTING
        while process.poll() is None and time.monotonic() < last:
            try:
                return psycopg.connect(
                    host=str(self._folder), user=ACCOUNT, dbname=ACCOUNT, autocommit=True
                )
            except psycopg.OperationalError:
                time.sleep(STEP)
        raise NotAtHandError("the PostgreSQL server does not start")


def _programs() -> Path:
    """Find the folder of the server's programs: in the path, else the newest packaged."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    packaged = sorted(Path(PACKAGED).glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not packaged:
        raise NotAtHandError("no PostgreSQL server is installed (initdb is missing)")
    return packaged[-1].parent


def _account() -> Account:
    if os.geteuid() != 0:
        return {}
    try:
        known = pwd.getpwnam(ACCOUNT)
    except KeyError as error:
        raise NotAtHandError(f"run as root, but there is no account {ACCOUNT}") from error
    return {"user": ACCOUNT, "group": known.pw_gid, "extra_groups": []}


def _run(command: Sequence[str | Path], account: Account) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True, **account)  # noqa: S603
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it gives no reason"])[-1]
        raise NotAtHandError(f"initdb fails: {said}")
