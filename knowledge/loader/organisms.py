"""Living modified organisms, from tables to entries."""

from collections.abc import Iterator

from knowledge.entries import Code, Entry, Event, Kind, Link, Name, Naming, unique_names
from knowledge.loader.naming import id_from, squeezed
from knowledge.loader.rows import Row, Tables
from knowledge.reading.codes import lmo_key

EVENTS = [
    "identifier", "ascii", "other", "kind", "event", "trade_names", "crop", "scientific", "traits",
    "developer", "hs", "basis", "source", "check", "note",
]  # fmt: skip


def events(tables: Tables) -> Iterator[tuple[Row, Entry]]:
    """Yield every genetically modified event in trade."""
    for row in tables.rows("lmo/events.csv", EVENTS):
        event, crop = row.must("event"), row.must("crop")
        ascii_form = row["ascii"]
        shown = row["identifier"] or event
        codes = [Code("lmo", lmo_key(squeezed(ascii_form)), shown)] if ascii_form else []
        if row["other"]:
            codes.append(Code("lmo", lmo_key(squeezed(row["other"])), row["other"]))
        yield (
            row,
            Entry(
                id=id_from(f"lmo-{ascii_form or event}"),
                kind=Kind.LMO,
                title=f"{shown} – genetically modified {crop}",
                names=unique_names(
                    [
                        Name(event, "mul", Naming.OFFICIAL),
                        *(Name(name, "mul", Naming.TRADE) for name in row.parts("trade_names")),
                    ]
                ),
                codes=tuple(codes),
                facts=Event(
                    type="event",
                    kind=row["kind"],
                    crop=crop,
                    scientific=row["scientific"],
                    traits=row["traits"],
                    developer=row["developer"],
                    basis=row["basis"],
                    source=row["source"],
                    check=row["check"],
                    note=row["note"],
                ),
                source="lmo-events",
                links=tuple(
                    Link("tariff", f"hs-{squeezed(hs)}", "possible") for hs in row.parts("hs")
                ),
            ),
        )
