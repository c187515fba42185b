"""What tests of several parts start from: the real knowledge base, built once a run."""

import fcntl
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge import Knowledge

MIDSUMMER = date(2026, 6, 24)

OpenOn = Callable[[date], Knowledge]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make check-cards` look at the card of every entry."""
    parser.addoption("--all-cards", action="store_true", help="every entry's card, not a sample")


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built index; under xdist all workers share it and the first one builds."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / "building").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        Knowledge.open(shared / "knowledge")
    return shared / "knowledge"


@pytest.fixture(scope="session")
def open_on(stored: Path) -> OpenOn:
    """Open the real base as on a day."""

    def opened(day: date) -> Knowledge:
        return Knowledge.open(stored, today=lambda: day)

    return opened


@pytest.fixture(scope="session")
def base(open_on: OpenOn) -> Knowledge:
    """The real base, on a day in the summer of 2026."""
    return open_on(MIDSUMMER)
