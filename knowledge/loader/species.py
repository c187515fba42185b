"""CITES taxa and the products made of them, from tables to entries."""

from collections import defaultdict
from collections.abc import Iterator

from knowledge.entries import Entry, Kind, Link, Name, Naming, Product, Taxon, unique_names
from knowledge.loader.naming import id_from
from knowledge.loader.rows import Row, Tables

NAMED_IN_PRODUCT = 12  # a larger group is named by its own name only
APPENDICES = frozenset({"I", "II", "III", "NC"})


def species(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every taxon, then every product."""
    rows = list(tables.rows("species/taxa.csv", TAXA))
    known = {row["name"]: row for row in rows}
    names = _names(tables)
    families = {
        row["family"]: row
        for row in tables.rows("species/families.csv", ["family", "order", "class", "kingdom"])
    }
    orders = {row["order"]: row for row in families.values()}
    members: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        parents = _parents(row, known, families)
        for parent in parents:
            members[parent].append(row["name"])
        yield row, _taxon(row, parents, names.get(id_from(row["name"]), []), families, orders)
    yield from _products(tables, known, members)


TAXA = ["name", "rank", "within", "author", "appendix", "annotation", "since", "source"]


def _names(tables: Tables) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for row in tables.rows("species/synonyms.csv", ["taxon", "synonym"]):
        names[row["taxon"]].append(Name(row.must("synonym"), "la", Naming.SYNONYM))
    for row in tables.rows("species/common_names.csv", ["taxon", "lang", "name", "source"]):
        names[row["taxon"]].append(Name(row.must("name"), row["lang"], Naming.COMMON))
    for row in tables.rows("species/bird_names.csv", ["taxon", "lang", "name"]):
        names[row["taxon"]].append(Name(row.must("name"), row["lang"], Naming.COMMON))
    return names


def _parents(row: Row, known: dict[str, Row], families: dict[str, Row]) -> list[str]:
    """Name the groups a taxon belongs to that have entries, the nearest first."""
    line = []
    if " " in row["name"]:
        words = row["name"].split()
        line += [" ".join(words[:-1]), words[0]]
    line.append(row["within"])
    if family := families.get(row["within"]):
        line.append(family["order"])
    return [name for name in dict.fromkeys(line) if name in known and name != row["name"]]


def _taxon(
    row: Row,
    parents: list[str],
    names: list[Name],
    families: dict[str, Row],
    orders: dict[str, Row],
) -> Entry:
    if not set(row.must("appendix").split("/")) <= APPENDICES:
        raise row.wrong(f"no such appendix: “{row['appendix']}”")
    family = row["name"] if row["rank"] == "family" else row["within"]
    place = families.get(family) or orders.get(row["name"])
    if place is None:
        raise row.wrong(f"“{family}” is no family of families.csv")
    return Entry(
        id=id_from(row.must("name")),
        kind=Kind.SPECIES,
        title=row["name"],
        names=unique_names([Name(row["name"], "la", Naming.SCIENTIFIC), *names]),
        codes=(),
        facts=Taxon(
            type="taxon",
            rank=row["rank"],
            author=row["author"],
            kingdom=place["kingdom"],
            class_=place["class"],
            order=place["order"],
            family="" if row["rank"] == "order" else family,
            appendix=row["appendix"],
            annotation=row["annotation"],
            since=row.day("since"),
            source=row["source"],
        ),
        source=row["source"].removeprefix("derived:"),
        links=tuple(Link("within", id_from(parent)) for parent in parents),
    )


def _products(
    tables: Tables, known: dict[str, Row], members: dict[str, list[str]]
) -> Iterator[tuple[Row, Entry]]:
    terms: dict[str, list[Name]] = defaultdict(list)
    for row in tables.rows("species/product_terms.csv", ["product", "lang", "term"]):
        terms[row["product"]].append(Name(row.must("term"), row["lang"], Naming.TERM))
    alike: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("species/look_alikes.csv", ["product", "look_alike"]):
        alike[row.must("product")].append(row.must("look_alike"))
    for row in tables.rows("species/products.csv", ["id", "title", "taxa", "listed", "note"]):
        taxa = row.parts("taxa")
        inside = [name for taxon in taxa for name in (taxon, *_few(members.get(taxon, []), known))]
        yield (
            row,
            Entry(
                id=row.must("id"),
                kind=Kind.PRODUCT,
                title=row.must("title"),
                names=unique_names(
                    [
                        Name(row["title"], "en", Naming.OFFICIAL),
                        *terms[row["id"]],
                        *(Name(name, "la", Naming.TAXON) for name in inside),
                    ]
                ),
                codes=(),
                facts=Product("product", taxa, row["listed"] == "yes", row["note"]),
                source="cites-products",
                links=(
                    *(Link("taxon", id_from(taxon)) for taxon in taxa if taxon in known),
                    *(Link("look-alike", other) for other in alike[row["id"]]),
                ),
            ),
        )


def _few(names: list[str], known: dict[str, Row]) -> list[str]:
    species_only = [name for name in names if known[name]["rank"] == "species"]
    return species_only if len(species_only) <= NAMED_IN_PRODUCT else []
