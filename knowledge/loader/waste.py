"""Waste codes of Basel, the OECD and the European list, from tables to entries."""

import re
from collections import defaultdict
from collections.abc import Iterator

from knowledge.entries import (
    Code,
    Edition,
    Entry,
    Kind,
    Link,
    Name,
    Naming,
    Waste,
    unique_names,
)
from knowledge.loader.naming import id_from
from knowledge.loader.rows import Row, Tables

BASEL = [
    "code", "list", "annex", "group", "summary", "hazardous", "consent", "related", "valid_from",
    "valid_to", "replaced_by", "date_basis", "title_source",
]  # fmt: skip
OECD = [
    "code", "list", "title", "title_zh", "summary", "consent", "related", "valid_from", "valid_to",
    "date_basis", "source",
]  # fmt: skip
EU_LIST = [
    "code", "shown", "title", "hazardous", "entry", "mirrors", "valid_from", "valid_to", "source",
]  # fmt: skip
TERMS = ["term", "lang", "concept", "first", "codes", "eu_list", "hs", "un", "note"]

Names = dict[str, list[Name]]


def wastes(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every waste code, with the everyday words and tariff headings that lead to it."""
    terms = everyday_terms(tables)
    headings: dict[str, list[Link]] = defaultdict(list)
    for row in tables.rows("waste/headings.csv", ["list", "code", "hs", "relation", "basis"]):
        if row["relation"] not in {"main", "possible", "doubtful"}:
            raise row.wrong(f"no such relation: “{row['relation']}”")
        link = Link("tariff", f"hs-{row['hs']}", row["relation"])
        headings[f"{row['list']}-{row['code']}"].append(link)
    yield from _basel(tables, terms, headings)
    yield from _oecd(tables, terms, headings)
    yield from _eu_list(tables, terms, headings)
    yield from _eu_headings(tables)


def waste_id(code: str) -> str:
    """Give the id of the entry for a code of Basel, the OECD, the European list, or a UN number."""
    if code.startswith("UN"):
        return f"un-{code[2:]}"
    if code.isdigit():
        return f"eu-{code}"
    if code[0] in "YAB" and code[1:].isdigit():
        return f"basel-{code}"
    return f"oecd-{code}"


def everyday_terms(tables: Tables) -> Names:
    """Let each everyday word name its codes, the controlled one first.

    A word that has no code of Basel or the OECD names its codes of the European list; those that
    have none of these, such as radioactive scrap, are left to their UN numbers.
    """
    terms: Names = defaultdict(list)
    for row in tables.rows("waste/terms.csv", TERMS):
        codes = row.parts("codes") or row.parts("eu_list") or row.parts("un")
        first = row["first"] or codes[0]
        for rank, code in enumerate(sorted(codes, key=lambda one: one != first)):
            name = Name(row.must("term"), row["lang"], Naming.TERM, rank)
            terms[waste_id(code)].append(name)
    return terms


def _basel(
    tables: Tables, terms: Names, headings: dict[str, list[Link]]
) -> Iterator[tuple[Row, Entry]]:
    names: Names = defaultdict(list)
    for row in tables.rows("waste/basel_names.csv", ["code", "lang", "name", "origin"]):
        names[row["code"]].append(Name(row.must("name"), row["lang"], Naming.OFFICIAL))
    for row in tables.rows("waste/basel.csv", BASEL):
        code = row.must("code")
        titles = names[code]
        if not titles or titles[0].lang != "en":
            raise row.wrong(f"“{code}” has no English title in basel_names.csv")
        yield (
            row,
            _entry(
                row, "basel", code, titles[0].text, [*titles, *terms[f"basel-{code}"]], headings
            ),
        )


def _oecd(
    tables: Tables, terms: Names, headings: dict[str, list[Link]]
) -> Iterator[tuple[Row, Entry]]:
    for row in tables.rows("waste/oecd.csv", OECD):
        names = [
            Name(row.must("title"), "en", Naming.OFFICIAL),
            Name(row.must("title_zh"), "zh", Naming.OFFICIAL),
            *terms[f"oecd-{row['code']}"],
        ]
        yield row, _entry(row, "oecd", row.must("code"), row["title"], names, headings)


def _entry(
    row: Row, system: str, code: str, title: str, names: list[Name], headings: dict[str, list[Link]]
) -> Entry:
    key = waste_id(code)
    basel = system == "basel"
    edition = Edition(
        title=title,
        hazardous=row["hazardous"] if basel else "",
        entry="",
        mirrors=(),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        source=row["title_source"] if basel else row["source"],
    )
    return Entry(
        id=key,
        kind=Kind.WASTE,
        title=f"{code} – {title}",
        names=unique_names(names),
        codes=(Code(system, code, code),),
        facts=Waste(
            type="waste",
            list=row["list"],
            annex=row["annex"] if basel else "",
            consent=row["consent"],
            summary=row["summary"],
            editions=(edition,),
            replaced_by=row.parts("replaced_by") if basel else (),
            related=row.parts("related"),
            date_basis=row["date_basis"],
        ),
        source=system,
        links=(
            *(Link("related", entry) for part in row.parts("related") if (entry := _named(part))),
            *headings[key],
        ),
    )


def _named(text: str) -> str:
    """Give the entry that a cell `related` names; it holds tariff codes and words too."""
    if re.fullmatch(r"H\d+(\.\d)?", text):
        return f"rule-{id_from(text)}"
    return waste_id(text) if re.fullmatch(r"[YAB]\d+|[A-Z]{2,3}\d+", text) else ""


def _eu_list(
    tables: Tables, terms: Names, headings: dict[str, list[Link]]
) -> Iterator[tuple[Row, Entry]]:
    names: Names = defaultdict(list)
    columns = ["code", "lang", "name", "origin"]
    for row in tables.rows("waste/eu_list_names.csv", columns):
        names[row["code"]].append(Name(row.must("name"), row["lang"], Naming.OFFICIAL))
    editions: dict[str, list[tuple[Row, Edition]]] = defaultdict(list)
    for row in tables.rows("waste/eu_list.csv", EU_LIST):
        edition = Edition(
            title=row.must("title"),
            hazardous=row["hazardous"],
            entry=row["entry"],
            mirrors=row.parts("mirrors"),
            valid_from=row.day("valid_from"),
            valid_to=row.day("valid_to"),
            source=row["source"],
        )
        editions[row.must("code")].append((row, edition))
    for code, dated in editions.items():
        row, latest = dated[-1]
        shown = row.must("shown")
        key = f"eu-{code}"
        titles = [Name(edition.title, "en", Naming.OFFICIAL) for _, edition in dated]
        yield (
            row,
            Entry(
                id=key,
                kind=Kind.WASTE,
                title=f"{shown} – {latest.title}",
                names=unique_names([*titles, *names[code], *terms[key]]),
                codes=tuple(dict.fromkeys(Code("eu", code, one.must("shown")) for one, _ in dated)),
                facts=Waste(
                    type="waste",
                    list="European List of Waste",
                    annex="",
                    consent="",
                    summary="",
                    editions=tuple(edition for _, edition in dated),
                    replaced_by=(),
                    related=(),
                    date_basis="",
                ),
                source="eu-list",
                links=(
                    Link("within", f"eu-{code[:4]}"),
                    *(Link("mirror", f"eu-{mirror}") for mirror in latest.mirrors),
                    *headings[key],
                ),
            ),
        )


def _eu_headings(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    for row in tables.rows("waste/eu_list_headings.csv", ["code", "shown", "within", "title"]):
        code = row.must("code")
        yield (
            row,
            Entry(
                id=f"eu-{code}",
                kind=Kind.WASTE,
                title=f"{row.must('shown')} – {row.must('title')}",
                names=(Name(row["title"], "en", Naming.OFFICIAL),),
                codes=(Code("eu", code, row["shown"]),),
                facts=Waste(
                    type="waste",
                    list="European List of Waste",
                    annex="",
                    consent="",
                    summary="",
                    editions=(Edition(row["title"], "", "heading", (), None, None, ""),),
                    replaced_by=(),
                    related=(),
                    date_basis="",
                ),
                source="eu-list",
                links=(Link("within", f"eu-{row['within']}"),) if row["within"] else (),
            ),
        )
