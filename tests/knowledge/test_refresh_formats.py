"""Files that are wrong are told by line and change nothing; lists of codes and words are taken."""

import csv
import shutil
from pathlib import Path

import pytest

from knowledge.loader import TABLES, load
from knowledge.refresh.cites import synonyms_in
from tests.knowledge import tables
from tests.knowledge.exports import (
    CHECKLIST,
    SPECIES_PLUS,
    TODAY,
    Taxon,
    export,
    refresh,
    small_tables,
)

HEADER = "Kingdom,Class,Order,Family,Genus,Scientific Name,Author,Rank,Listing,# Full note"
CAT = "Animalia,Mammalia,Carnivora,Felidae,Panthera,Panthera tigris,,SPECIES,I,"
WORDS = "entry,word,naming,basis"

WRONG = [
    (f"{HEADER}\n{CAT.replace(',I,', ',IV,')}", 2, "“IV” is no Appendix"),
    (f"{HEADER}\n{CAT.replace('SPECIES', 'SUBGENUS')}", 2, "the rank “subgenus” is not known"),
    (f"{HEADER}\n{CAT.replace('Panthera tigris', 'panthera tigris')}", 2, "is no scientific name"),
    (f"{HEADER}\n{CAT.replace('Panthera tigris', 'Panthera')}", 2, "does not look like a species"),
    (f"{HEADER}\n{CAT.replace('Panthera,', 'Felis,')}", 2, "does not begin with its genus"),
    (f"{HEADER}\n{CAT}\n{CAT.replace(',I,', ',II,')}", 3, "is II here and I in line 2"),
    (f"{HEADER}\n{CAT.replace('Carnivora,Felidae', ',Novidae')}", 2, "Novidae is new and stands"),
    (f"{HEADER}\n{CAT}\n{CAT.replace('tigris', 'leo').replace('Carnivora', 'Primates')}", 3,
     "Felidae stands in Primates"),
    (f"{HEADER}\n{CAT.replace(',,SPECIES', ',=2+5,SPECIES')}", 2, "is a formula"),
    (f"{HEADER}\n{CAT},more", 2, "11 cells"),
    (f"{HEADER}\n{CAT.replace(',,SPECIES', ',(Linn� 1758),SPECIES')}", 2, "signs that were lost"),
    (f'{HEADER}\n"{CAT}', 2, "the row cannot be read"),
    (f"{HEADER},Listing\n{CAT},I", 1, "a column stands twice: listing"),
    ("who,what\n1,2", 1, "a header that no format has"),
    ("", 1, "the file is empty"),
    ("code,description\n01,Animals\n0101,Horses\n01011,Mules", 4, "“01011” is no tariff code"),
    ("code,description\n01,Animals\n010121,Horses", 3, "010121 has no parent"),
    ("code,description\n01,Animals\n01,Animals", 3, "01 stands twice, first in line 2"),
    ("code,description\n90,Clocks\n00,Nothing", 3, "00 is in no section"),
    ("code,title,hazardous\n01 01 01,sand,perhaps", 2, "“perhaps” in “hazardous”"),
    ("code,title\n1601 04**,cars", 2, "is no code of the list"),
    (f"{WORDS}\nPanthera_nova,tigre,common,everyday", 2, "“Panthera_nova” is no entry"),
    (f"{WORDS}\nPanthera_tigris,…,common,everyday", 2, "is no word"),
    (f"{WORDS}\nPanthera_tigris,tigre,nickname,everyday", 2, "the naming “nickname”"),
    (f"{WORDS}\nPanthera_tigris,tigre,common,guess", 2, "the basis “guess”"),
    (f"{WORDS}\nPanthera_tigris,Tigre,common,trade\nPanthera_tigris,tigre,common,trade", 3,
     "stands twice"),
]  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables with a few families of animals, which nothing may change."""
    return small_tables(tmp_path_factory.mktemp("small") / "tables")


@pytest.fixture
def own(small: Path, tmp_path: Path) -> Path:
    """Tables to be written into."""
    return shutil.copytree(small, tmp_path / "tables")


def save(path: Path, header: list[str], rows: list[list[str]], parted_by: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=parted_by).writerows([header, *rows])
    return path


@pytest.mark.parametrize(("text", "line", "said"), WRONG, ids=[one[2] for one in WRONG])
def test_a_wrong_file_is_told_by_its_line(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, line: int, said: str
) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*.csv")}
    path = tmp_path / "export.csv"
    path.write_text(text + "\n" if text else "", encoding="utf-8")
    words = ("--as-of", "2026-10-01", "--lang", "fr", "--write", "--allow-removals")
    assert refresh(small, path, *words) == 1
    told = [one for one in capsys.readouterr().err.splitlines() if said in one]
    assert len(told) == 1
    assert told[0].startswith(f"export.csv, line {line}: ")
    assert "; expected " in told[0]
    assert {path: path.read_bytes() for path in small.rglob("*.csv")} == before


def test_bytes_that_are_not_utf8_are_told(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(f"{HEADER}\n{CAT}\n".encode().replace(b",,SPECIES", b",Linn\xe9,SPECIES"))
    assert refresh(small, path) == 1
    assert "export.csv, line 2: not UTF-8" in capsys.readouterr().err


def test_all_errors_are_collected_and_twenty_told(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taxa = [Taxon(f"Panthera nova{letter * 2}", "V") for letter in "abcdefghijklmnopqrstuvwxyz"]
    path = export(tmp_path / "export.csv", taxa, SPECIES_PLUS)
    assert refresh(small, path) == 1
    said = capsys.readouterr().err
    assert said.count("is no Appendix") == 20
    assert "and 6 more" in said


def test_a_format_named_must_fit_the_header(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(tmp_path / "export.csv", [Taxon("Panthera leo", "II")], CHECKLIST)
    assert refresh(small, "species-plus", path) == 1
    assert "no column listing, rank, scientificname" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Felis tigris Linnaeus, 1758", ["Felis tigris"]),
        ("Aloe laeta var. minor Matusz., Myšák & Jiruše", ["Aloe laeta var. minor"]),
        ("Manis aurita (Hodgson, 1836), Manis dalmanni Sundevall, 1842",
         ["Manis aurita", "Manis dalmanni"]),
        ("Capra hircus aegagrus Erxleben, 1777", ["Capra hircus aegagrus"]),
        ("Psittacus erithacus van der Hoeven, 1830", ["Psittacus erithacus"]),
        ("", []),
    ],
)  # fmt: skip
def test_synonyms_are_read_without_their_authors(cell: str, names: list[str]) -> None:
    assert synonyms_in(cell) == names


def test_a_tariff_is_taken_with_its_new_titles_and_codes(own: Path, tmp_path: Path) -> None:
    rows = [
        [row["section"], row["hs"], row["title"], row["hs"][:-2] or "TOTAL"]
        for row in tables.read("reference/tariff.csv", own)
    ]
    rows[0][2] = "- Animals,\nlive"
    rows += [["I", "010199", "Zebras; live", "0101"], ["I", "01012110", "national", "010121"]]
    path = save(tmp_path / "hs.csv", ["section", "hscode", "description", "parent"], rows, ";")
    assert refresh(own, path, "--write") == 0
    entries = load(own).entries
    assert entries["hs-01"].title == "HS 01 – Animals, live"
    assert entries["hs-010199"].title == "HS 0101.99 – Zebras; live"
    assert "hs-01012110" not in entries
    written = (own / "reference/tariff.csv").read_bytes()
    assert refresh(own, path, "--write") == 0
    assert (own / "reference/tariff.csv").read_bytes() == written


def test_a_tariff_code_that_others_point_to_cannot_go(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        [row["hs"], row["title"]]
        for row in tables.read("reference/tariff.csv", own)
        if row["hs"] != "400400"
    ]
    path = save(tmp_path / "hs.csv", ["hs", "title"], rows)
    assert refresh(own, path, "--write") == 1
    said = capsys.readouterr().err
    assert "hs-400400” is no entry" in said
    assert "basel.csv, line " in said
    assert "hs-400400" in load(own).entries


def test_a_star_ends_one_edition_and_begins_another(own: Path, tmp_path: Path) -> None:
    rows = [
        [row["shown"], row["title"].upper()]
        for row in tables.read("waste/eu_list.csv", own)
        if row["valid_from"] <= TODAY.isoformat() and row["code"] != "010102"
    ]
    assert rows[0][0] == "01 01 01"
    rows[0][0] = "01 01 01*"
    rows[1][1] = "tailings of another kind"
    path = save(tmp_path / "eu.csv", ["Code", "Title"], [*rows, ["01 01 99", "wastes, new"]])
    assert refresh(own, "eu-list", path, "--as-of", "2026-11-20", "--write") == 0
    written = [row for row in tables.read("waste/eu_list.csv", own) if row["code"] < "010305"]
    assert [(row["shown"], row["valid_from"], row["valid_to"]) for row in written[:4]] == [
        ("01 01 01", "2002-01-01", "2026-11-19"),
        ("01 01 01*", "2026-11-20", ""),
        ("01 01 02", "2002-01-01", "2026-11-19"),
        ("01 01 99", "2026-11-20", ""),
    ]
    assert written[4]["title"] == "tailings of another kind"
    assert load(own).entries["eu-010101"].title.startswith("01 01 01* – ")
    later = [
        row for row in tables.read("waste/eu_list.csv", TABLES) if row["valid_from"] > "2026-12"
    ]
    assert [row for row in later if row not in tables.read("waste/eu_list.csv", own)] == []
    again = (own / "waste/eu_list.csv").read_bytes()
    assert refresh(own, "eu-list", path, "--as-of", "2026-11-20", "--write") == 0
    assert (own / "waste/eu_list.csv").read_bytes() == again


def test_own_words_are_added_and_none_is_taken_away(own: Path, tmp_path: Path) -> None:
    before = tables.read("words/fr.csv", own)
    new = ["Panthera_tigris", "tigre royal d’essai", "common", "everyday"]
    path = save(tmp_path / "words.csv", ["entry", "word", "naming", "basis"], [new])
    assert refresh(own, path, "--lang", "fr", "--write") == 0
    assert tables.read("words/fr.csv", own) == [
        *before,
        dict(zip(("entry", "word", "naming", "basis"), new, strict=True)),
    ]
    assert refresh(own, path, "--lang", "nl", "--write") == 0
    names = {name.text for name in load(own).entries["Panthera_tigris"].names if name.lang == "nl"}
    assert "tigre royal d’essai" in names


def test_words_need_a_language(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ["Panthera_tigris", "tigre", "common", "everyday"]
    path = save(tmp_path / "words.csv", ["entry", "word", "naming", "basis"], [row])
    assert refresh(small, path, "--lang", "../fr", "--write") == 1
    assert "--lang “../fr” is no language" in capsys.readouterr().err
