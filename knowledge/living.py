"""The knowledge base that follows its tables: changed ones count from the next message on."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from knowledge.base import Knowledge, today_in_utc
from knowledge.loader import TABLES, TableError

_LOG = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds between two looks at the tables

_Signature = tuple[tuple[str, int, int], ...]  # name, time of change and size of every table


class Living:
    """A base that is opened anew, in the background, when its tables change.

    While a new index is built the old base answers; a table that cannot be used leaves it in
    place and is named in the log, once. Safe to share between threads.
    """

    def __init__(
        self,
        folder: Path,
        tables: Path = TABLES,
        today: Callable[[], date] = today_in_utc,
        look_every: float = LOOK_EVERY,
    ) -> None:
        """Open the base; errors are those of `Knowledge.open`."""
        self._folder, self._tables, self._today = folder, tables, today
        self._look_every = look_every
        self._seen = _signature(tables)
        self._base = Knowledge.open(folder, tables, today)
        self._looked = time.monotonic()
        self._lock = threading.Lock()
        self._renewing: threading.Thread | None = None

    def now(self) -> Knowledge:
        """Give the base as it is now; hold on to it for one message."""
        with self._lock:
            idle = self._renewing is None or not self._renewing.is_alive()
            due = time.monotonic() - self._looked >= self._look_every
            if idle and due:
                self._looked = time.monotonic()
                if (seen := _signature(self._tables)) != self._seen:
                    self._seen = seen
                    self._renewing = threading.Thread(target=self._renew, daemon=True)
                    self._renewing.start()
            return self._base

    def settle(self) -> None:
        """Wait until a new base that is being opened is there."""
        if self._renewing:
            self._renewing.join()

    def _renew(self) -> None:
        try:
            base = Knowledge.open(self._folder, self._tables, self._today)
        except (TableError, OSError) as problem:
            _LOG.error("The changed tables are not used: %s", problem)
            return
        with self._lock:
            self._base = base
        _LOG.info("The changed tables are in use: %s entries", len(base.ids))


def _signature(tables: Path) -> _Signature:
    found = []
    for path in sorted(tables.rglob("*.csv")):
        try:
            its = path.stat()
        except OSError:  # replaced at this moment; the next look will see what became of it
            continue
        found.append((path.name, its.st_mtime_ns, its.st_size))
    return tuple(found)
