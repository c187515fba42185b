"""What the tests of the knowledge base start from: the real base, built once a run."""

import fcntl
import gc
import os
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from knowledge import Knowledge
from knowledge.index import Index
from knowledge.loader import Loaded, load
from tests.knowledge.tables import few_tables

# No clock decides over a test, and the same examples are drawn in every run.
settings.register_profile("knowledge", deadline=None, derandomize=True)
settings.load_profile("knowledge")

MIDSUMMER = date(2026, 6, 24)

OpenOn = Callable[[date], Knowledge]


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


@pytest.fixture(scope="session")
def index(base: Knowledge) -> Index:
    return base._index


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The entries of the real tables."""
    entries = load()
    gc.freeze()  # half a million objects that stay: collecting them again and again takes long
    return entries


@pytest.fixture(scope="session")
def _few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return few_tables(tmp_path_factory.mktemp("few") / "tables")


@pytest.fixture
def few(_few: Path, tmp_path: Path) -> Path:
    """A copy of the tables to break: real rows, but only so many that loading takes no time."""
    return shutil.copytree(_few, tmp_path / "tables")


@pytest.fixture
def open_few(tmp_path: Path, few: Path) -> Callable[[], Knowledge]:
    """Open the base of the few tables."""
    return partial(Knowledge.open, tmp_path / "stored", few, lambda: MIDSUMMER)
