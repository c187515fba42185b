"""From an export of Species+ or the CITES Checklist to the tables as they are to be."""

from knowledge.loader import Tables
from knowledge.loader.naming import id_from
from knowledge.reading.wording import fold
from knowledge.refresh.cites import Format, Listed, listed
from knowledge.refresh.difference import ADDED, Plan
from knowledge.refresh.groups import regrouped
from knowledge.refresh.options import Options
from knowledge.refresh.ours import Cells, Table, changed, our_table
from knowledge.refresh.reading import Sheet
from knowledge.refresh.references import Moves, led_on
from knowledge.refresh.sourcing import sourced
from knowledge.refresh.taxa import compare


def plan_species(sheet: Sheet, form: Format, tables: Tables, options: Options) -> Plan:
    """Compare an export with our taxa and say what it would do to the tables.

    Raises:
        TableError: a table of ours cannot be read.
    """
    taxa, above = listed(sheet, form)
    ours = our_table(tables, "species/taxa.csv")
    families = our_table(tables, "species/families.csv")
    places = {row["family"]: row for row in families.rows}
    _check_new_families(sheet, taxa, places)
    if sheet.problems:
        return Plan([], [], len(taxa), problems=sheet.problems)
    found = compare(ours.rows, taxa, places, options)
    if above:
        found.notes.append(f"{above:,} rows above the order have no entry here: passed over")
    found.notes += _elsewhere(taxa, places)
    families = _with_new(families, [taxa[key] for key in taxa if key in found.touched])
    places = {row["family"]: row for row in families.rows}
    found.rows, regroups, empty = regrouped(ours.rows, found.rows, places, found.touched, options)
    found.changes += regroups
    found.gone |= empty
    sources, source, problems = sourced(
        our_table(tables, "sources.csv"), form, ours.rows, found, options
    )
    new = ours.with_rows(found.rows)
    moves = _moves(ours.rows, found.renamed, found.gone, taxa)
    pointing, standing = led_on(tables, moves)
    if not found.changes:
        return Plan([], [], found.spoken_of, found.notes, problems)
    added = [taxa[id_from(one.entry)] for one in found.changes if one.kind == ADDED]
    heirs = {taxa[new].name: taxa[new] for new in moves.ids.values()}
    for table in _with_names(tables, pointing, moves, [*added, *heirs.values()], source):
        pointing[table.name] = table
    steps = _in_order([sources, families], ours, new, pointing, _forwards(tables, moves, new))
    return Plan(
        found.changes, changed(tables, steps), found.spoken_of, found.notes, problems + standing
    )


def _in_order(
    first: list[Table],
    ours: Table,
    new: Table,
    pointing: dict[str, Table],
    forwards: tuple[Table, Table],
) -> list[Table]:
    """Put the tables so that what is pointed to is there before, and goes after, what points."""
    early, late = forwards
    there = {id_from(row["name"]) for row in new.rows}
    away = [row for row in ours.rows if id_from(row["name"]) not in there]
    both = [new.with_rows([*new.rows, *away])] if away else []
    return [*first, early, *both, *pointing.values(), new, late]


def _check_new_families(sheet: Sheet, taxa: dict[str, Listed], places: dict[str, Cells]) -> None:
    for one in taxa.values():
        new = one.family and one.family not in places
        if new and not (one.order and one.class_ and one.kingdom):
            what = f"the family {one.family} is new and stands nowhere"
            sheet.wrong(one.line, what, "its order, class and kingdom")


def _elsewhere(taxa: dict[str, Listed], places: dict[str, Cells]) -> list[str]:
    """Tell which families the file places in another order or class; ours stay."""
    other = {
        one.family
        for one in taxa.values()
        if (place := places.get(one.family))
        and ((one.order or place["order"]) != place["order"]
             or (one.class_ or place["class"]) != place["class"])
    }  # fmt: skip
    if not other:
        return []
    some = ", ".join(sorted(other)[:5])
    return [f"the file places {len(other):,} families in another order or class; ours stay: {some}"]


def _with_new(families: Table, touched: list[Listed]) -> Table:
    known = {row["family"] for row in families.rows}
    new = {
        one.family: {
            "family": one.family,
            "order": one.order,
            "class": one.class_,
            "kingdom": one.kingdom,
        }
        for one in touched
        if one.family and one.family not in known
    }
    if not new:
        return families
    return families.with_rows(
        sorted([*families.rows, *new.values()], key=lambda row: row["family"])
    )


def _moves(
    rows: list[Cells], renamed: dict[str, str], gone: set[str], taxa: dict[str, Listed]
) -> Moves:
    names = {id_from(row["name"]): row["name"] for row in rows}
    return Moves(
        ids=renamed,
        names={names[old]: taxa[new].name for old, new in renamed.items()},
        gone=gone,
        gone_names={names[key] for key in gone},
    )


def _with_names(
    tables: Tables,
    pointing: dict[str, Table],
    moves: Moves,
    new: list[Listed],
    source: str,
) -> list[Table]:
    """Give what a new taxon is called, and keep the old name of a renamed one as its synonym."""
    synonyms = pointing.get("species/synonyms.csv") or our_table(tables, "species/synonyms.csv")
    common = pointing.get("species/common_names.csv") or our_table(
        tables, "species/common_names.csv"
    )
    # The name that an entry takes may have been a synonym of what it was.
    titles = {id_from(one.name): one.name for one in new}
    kept = [row for row in synonyms.rows if titles.get(row["taxon"]) != row["synonym"]]
    said = {(row["taxon"], fold(row["synonym"])) for row in synonyms.rows}
    called = {(row["taxon"], row["lang"], fold(row["name"])) for row in common.rows}
    new_synonyms, new_names = [], []
    for one in new:
        key = id_from(one.name)
        own = [old for old, now in moves.names.items() if now == one.name]
        for synonym in (*own, *one.synonyms):
            if synonym != one.name and (key, fold(synonym)) not in said:
                said.add((key, fold(synonym)))
                new_synonyms.append({"taxon": key, "synonym": synonym})
        for lang, name in one.names:
            if (key, lang, fold(name)) not in called:
                called.add((key, lang, fold(name)))
                new_names.append({"taxon": key, "lang": lang, "name": name, "source": source})
    return [
        synonyms.with_rows([*kept, *new_synonyms]),
        common.with_rows([*common.rows, *new_names]),
    ]


def _forwards(tables: Tables, moves: Moves, new: Table) -> tuple[Table, Table]:
    """Give the forwards without ids that are entries again, and those with the retired ones."""
    table = our_table(tables, "forwards.csv")
    there = {id_from(row["name"]) for row in new.rows}
    rows = [row for row in table.rows if row["id"] not in there]
    late = [{"id": row["id"], "now": moves.ids.get(row["now"], row["now"])} for row in rows]
    late += [{"id": old, "now": now} for old, now in moves.ids.items()]
    return table.with_rows(rows), table.with_rows(late)
