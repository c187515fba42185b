"""Substances, refrigerant blends and mercury products, from tables to entries."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from knowledge.entries import (
    Blend,
    Code,
    Control,
    Entry,
    Kind,
    Link,
    MercuryProduct,
    Name,
    Naming,
    Part,
    Safety,
    Substance,
    unique_names,
)
from knowledge.loader.naming import squeezed
from knowledge.loader.rows import Row, Tables
from knowledge.reading.wording import squash

SUBSTANCES = [
    "id", "name", "formula", "cas", "ashrae", "un", "un_basis", "hs", "hs_basis", "note",
]  # fmt: skip
CONTROLS = [
    "substance", "instrument", "annex", "entry", "since", "odp", "odp_range", "gwp", "gwp_basis",
    "note", "source",
]  # fmt: skip
BLENDS = [
    "id", "name", "type", "other_names", "trade_names", "classes", "odp", "gwp", "hs", "hs_basis",
    "un", "un_basis", "source", "cross_check",
]  # fmt: skip

# The families of names that carry a number, as they stand in the name of a substance.
FAMILY = re.compile(r"\b(CFC|HCFC|HFC|HBFC|HFO|HCFO|PFC|HC|Halon)-(C?\d+[A-Za-z0-9()]*)")
OIL = "lubricant"  # a part of some mixtures, no substance of ours
R_NUMBER = re.compile(r"R-?(C?\d+[A-Za-z0-9()]*)")
NAMINGS = {
    "synonym": Naming.SYNONYM,
    "abbreviation": Naming.SYNONYM,
    "iupac": Naming.SYNONYM,
    "trade": Naming.TRADE,
}


def chemicals(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every substance, blend and mercury product."""
    names = _names(tables)
    safety = {
        row["ashrae"]: Safety(row["class"], row["basis"], row["note"])
        for row in tables.rows("chemicals/safety.csv", SAFETY)
        if row["class"]
    }
    yield from _substances(tables, names, safety)
    yield from _blends(tables, names, safety)
    yield from _mercury_products(tables)


SAFETY = ["ashrae", "class", "basis", "source", "note"]


def _names(tables: Tables) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    columns = ["substance", "lang", "name", "naming"]
    for row in chain(
        tables.rows("chemicals/names.csv", [*columns, "source"]),
        tables.rows("chemicals/more_names.csv", columns),
    ):
        if row["naming"] not in NAMINGS:
            raise row.wrong(f"no such naming: “{row['naming']}”")
        lang = "mul" if row["lang"] == "other" else row["lang"]
        names[row["substance"]].append(Name(row.must("name"), lang, NAMINGS[row["naming"]]))
    _share_ambiguous(tables, names)
    return names


def _share_ambiguous(tables: Tables, names: dict[str, list[Name]]) -> None:
    """Let each name that means two or more substances lead to all of them, so that we ask."""
    for row in tables.rows("chemicals/ambiguous_names.csv", ["name", "entries"]):
        entries = row.parts("entries")
        known = (name for entry in entries for name in names[entry])
        written = next((n.text for n in known if squash(n.text) == row["name"]), row.must("name"))
        for entry in entries:
            names[entry].append(Name(written, "mul", Naming.SYNONYM))


def _controls(tables: Tables) -> dict[str, list[Control]]:
    controls: dict[str, list[Control]] = defaultdict(list)
    for row in tables.rows("chemicals/controls.csv", CONTROLS):
        controls[row["substance"]].append(
            Control(
                instrument=row.must("instrument"),
                annex=row["annex"],
                entry=row["entry"],
                since=row.year("since"),
                odp=row.number("odp"),
                odp_range=row["odp_range"],
                gwp=row.number("gwp"),
                gwp_basis=row["gwp_basis"],
                note=row["note"],
                source=row["source"],
            )
        )
    return controls


