"""The index as files: built once, whole or not at all, and never older than its tables."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge import Answer, Knowledge, TableError, Verdict, as_json
from knowledge.index.index import build
from knowledge.index.store import fingerprint, is_stored, open_index
from knowledge.loader import load
from tests.knowledge import tables

QUERIES = ("R-134a", "75-45-7", "elephant ivory", "Loxodonta", "Y48", "unobtainium", "象牙", "")

OpenFew = Callable[[], Knowledge]


def told(answer: Answer) -> dict[str, object]:
    """Give an answer without the time that it took."""
    return {key: value for key, value in as_json(answer).items() if key != "ms"}


def ids(answer: Answer) -> list[str]:
    return [hit.entry.id for hit in answer.hits]


def folders(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_an_index_is_built_once_and_opened_again(open_few: OpenFew, tmp_path: Path) -> None:
    first = open_few()
    built = {path: path.stat().st_mtime_ns for path in (tmp_path / "stored").rglob("*")}
    again = open_few()
    assert built == {path: path.stat().st_mtime_ns for path in (tmp_path / "stored").rglob("*")}
    assert [told(first.ask(query)) for query in QUERIES] == [
        told(again.ask(query)) for query in QUERIES
    ]


def test_a_stored_index_answers_as_the_one_in_memory(few: Path, tmp_path: Path) -> None:
    fresh, stored = build(load(few)), open_index(tmp_path / "stored", few)
    assert stored.entry_ids == fresh.entry_ids
    assert stored.codes == fresh.codes
    assert stored.sources == fresh.sources
    assert stored.names.texts == fresh.names.texts
    assert stored.words.numbers == fresh.words.numbers
    strings = range(len(fresh.names.texts))
    assert [list(stored.names.owners(number)) for number in strings] == [
        list(fresh.names.owners(number)) for number in strings
    ]
    places = range(len(fresh.entry_ids))
    assert [stored.entry(place) for place in places] == list(load(few).entries.values())


def test_an_index_knows_whether_it_is_stored(few: Path, open_few: OpenFew, tmp_path: Path) -> None:
    assert not is_stored(tmp_path / "stored", few)
    open_few()
    assert is_stored(tmp_path / "stored", few)


def test_a_changed_table_makes_a_new_index_and_removes_the_old_one(
    few: Path, open_few: OpenFew, tmp_path: Path
) -> None:
    before = fingerprint(few)
    assert open_few().ask("qwxzkv").verdict is Verdict.UNKNOWN
    tables.add_line(few, "species/product_terms.csv", "product-elephant-ivory,en,qwxzkv")
    assert not is_stored(tmp_path / "stored", few)
    assert ids(open_few().ask("qwxzkv")) == ["product-elephant-ivory"]
    assert fingerprint(few) != before
    assert folders(tmp_path / "stored") == [f"index-{fingerprint(few)}"]


def test_a_fingerprint_is_of_what_the_tables_hold_not_of_where_they_are(
    few: Path, tmp_path: Path
) -> None:
    before = fingerprint(few)
    moved = few.rename(tmp_path / "elsewhere")
    assert fingerprint(moved) == before
    tables.set_cell(moved, "species/taxa.csv", 2, "author", "Somebody")
    assert fingerprint(moved) != before


def test_a_broken_table_leaves_what_was_stored(
    few: Path, open_few: OpenFew, tmp_path: Path
) -> None:
    open_few()
    before = folders(tmp_path / "stored")
    right = (few / "species/taxa.csv").read_bytes()
    tables.set_cell(few, "species/taxa.csv", 2, "appendix", "XX")
    with pytest.raises(TableError):
        open_few()
    assert folders(tmp_path / "stored") == before
    (few / "species/taxa.csv").write_bytes(right)
    assert open_few().ask("R-134a").hits[0].entry.id == "hfc-134a"
    assert folders(tmp_path / "stored") == before


def test_a_full_disk_leaves_nothing_half_written(
    open_few: OpenFew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = np.save

    def full(path: Path, values: np.ndarray) -> None:
        if "trigrams" in path.name:
            raise OSError(28, "No space left on device")
        save(path, values)

    monkeypatch.setattr(np, "save", full)
    with pytest.raises(OSError, match="No space left"):
        open_few()
    assert folders(tmp_path / "stored") == []
    monkeypatch.undo()
    assert open_few().ask("R-134a").hits


def test_an_index_that_another_process_has_just_stored_is_used(
    few: Path, open_few: OpenFew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both build; the slower one finds the place taken by the same index."""
    slow_build = build

    def overtaken(loaded: object) -> object:
        monkeypatch.undo()
        open_few()
        return slow_build(loaded)  # type: ignore[arg-type]  # what load gives

    monkeypatch.setattr("knowledge.index.store.build", overtaken)
    assert open_few().ask("R-134a").hits
    assert folders(tmp_path / "stored") == [f"index-{fingerprint(few)}"]


def test_a_folder_that_cannot_be_made_is_an_error(few: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="taken"):
        open_index(tmp_path / "taken", few)
