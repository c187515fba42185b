"""Genera, families and orders whose Appendix is computed from their species: computed anew."""

from collections import defaultdict

from knowledge.loader.naming import id_from
from knowledge.refresh.difference import KEPT, Change
from knowledge.refresh.options import Options
from knowledge.refresh.ours import Cells
from knowledge.refresh.taxa import DERIVED, is_by_hand, species_level

_ORDER = ("I", "II", "III", "NC")
_DIFFER = "species differ in Appendix"
_NEW = "contains listed species; may also contain unlisted species: check the species"

Parts = dict[str, set[str]]


def regrouped(
    before: list[Cells],
    after: list[Cells],
    families: dict[str, Cells],
    listed: set[str],
    options: Options,
) -> tuple[list[Cells], list[Change], set[str]]:
    """Give the rows with their computed groups put right, the changes, and the ids that are gone.

    A group changes only where its species do: what we know of it beyond them stays. `listed` are
    the ids for which the file itself says the Appendix.
    """
    was, now = _parts(before, families), _parts(after, families)
    rows: list[Cells] = []
    changes: list[Change] = []
    gone: set[str] = set()
    for row in after:
        name = row["name"]
        computed = row["source"].startswith(DERIVED) and id_from(name) not in listed
        computed = computed and was[name] != now[name]
        if computed and not now[name]:
            changes.append(Change("group without species", name, row["appendix"]))
            gone.add(id_from(name))
        elif computed and (appendix := _joined(now[name])) != row["appendix"]:
            kept = is_by_hand(row) and not options.take_theirs
            kind = KEPT if kept else "group changed"
            changes.append(Change(kind, name, row["appendix"], appendix))
            rows.append(row if kept else _with_appendix(row, appendix))
        else:
            rows.append(row)
    new = _new_groups(before, rows, families)
    changes += [Change("group added", row["name"], new=row["appendix"]) for row in new]
    return rows + new, changes, gone


def _parts(rows: list[Cells], families: dict[str, Cells]) -> Parts:
    """Give the Appendices of the species of every group."""
    parts: Parts = defaultdict(set)
    for row in species_level(rows):
        order = families[row["within"]]["order"] if row["within"] in families else ""
        for group in (row["name"].split(" ")[0], row["within"], order):
            parts[group].update(row["appendix"].split("/"))
    return parts


def _joined(parts: set[str]) -> str:
    """Write Appendices in their order; what is not covered counts only where nothing else is."""
    return "/".join(one for one in _ORDER if one in (parts - {"NC"} or parts))


def _with_appendix(row: Cells, appendix: str) -> Cells:
    said = [part.strip() for part in row["annotation"].split(";")]
    said = [part for part in said if part and part != _DIFFER]
    if "/" in appendix:
        said.append(_DIFFER)
    return {**row, "appendix": appendix, "annotation": "; ".join(said)}


def _new_groups(before: list[Cells], after: list[Cells], families: dict[str, Cells]) -> list[Cells]:
    """Give rows for the genera and families of new species that have none."""
    there = {id_from(row["name"]) for row in after}
    old = {row["name"] for row in before}
    parts = _parts(after, families)
    new: dict[str, Cells] = {}
    for row in species_level(after):
        if row["name"] in old:
            continue
        family = row["within"]
        genus = row["name"].split(" ")[0]
        for name, rank, within in (
            (genus, "genus", family),
            (family, "family", families[family]["order"]),
        ):
            if id_from(name) not in there:
                new[name] = {
                    "name": name,
                    "rank": rank,
                    "within": within,
                    "author": "",
                    "appendix": _joined(parts[name]),
                    "annotation": _NEW,
                    "since": "",
                    "source": DERIVED,
                }
    return list(new.values())
