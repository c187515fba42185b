"""New tables take effect while the base is open; broken ones leave it as it was."""

import logging
from pathlib import Path

import pytest

from knowledge import Living, Verdict
from tests.conftest import MIDSUMMER
from tests.knowledge import tables

WORD = "qwxzkv"
LINE = f"product-elephant-ivory,en,{WORD}"


@pytest.fixture
def living(few: Path, tmp_path: Path) -> Living:
    return Living(tmp_path / "stored", few, lambda: MIDSUMMER, look_every=0.0)


def test_a_changed_table_counts_from_the_next_question_on(few: Path, living: Living) -> None:
    before = living.now()
    assert before.ask(WORD).verdict is Verdict.UNKNOWN
    tables.add_line(few, "species/product_terms.csv", LINE)
    assert living.now() is before  # it answers while the new one is built
    living.settle()
    assert living.now().ask(WORD).hits[0].entry.id == "product-elephant-ivory"
    assert before.ask(WORD).verdict is Verdict.UNKNOWN  # a message that has begun is not disturbed


def test_a_broken_table_is_named_once_and_not_used(
    few: Path, living: Living, caplog: pytest.LogCaptureFixture
) -> None:
    before = living.now()
    line = tables.add_line(few, "species/product_terms.csv", "product-elephant-ivory,en")
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert living.now() is before
            living.settle()
    assert [one.getMessage() for one in caplog.records if f"line {line}" in one.getMessage()]
    assert len(caplog.records) == 1


def test_unchanged_tables_are_not_read_again(living: Living) -> None:
    first = living.now()
    living.settle()
    assert living.now() is first
