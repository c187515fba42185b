"""A write that is killed at any step leaves tables that load, and can be finished."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.loader import Tables, load
from knowledge.refresh import writing
from knowledge.refresh.formats import FORMATS
from knowledge.refresh.options import Options
from knowledge.refresh.reading import read_sheet
from tests.knowledge.exports import (
    CHECKLIST,
    TODAY,
    export,
    refresh,
    small_tables,
    texts,
    with_uncia,
)


@pytest.fixture(scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_tables(tmp_path_factory.mktemp("small") / "tables")


@pytest.fixture
def small(_small: Path, tmp_path: Path) -> Path:
    """Tables with a few families of animals, to be written into."""
    return shutil.copytree(_small, tmp_path / "tables")


def test_a_run_killed_at_any_step_leaves_tables_that_load_and_can_be_finished(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = read_sheet(export(tmp_path / "export.csv", with_uncia(small), CHECKLIST))
    options = Options(TODAY, as_of=date(2026, 10, 1))
    steps = FORMATS["checklist"].plan(sheet, Tables(small), options).steps
    assert len(steps) > 5
    whole = shutil.copytree(small, tmp_path / "whole" / "tables")
    writing.write(whole, steps)
    for done in range(len(steps)):
        place = shutil.copytree(small, tmp_path / str(done) / "tables")
        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", failing_after(done))
            with pytest.raises(OSError, match="the power is gone"):
                writing.write(place, steps)
        assert {"Panthera_uncia", "Uncia_uncia"} & load(place).entries.keys()
        writing.finish(place)
        assert texts(place) == texts(whole)
        assert not writing.unfinished(place)


def test_the_next_run_finishes_one_that_was_killed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(tmp_path / "export.csv", with_uncia(small), CHECKLIST)
    words = ("checklist", path, "--as-of", "2026-10-01")
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing_after(1))
        assert refresh(small, *words, "--write") == 1
    assert "run it again with --write" in capsys.readouterr().err
    assert refresh(small, *words) == 1
    assert "an earlier run was stopped half-way" in capsys.readouterr().err
    assert refresh(small, *words, "--write") == 0
    assert "Nothing changes" in capsys.readouterr().out
    assert load(small).forwards["Panthera_uncia"] == "Uncia_uncia"


def failing_after(allowed: int) -> Callable[[Path, Path], None]:
    """Give a way to replace files that fails after so many."""
    really, left = os.replace, iter(range(allowed))

    def replace(one: Path, other: Path) -> None:
        if next(left, None) is None:
            raise OSError(5, "the power is gone")
        really(one, other)

    return replace
