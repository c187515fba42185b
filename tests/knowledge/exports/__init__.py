"""Exports as publishers write them, made from our own tables, and tables small enough to load."""

import csv
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge.loader import TABLES
from knowledge.loader.naming import id_from
from knowledge.refresh.__main__ import main
from tests.knowledge import tables
from tests.knowledge.tables import Rows

TODAY = date(2026, 11, 22)
FAMILIES = ("Felidae", "Manidae", "Elephantidae", "Geoemydidae")
NAMES_ALONE = (  # tables that no link needs
    "chemicals/names.csv", "waste/eu_list_names.csv", "species/product_terms.csv",
    "deciding/terms.csv", "waste/terms.csv",
)  # fmt: skip
LANGUAGES = ("en", "fr")  # whose words the small tables have
SPECIES_PLUS = [
    "Id", "Kingdom", "Phylum", "Class", "Order", "Family", "Genus", "Species", "Subspecies",
    "Scientific Name", "Author", "Rank", "Listing", "Party", "Listed under", "Full note",
    "# Full note", "All_DistributionFullNames",
]  # fmt: skip
CHECKLIST = [
    "TaxonId", "Kingdom", "Phylum", "Class", "Order", "Family", "Genus", "Species", "Subspecies",
    "FullName", "AuthorYear", "RankName", "CurrentListing", "FullAnnotationEnglish",
    "AnnotationEnglish", "#AnnotationSymbol", "#Annotation", "SynonymsWithAuthors",
    "EnglishNames", "SpanishNames", "FrenchNames",
]  # fmt: skip


@dataclass(frozen=True)
class Taxon:
    """A taxon as a publisher lists it."""

    name: str
    appendix: str
    family: str = "Felidae"
    order: str = "Carnivora"
    class_: str = "Mammalia"
    author: str = ""
    rank: str = "species"
    note: str = ""
    codes: str = ""
    synonyms: str = ""
    english: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """All that either export says of it."""
        return {
            "Id": "7", "TaxonId": "7", "Kingdom": "Animalia", "Phylum": "Chordata",
            "Class": self.class_, "Order": self.order, "Family": self.family,
            "Genus": self.name.split(" ")[0], "Scientific Name": self.name, "FullName": self.name,
            "Author": self.author, "AuthorYear": self.author, "Rank": self.rank.upper(),
            "RankName": self.rank.upper(), "Listing": self.appendix,
            "CurrentListing": self.appendix, "Full note": self.note, "# Full note": self.codes,
            "AnnotationEnglish": self.note, "#AnnotationSymbol": self.codes,
            "SynonymsWithAuthors": self.synonyms, "EnglishNames": self.english,
        }  # fmt: skip


def listed(folder: Path, families: Iterable[str] = ()) -> list[Taxon]:
    """Give the animals of tables as Species+ would list them, of some families or of all."""
    places = {row["family"]: row for row in tables.read("species/families.csv", folder)}
    return [
        Taxon(
            name=row["name"],
            appendix=row["appendix"],
            family=row["within"],
            order=places[row["within"]]["order"],
            class_=places[row["within"]]["class"],
            author=row["author"],
            rank=row["rank"],
            codes=" ".join(re.findall(r"#\d+", row["annotation"])),
        )
        for row in tables.read("species/taxa.csv", folder)
        if row["source"].startswith(("speciesplus", "checklist"))
        if row["rank"] in {"species", "subspecies"}
        if places[row["within"]]["kingdom"] == "Animalia" and row["appendix"] != "NC"
        if not families or row["within"] in families
    ]


def changed(taxa: list[Taxon], name: str, **values: str) -> list[Taxon]:
    """Give the taxa with one of them listed otherwise."""
    assert name in {one.name for one in taxa}
    return [replace(one, **values) if one.name == name else one for one in taxa]


def without(taxa: list[Taxon], *names: str) -> list[Taxon]:
    """Give the taxa without some of them."""
    assert set(names) <= {one.name for one in taxa}
    return [one for one in taxa if one.name not in names]


def with_uncia(folder: Path) -> list[Taxon]:
    """The cats, the snow leopard under another name."""
    uncia = Taxon(
        "Uncia uncia",
        "I",
        author="(Schreber, 1775)",
        synonyms="Felis irbis Ehrenberg, 1830, Panthera uncia (Schreber, 1775)",
        english="Snow leopard, Ounce",
    )
    return [*without(listed(folder, ["Felidae"]), "Panthera uncia"), uncia]


def export(path: Path, taxa: Iterable[Taxon], header: list[str], parted_by: str = ",") -> Path:
    """Write an export, with the mark that spreadsheets put before UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, header, delimiter=parted_by, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(one.cells for one in taxa)
    return path


def small_tables(folder: Path) -> Path:
    """Copy the real tables with the taxa of a few families only, so that loading is quick."""
    shutil.copytree(TABLES, folder)
    shutil.rmtree(folder / "reference")
    (folder / "reference").mkdir()
    for name in ("tariff", "tariff_names", "tariff_sections", "un_numbers"):
        shutil.copy(TABLES / "reference" / f"{name}.csv", folder / "reference")
    places = tables.read("species/families.csv")
    groups = {*FAMILIES, *(row["order"] for row in places if row["family"] in FAMILIES)}
    taxa = tables.read("species/taxa.csv")
    kept = [row for row in taxa if row["name"] in groups or row["within"] in FAMILIES]
    away = {id_from(row["name"]) for row in taxa} - {id_from(row["name"]) for row in kept}
    save(folder / "species/taxa.csv", kept)
    for name in ("synonyms", "common_names", "bird_names"):
        _only(folder / f"species/{name}.csv", "taxon", away)
    _only(folder / "inspection/links.csv", "key", away)
    for name in NAMES_ALONE:
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").split("\n")[0] + "\n", encoding="utf-8")
    for path in (folder / "words").glob("*.csv"):
        if path.stem in LANGUAGES:
            others = {row["entry"] for row in tables.read(f"words/{path.name}", folder)}
            _only(path, "entry", others - {id_from(row["name"]) for row in kept})
        else:
            path.unlink()
    topics = tables.read("deciding/topics.csv", folder)
    for row in topics:
        entries = row["entries"].split(";")
        row["entries"] = ";".join(one for one in entries if one.strip() not in away)
    save(folder / "deciding/topics.csv", topics)
    return folder


def save(path: Path, rows: Rows) -> None:
    """Write a table as the tables are written."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _only(path: Path, column: str, away: set[str]) -> None:
    with path.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
        rows = [row for row in csv.DictReader(lines, header) if row[column] not in away]
    if rows:
        save(path, rows)
    else:
        path.write_text(",".join(header) + "\n", encoding="utf-8")


def refresh(folder: Path, *words: object) -> int:
    """Run the command on tables, as on a day in November."""
    return main([*map(str, words), "--tables", str(folder)], TODAY)


def texts(folder: Path) -> dict[str, str]:
    """Give every table as the file holds it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.csv")
    }
