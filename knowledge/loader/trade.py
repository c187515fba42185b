"""Tariff codes and UN numbers, from tables to entries."""

from collections import defaultdict
from collections.abc import Iterator

from knowledge.entries import Code, Dangerous, Entry, Kind, Link, Name, Naming, Tariff, unique_names
from knowledge.loader.rows import Row, Tables
from knowledge.loader.waste import everyday_terms

UN_NUMBERS = [
    "un", "name", "class", "subsidiary", "packing", "adr_code", "adr_name", "adr_transport",
    "status", "source",
]  # fmt: skip


def tariff_shown(hs: str) -> str:
    """Write a tariff code as on papers: 29, 2903, 2903.77."""
    return f"{hs[:4]}.{hs[4:]}" if len(hs) > len("2903") else hs


def tariff(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every chapter, heading and subheading of the Harmonized System."""
    sections = {
        row["section"]: row.must("title")
        for row in tables.rows("reference/tariff_sections.csv", ["section", "title"])
    }
    names: dict[str, list[Name]] = defaultdict(list)
    columns = ["hs", "lang", "name", "origin"]
    for row in tables.rows("reference/tariff_names.csv", columns):
        names[row["hs"]].append(Name(row.must("name"), row["lang"], Naming.OFFICIAL))
    for row in tables.rows("reference/tariff.csv", ["hs", "section", "title"]):
        hs, title = row.must("hs"), row.must("title")
        if row["section"] not in sections:
            raise row.wrong(f"no such section: “{row['section']}”")
        yield (
            row,
            Entry(
                id=f"hs-{hs}",
                kind=Kind.TARIFF,
                title=f"HS {tariff_shown(hs)} – {title}",
                names=unique_names([Name(title, "en", Naming.OFFICIAL), *names[hs]]),
                codes=(Code("hs", hs, tariff_shown(hs)),),
                facts=Tariff("tariff", len(hs), row["section"], sections[row["section"]]),
                source="hs2022",
                links=(Link("within", f"hs-{hs[:-2]}"),) if len(hs) > len("29") else (),
            ),
        )


def dangerous_goods(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every UN number, withdrawn ones marked."""
    terms = everyday_terms(tables)
    for row in tables.rows("reference/un_numbers.csv", UN_NUMBERS):
        number = row.must("un").removeprefix("UN")
        texts = dict.fromkeys(text for text in (row["name"], row["adr_name"]) if text)
        yield (
            row,
            Entry(
                id=f"un-{number}",
                kind=Kind.UN,
                title=f"UN {number} – {row.must('name')}",
                names=(
                    *(Name(text, "en", Naming.OFFICIAL) for text in texts),
                    *terms[f"un-{number}"],
                ),
                codes=(Code("un", number, f"UN {number}"),),
                facts=Dangerous(
                    type="un",
                    hazard_class=row["class"],
                    subsidiary=row["subsidiary"],
                    packing=row["packing"],
                    adr_code=row["adr_code"],
                    adr_name=row["adr_name"],
                    transport=row["adr_transport"],
                    current=row["status"] == "current",
                    source=row["source"],
                ),
                source="un-numbers",
            ),
        )
