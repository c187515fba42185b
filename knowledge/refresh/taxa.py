"""An export of the CITES lists against our taxa: what is new, gone, renamed or listed otherwise."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.loader.naming import id_from
from knowledge.refresh.cites import SPECIES_LEVEL, Listed, codes_in
from knowledge.refresh.difference import ADDED, KEPT, REMOVED, RENAMED, Change
from knowledge.refresh.options import Options
from knowledge.refresh.ours import Cells

DERIVED = "derived:"
# Rows that we hold against the publisher, with the reason in SOURCES.md: never written over
# unless asked for.
_NOT_COVERED = "NC"
BY_HAND_SOURCE = "SOR/96-263"
BY_HAND = frozenset(
    {
        "Podocarpus parlatorei", "Pleurocorallium elatius", "Pleurocorallium konojoi",
        "Pleurocorallium secundum", "Manidae", "Elephantidae", "Alopiidae", "Cetorhinidae",
        "Rhincodontidae", "Dermochelyidae", "Odobenidae", "Varanidae", "Moschidae",
        "Glaucostegidae",
    }
)  # fmt: skip


@dataclass(slots=True)
class Compared:
    """What came of a comparison.

    `rows` are our taxa as they are to be, without a source for what is `touched`; `renamed` leads
    from an old id to the new one; `gone` are the ids that lead nowhere now; `confirmed` are the
    ids that the file repeats as they are, `agreed` those it agrees with by saying nothing.
    """

    rows: list[Cells] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    agreed: set[str] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    spoken_of: int = 0
    notes: list[str] = field(default_factory=list)


def compare(
    rows: list[Cells], taxa: dict[str, Listed], places: dict[str, Cells], options: Options
) -> Compared:
    """Compare our rows with the taxa of a file, by id; nothing of ours is changed in place.

    `places` are the rows of our families by their names.
    """
    found = Compared()
    known = {id_from(row["name"]): row for row in rows}
    missing = {} if options.only_added else _missing(known, taxa, places, options, found)
    found.spoken_of = len(missing) + len(known.keys() & taxa.keys())
    heirs = _heirs(missing, taxa)
    took: set[str] = set()
    for key, row in known.items():
        if key in taxa:
            found.rows.append(_updated(key, row, taxa[key], options, found))
        elif key not in missing:
            found.rows.append(row)
        elif len(heirs[key]) == 1:
            new = heirs[key][0]
            found.renamed[key] = new
            one = taxa[new]
            found.changes.append(Change(RENAMED, row["name"], row["name"], one.name))
            if new not in known and new not in took:
                took.add(new)
                found.rows.append(row_of(one))
                found.touched.add(new)
        else:
            found.gone.add(key)
            known_as = " or ".join(taxa[heir].name for heir in heirs[key])
            found.changes.append(Change(REMOVED, row["name"], row["appendix"], known_as))
    added = [one for key, one in taxa.items() if key not in known and key not in took]
    for one in added:
        found.changes.append(Change(ADDED, one.name, new=f"{one.appendix} {one.family}".strip()))
        found.touched.add(id_from(one.name))
    found.rows = inserted(found.rows, [row_of(one) for one in added])
    return found


def row_of(one: Listed) -> Cells:
    """Give the row of our table for a taxon of a file, its source left open."""
    return {
        "name": one.name,
        "rank": one.rank,
        "within": one.within,
        "author": one.author,
        "appendix": one.appendix,
        "annotation": one.annotation,
        "since": "",
        "source": "",
    }


def is_by_hand(row: Cells) -> bool:
    """Tell whether a row is what we hold against the publisher."""
    return row["source"] == BY_HAND_SOURCE or row["name"] in BY_HAND


def is_coming(row: Cells, day: date) -> bool:
    """Tell whether a listing is adopted and not yet in force, so that no export can hold it."""
    return bool(row["since"]) and date.fromisoformat((row["since"] + "-01-01")[:10]) > day


def inserted(rows: list[Cells], new: list[Cells]) -> list[Cells]:
    """Put each new row behind the last one of its genus, else of its family, else at the end."""
    last: dict[str, int] = {}
    for place, row in enumerate(rows):
        if row["rank"] in SPECIES_LEVEL:
            last[row["name"].split(" ")[0]] = last[row["within"]] = place
    behind: dict[int, list[Cells]] = defaultdict(list)
    for row in new:
        genus = row["name"].split(" ")[0]
        behind[last.get(genus, last.get(row["within"], len(rows) - 1))].append(row)
    return [one for place, row in enumerate(rows) for one in (row, *behind[place])] or new


def _missing(
    known: dict[str, Cells],
    taxa: dict[str, Listed],
    places: dict[str, Cells],
    options: Options,
    found: Compared,
) -> dict[str, Cells]:
    """Give our rows that the file should hold and does not.

    It speaks of the ranks and the families it names, and of every family of its kingdoms when it
    is said to be whole. A group computed from its species is no row of the publisher.
    """
    ranks = {one.rank for one in taxa.values()}
    parents = {id_from(one.name.rsplit(" ", 1)[0]) for one in taxa.values() if one.is_below}
    families = {one.family for one in taxa.values() if one.family}
    if options.whole:
        kingdoms = {one.kingdom for one in taxa.values()}
        families |= {name for name, row in places.items() if row["kingdom"] in kingdoms}
    missing: dict[str, Cells] = {}
    silent: set[str] = set()
    for key, row in known.items():
        if key in taxa or row["rank"] not in ranks or row["source"].startswith(DERIVED):
            continue
        family = row["name"] if row["rank"] == "family" else row["within"]
        if family not in families:
            silent.add(family)
        elif row["appendix"] == _NOT_COVERED or key in parents:
            # A list of what is covered agrees by saying nothing of what is not, and of a species
            # of which it names the subspecies that are.
            found.agreed.add(key)
        elif is_by_hand(row) and not options.take_theirs:
            found.changes.append(Change(KEPT, row["name"], row["appendix"], "not in the file"))
        elif is_coming(row, options.day):
            what = f"{row['appendix']} from {row['since']}"
            found.changes.append(Change("not yet in force: kept", row["name"], what))
        else:
            missing[key] = row
    if silent:
        some = ", ".join(sorted(silent)[:5])
        found.notes.append(
            f"the file is silent on {len(silent):,} of our families, which stay: {some} …"
        )
    return missing


def _heirs(missing: dict[str, Cells], taxa: dict[str, Listed]) -> dict[str, list[str]]:
    """Give for each missing id the ids that the file names it a synonym of."""
    heirs: dict[str, list[str]] = {key: [] for key in missing}
    for key, one in taxa.items():
        for synonym in one.synonyms:
            if (old := id_from(synonym)) in heirs and key not in heirs[old]:
                heirs[old].append(key)
    return heirs


def _updated(key: str, row: Cells, one: Listed, options: Options, found: Compared) -> Cells:
    """Give a row of ours as the file has it, and note what differs."""
    new, differences = row, list[Change]()
    if not options.only_added:
        new, differences = _differences(row, one)
    if not differences:
        found.confirmed.add(key)
        return row
    if is_coming(row, options.day):
        kind = "not yet in force: kept"
    elif is_by_hand(row) and not options.take_theirs:
        kind = KEPT
    else:
        found.changes += differences
        found.touched.add(key)
        return new
    found.changes += [
        replace(other, kind=kind, old=f"{other.kind}: {other.old}") for other in differences
    ]
    return row


def _differences(row: Cells, one: Listed) -> tuple[Cells, list[Change]]:
    new = dict(row)
    changes: list[Change] = []

    def take(kind: str, column: str, theirs: str) -> None:
        if row[column] != theirs:
            changes.append(Change(kind, one.name, row[column], theirs or "none"))
            new[column] = theirs

    take("appendix changed", "appendix", one.appendix)
    if changes:
        # Our note and date speak of the old listing; what is lost with them must be seen.
        new |= {"annotation": one.annotation, "since": ""}
        if row["annotation"] and row["annotation"] != one.annotation:
            lost, now = row["annotation"], one.annotation or "none"
            changes.append(Change("note replaced", one.name, lost, now))
    if row["source"].startswith(DERIVED):
        return new, changes
    take("spelling changed", "name", one.name)
    take("rank changed", "rank", one.rank)
    take("placed elsewhere", "within", one.within or row["within"])
    take("author changed", "author", one.author or row["author"])
    ours = codes_in(row["annotation"])
    if one.codes is not None and one.codes != ours:
        old, now = " ".join(ours), " ".join(one.codes) or "none"
        changes.append(Change("# code changed", one.name, old, now))
        if row["appendix"] == one.appendix:
            new["annotation"] = _recoded(row["annotation"], one.codes)
    return new, changes


def _recoded(annotation: str, codes: tuple[str, ...]) -> str:
    """Give an annotation of ours with other codes before what else it says."""
    parts = [part.strip() for part in annotation.split(";")]
    rest = [part for part in parts if part and not set(part.split()) <= set(codes_in(annotation))]
    return "; ".join((*codes, *rest))


def species_level(rows: list[Cells]) -> list[Cells]:
    """Give the rows at or below the species."""
    return [row for row in rows if row["rank"] in SPECIES_LEVEL]
