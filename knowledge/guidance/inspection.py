"""What an officer does at the goods: what to look at, what to leave alone, which papers to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.entries import Blend, Entry, Kind, Product, Substance
from knowledge.loader import Tables
from knowledge.loader.naming import id_from

CUES = [
    "domain", "group", "title", "hs", "look_at", "papers", "concealment", "do_not_touch",
    "first_action", "evidence", "basis",
]  # fmt: skip
TRANSLATED = ["group", "look_at", "papers", "do_not_touch", "first_action", "evidence"]


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues for one group of commodities; `danger` is empty where the goods harm nobody."""

    group: str
    danger: str
    look_at: str
    papers: str
    do_not_touch: str
    first_action: str
    evidence: str
    concealment: str  # English only


class Inspection:
    """The cues of every group, in English and French, and which entries they speak of."""

    def __init__(self, tables: Tables) -> None:
        self._cues: dict[tuple[str, str], Cues] = {}
        self._groups: dict[tuple[str, str], str] = {}
        dangers = {
            row["group"]: row
            for row in tables.rows("inspection/dangers.csv", ["group", "danger_en", "danger_fr"])
        }
        concealment: dict[str, str] = {}
        for row in tables.rows("inspection/cues.csv", CUES):
            concealment[row["group"]] = row["concealment"]
        for lang, table, columns in (
            ("en", "inspection/cues.csv", CUES),
            ("fr", "inspection/cues_fr.csv", TRANSLATED),
        ):
            for row in tables.rows(table, columns):
                group = row.must("group")
                danger = dangers.get(group)
                self._cues[group, lang] = Cues(
                    group=group,
                    danger=danger.must(f"danger_{lang}") if danger else "",
                    look_at=row.must("look_at"),
                    papers=row.must("papers"),
                    do_not_touch=row.must("do_not_touch"),
                    first_action=row.must("first_action"),
                    evidence=row.must("evidence"),
                    concealment=concealment[group],
                )
        for row in tables.rows("inspection/links.csv", ["group", "kind", "key"]):
            if (row.must("group"), "en") not in self._cues:
                raise row.wrong(f"no such group: “{row['group']}”")
            self._groups.setdefault((row.must("kind"), row.must("key")), row["group"])

    def cues(self, entry: Entry, lang: str) -> Cues | None:
        """Give the cues for an entry, the nearest group that speaks of it; None if none does."""
        for place in _places(entry):
            if group := self._groups.get(place):
                return self._cues.get((group, lang)) or self._cues[group, "en"]
        return None


def _places(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the keys under which an entry may be linked, the nearest first."""
    yield "entry", entry.id
    match entry.facts:
        case Product() as product:
            yield from (("entry", id_from(taxon)) for taxon in product.taxa)
        case Substance() as substance:
            for control in substance.controls:
                yield "instrument", f"{control.instrument} {control.entry}"
            for control in substance.controls:
                yield "instrument", control.instrument
        case Blend(classes=classes) if classes:
            yield "instrument", "montreal"
    if entry.kind in (Kind.SPECIES, Kind.WASTE):
        yield from (("entry", link.to) for link in entry.links if link.relation == "within")
