"""What the tests of the knowledge base start from: the real base, built once a run."""

import gc
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from knowledge import Knowledge
from knowledge.index.index import Index
from knowledge.loader import Loaded, load
from tests.conftest import MIDSUMMER
from tests.knowledge.tables import few_tables

# No clock decides over a test, and the same examples are drawn in every run.
settings.register_profile("knowledge", deadline=None, derandomize=True)
settings.load_profile("knowledge")


@pytest.fixture(scope="session")
def index(base: Knowledge) -> Index:
    return base.index


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
