"""A new export of the CITES lists: shown first, written when told, and twice is nothing."""

import json
import shutil
from pathlib import Path

import pytest

from knowledge.loader import TABLES, load
from knowledge.refresh.taxa import BY_HAND, BY_HAND_SOURCE
from tests.knowledge import tables
from tests.knowledge.exports import (
    CHECKLIST,
    SPECIES_PLUS,
    Taxon,
    changed,
    export,
    listed,
    refresh,
    small_tables,
    texts,
    with_uncia,
    without,
)

NEW = Taxon("Panthera nova", "I", author="(Doe, 2026)", note="Population of <i>Chile</i> only")


@pytest.fixture(scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_tables(tmp_path_factory.mktemp("small") / "tables")


@pytest.fixture
def small(_small: Path, tmp_path: Path) -> Path:
    """Tables with a few families of animals, to be written into."""
    return shutil.copytree(_small, tmp_path / "tables")


def taxon(folder: Path, name: str) -> dict[str, str]:
    rows = [row for row in tables.read("species/taxa.csv", folder) if row["name"] == name]
    return rows[0] if rows else {}


def test_the_real_tables_take_a_new_export(tmp_path: Path) -> None:
    folder = shutil.copytree(TABLES, tmp_path / "tables")
    before = texts(folder)
    taxa = [*changed(listed(folder), "Panthera tigris", appendix="II", note="bones excluded"), NEW]
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(folder, path, "--as-of", "2026-10-01", "--write") == 0
    tiger = taxon(folder, "Panthera tigris")
    assert (tiger["appendix"], tiger["annotation"]) == ("II", "bones excluded")
    assert taxon(folder, "Panthera nova")["appendix"] == "I"
    written = texts(folder)
    assert {name for name in before if before[name] != written[name]} == {
        "sources.csv", "species/taxa.csv",
    }  # fmt: skip
    for name in ("Aloe vera", "Mauremys iversoni", "Galeorhinus galeus", "Felis catus"):
        assert taxon(folder, name) == taxon(TABLES, name)


def test_what_words_of_ours_name_cannot_go(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(small)
    taxa = without(listed(small), "Panthera onca")
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 1
    said = capsys.readouterr()
    assert "  Panthera onca: I\n" in said.out
    assert "words/en.csv, line " in said.err
    assert "names “Panthera_onca”, which the file takes away" in said.err
    assert texts(small) == before


def test_an_appendix_a_new_species_and_a_removed_one(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(small)
    taxa = without(listed(small), "Batagur affinis")
    taxa = [*changed(taxa, "Panthera leo", appendix="I", note="All populations"), NEW]
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    for table in [name for name in before if name.startswith("words/")]:
        lines = [
            one for one in before[table].splitlines(keepends=True) if "Batagur_affinis" not in one
        ]
        (small / table).write_text("".join(lines), encoding="utf-8")

    assert refresh(small, path, "--as-of", "2026-10-01") == 0
    said = capsys.readouterr().out
    assert "appendix changed: 1\n" in said
    assert "  Panthera leo: I/II → I\n" in said
    assert "  Panthera nova: I Felidae\n" in said
    assert "  Panthera leo: India: App I; African lions: App II." in said
    assert "  Batagur affinis: I\n" in said
    assert texts(small)["species/taxa.csv"] == before["species/taxa.csv"]

    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    lion, nova = taxon(small, "Panthera leo"), taxon(small, "Panthera nova")
    assert (lion["appendix"], lion["annotation"]) == ("I", "All populations")
    assert (nova["author"], nova["annotation"]) == (
        "(Doe, 2026)",
        "Population of Chile only",
    )
    assert taxon(small, "Batagur affinis") == {}
    names = [row["name"] for row in tables.read("species/taxa.csv", small)]
    assert names[names.index("Panthera nova") - 1].startswith("Panthera ")
    law_days = {row["id"]: row["law_date"] for row in tables.read("sources.csv", small)}
    assert law_days[nova["source"]] == "2026-10-01"
    for table in ("synonyms", "common_names"):
        rows = tables.read(f"species/{table}.csv", small)
        assert not [row for row in rows if row["taxon"] == "Batagur_affinis"]

    written = texts(small)
    capsys.readouterr()
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    assert "Nothing changes" in capsys.readouterr().out
    assert texts(small) == written


def test_only_the_lines_that_change_are_other_lines(small: Path, tmp_path: Path) -> None:
    before = texts(small)
    taxa = changed(listed(small), "Panthera onca", appendix="I/II")
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS, ";")
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    written = texts(small)
    for table, lines in (("species/taxa.csv", 1), ("sources.csv", 1)):
        assert len(set(written[table].splitlines()) - set(before[table].splitlines())) == lines
    assert {name for name in before if before[name] != written[name]} == {
        "sources.csv", "species/taxa.csv",
    }  # fmt: skip


def test_a_renamed_species_leads_on_from_its_old_id(small: Path, tmp_path: Path) -> None:
    named = [row for row in tables.read("words/en.csv", small) if row["entry"] == "Panthera_uncia"]
    path = export(tmp_path / "export.csv", with_uncia(small), CHECKLIST)
    assert refresh(small, "checklist", path, "--as-of", "2026-10-01", "--write") == 0

    loaded = load(small)
    assert "Panthera_uncia" not in loaded.entries
    assert loaded.forwards["Panthera_uncia"] == "Uncia_uncia"
    names = {name.text for name in loaded.entries["Uncia_uncia"].names}
    assert {"Uncia uncia", "Panthera uncia", "Felis irbis", "Ounce"} <= names
    moved = [row for row in tables.read("words/en.csv", small) if row["entry"] == "Uncia_uncia"]
    assert named
    assert [row["word"] for row in moved] == [row["word"] for row in named]
    rows = tables.read("species/synonyms.csv", small)
    assert {"taxon": "Uncia_uncia", "synonym": "Uncia uncia"} not in rows


def test_a_code_that_changes_is_taken_and_the_rest_of_our_note_stays(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = taxon(small, "Manis javanica")["annotation"]
    taxa = changed(listed(small), "Manis javanica", codes="#18 All parts and #2 seeds")
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    assert "  Manis javanica: #2 #18\n" in capsys.readouterr().out
    now = taxon(small, "Manis javanica")["annotation"]
    assert now == "; ".join(part for part in ("#2", "#18", ours) if part)


def test_a_new_family_brings_its_order_and_its_groups(small: Path, tmp_path: Path) -> None:
    new = Taxon("Prionodon pardicolor", "I", family="Prionodontidae")
    path = export(tmp_path / "export.csv", [*listed(small), new], SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    entry = load(small).entries["Prionodon_pardicolor"]
    assert [link.to for link in entry.links if link.relation == "within"] == [
        "Prionodon", "Prionodontidae", "Carnivora",
    ]  # fmt: skip
    genus = taxon(small, "Prionodon")
    assert (genus["appendix"], genus["source"][:8]) == ("I", "derived:")


def test_a_computed_group_follows_its_species(small: Path, tmp_path: Path) -> None:
    taxa = changed(listed(small), "Leopardus pardalis", appendix="III")
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    genus = taxon(small, "Leopardus")
    assert genus["appendix"] == "I/II/III"


def test_what_we_hold_against_the_publisher_stays_and_is_shown(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taxa = [
        *listed(small),
        Taxon("Mauremys iversoni", "II", "Geoemydidae", "Testudines", "Reptilia"),
    ]
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    said = capsys.readouterr().out
    assert "ours differs: kept: 4" in said
    assert "  Mauremys iversoni: appendix changed: III → II" in said
    assert taxon(small, "Mauremys iversoni") == taxon(TABLES, "Mauremys iversoni")
    words = ("--as-of", "2026-10-01", "--write", "--take-theirs")
    assert refresh(small, path, *words) == 0
    row = taxon(small, "Mauremys iversoni")
    assert row["appendix"] == "II"


def test_every_row_kept_by_hand_stands_in_the_tables() -> None:
    rows = tables.read("species/taxa.csv")
    assert {row["name"] for row in rows} >= BY_HAND
    assert any(row["source"] == BY_HAND_SOURCE for row in rows)
    sources = (TABLES.parent / "SOURCES.md").read_text(encoding="utf-8")
    assert [name for name in BY_HAND if name.split()[0] not in sources] == []


def test_a_small_file_is_no_reason_to_remove(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taxa = [one for one in listed(small) if not one.name.startswith(("Leopardus", "Lynx"))]
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 1
    assert "the file would remove " in capsys.readouterr().err


def test_what_a_file_is_silent_on_does_not_seem_new(small: Path, tmp_path: Path) -> None:
    taxa = [*listed(small, ["Felidae"]), NEW]
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path, "--as-of", "2026-10-01", "--write") == 0
    law_days = {row["id"]: row["law_date"] for row in tables.read("sources.csv", small)}
    for name, day in (("Panthera tigris", "2026-10-01"), ("Manis javanica", "2026-03-05")):
        row = taxon(small, name)
        assert law_days[row["source"]] == day


def test_a_day_is_needed_and_may_not_be_older_or_to_come(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(tmp_path / "export.csv", [*listed(small), NEW], SPECIES_PLUS)
    before = texts(small)
    for words in ((), ("--as-of", "2025-01-01"), ("--as-of", "2027-01-01")):
        assert refresh(small, path, "--write", *words) == 1
        assert "--as-of" in capsys.readouterr().err
    assert texts(small) == before


def test_json_tells_all_of_it(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = [Taxon(f"Panthera nova{letter * 2}", "I") for letter in "abcdefghijklmnopqrstuvwx"]
    path = export(tmp_path / "export.csv", [*listed(small), *new], SPECIES_PLUS)
    assert refresh(small, path, "--json", "--as-of", "2026-10-01") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["added"] == len(new)
    assert {one["entry"] for one in told["changes"]} >= {one.name for one in new}
    assert refresh(small, path, "--as-of", "2026-10-01") == 0
    assert "and 4 more" in capsys.readouterr().out