def _substances(
    tables: Tables, names: dict[str, list[Name]], safety: dict[str, Safety]
) -> Iterator[tuple[Row, Entry]]:
    controls = _controls(tables)
    aliases: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in tables.rows("chemicals/cas_aliases.csv", ["substance", "cas", "label", "source"]):
        aliases[row["substance"]].append((row.must("cas"), row["label"]))
    for row in tables.rows("chemicals/substances.csv", SUBSTANCES):
        key = row.must("id")
        short = row["name"].split(" (")[0]
        official = [Name(text, "en", Naming.OFFICIAL) for text in (row.must("name"), short)]
        own = controls[key]
        yield (
            row,
            Entry(
                id=key,
                kind=Kind.CHEMICAL,
                title=row["name"],
                names=unique_names([*official, *names[key]]),
                codes=_substance_codes(row, names[key], aliases[key]),
                facts=Substance(
                    type="substance",
                    formula=row["formula"],
                    controls=tuple(own),
                    safety=safety.get(row["ashrae"]),
                    hs_basis=row["hs_basis"],
                    un_basis=row["un_basis"],
                    note=row["note"],
                    other_cas=tuple(aliases[key]),
                ),
                source=own[0].instrument if own else "no-instrument",
                links=_numbers(row),
            ),
        )


def _substance_codes(
    row: Row, names: list[Name], aliases: list[tuple[str, str]]
) -> tuple[Code, ...]:
    cas = [row["cas"], *(number for number, _ in aliases)]
    codes = [Code("cas", squeezed(number), number) for number in cas if number]
    numbers = [match for name in names if (match := R_NUMBER.fullmatch(name.text))]
    ashrae = R_NUMBER.fullmatch(row["ashrae"])
    codes += [
        Code("r", squeezed(match[1]), f"R-{match[1]}")
        for match in ([ashrae] if ashrae else numbers[:1])
    ]
    codes += [
        Code("family", squeezed(family + number), f"{family}-{number}")
        for family, number in FAMILY.findall(row["name"])
    ]
    return tuple(dict.fromkeys(codes))


def _numbers(row: Row) -> tuple[Link, ...]:
    """Link to the tariff and UN entries that the cells `hs` and `un` name."""
    headings = (Link("tariff", f"hs-{squeezed(hs)}", row["hs_basis"]) for hs in row.parts("hs"))
    return (*headings, *(Link("un", f"un-{un}", row["un_basis"]) for un in row.parts("un")))


def _blends(
    tables: Tables, names: dict[str, list[Name]], safety: dict[str, Safety]
) -> Iterator[tuple[Row, Entry]]:
    parts: dict[str, list[Part]] = defaultdict(list)
    for row in tables.rows("chemicals/blend_parts.csv", ["blend", "substance", "percent"]):
        parts[row["blend"]].append(Part(row.must("substance"), row.number("percent") or 0.0))
    for row in tables.rows("chemicals/blends.csv", BLENDS):
        key, name = row.must("id"), row.must("name")
        trade = [*row["other_names"].split(", "), *row["trade_names"].split(", ")]
        number = R_NUMBER.match(name)
        yield (
            row,
            Entry(
                id=key,
                kind=Kind.BLEND,
                title=name,
                names=unique_names(
                    [
                        Name(name, "mul", Naming.OFFICIAL),
                        *(Name(text, "mul", Naming.TRADE) for text in trade if text),
                        *names[key],
                    ]
                ),
                codes=(Code("r", squeezed(number[1]), f"R-{number[1]}"),) if number else (),
                facts=Blend(
                    type="blend",
                    mixture=row["type"],
                    parts=tuple(parts[key]),
                    classes=tuple(row["classes"].split("+")) if row["classes"] else (),
                    odp=row.number("odp"),
                    gwp=row.number("gwp"),
                    safety=safety.get(name),
                    hs_basis=row["hs_basis"],
                    un_basis=row["un_basis"],
                    source=row["source"],
                    cross_check=row["cross_check"],
                ),
                source="blends",
                links=(
                    *(Link("part", part.substance) for part in parts[key] if part.substance != OIL),
                    *_numbers(row),
                ),
            ),
        )


def _mercury_products(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    columns = ["id", "product", "annex", "hs", "phase_out", "note"]
    for row in tables.rows("chemicals/mercury_products.csv", columns):
        year = row.year("phase_out")
        if year is None:
            raise row.wrong("“phase_out” is empty")
        yield (
            row,
            Entry(
                id=row.must("id"),
                kind=Kind.PRODUCT,
                title=row.must("product"),
                names=unique_names(
                    Name(text, "en", Naming.OFFICIAL)
                    for text in (row["product"], re.split(r" \(|,| with | for ", row["product"])[0])
                ),
                codes=(),
                facts=MercuryProduct("mercury product", row["annex"], year, row["note"]),
                source="minamata",
                links=tuple(Link("tariff", f"hs-{squeezed(hs)}") for hs in row.parts("hs")),
            ),
        )
