"""What the law says of an entry on a day: computed from dates, never stored."""

from datetime import date, timedelta
from enum import StrEnum

from knowledge.entries import (
    Blend,
    Dangerous,
    Edition,
    Entry,
    Event,
    MercuryProduct,
    Product,
    Substance,
    Taxon,
    Waste,
)


class Standing(StrEnum):
    """Where a dated rule is on a day."""

    COMING = "coming"
    IN_FORCE = "in force"
    CLOSED = "closed"


def standing(valid_from: date | None, valid_to: date | None, today: date) -> Standing:
    """Tell whether a rule applies on a day; a missing date is open."""
    if valid_from and today < valid_from:
        return Standing.COMING
    if valid_to and today > valid_to:
        return Standing.CLOSED
    return Standing.IN_FORCE


def edition(waste: Waste, today: date) -> tuple[Edition, Standing]:
    """Give the edition of a waste code that counts on a day: in force, else coming, else closed."""
    order = (Standing.IN_FORCE, Standing.COMING, Standing.CLOSED)
    dated = [(one, standing(one.valid_from, one.valid_to, today)) for one in waste.editions]
    return min(dated, key=lambda pair: order.index(pair[1]))


def closed_on(waste: Waste) -> date | None:
    """Give the first day on which a waste code no longer applies, None while it has no end."""
    ends = [one.valid_to for one in waste.editions]
    last = [end for end in ends if end]
    return max(last) + timedelta(days=1) if len(last) == len(ends) else None


def changes(entry: Entry) -> set[date]:
    """Give the days on which the law of an entry becomes another."""
    match entry.facts:
        case Taxon(since=date() as since):
            return {since}
        case MercuryProduct() as product:
            return {date(product.phase_out + 1, 1, 1)}
        case Waste() as waste:
            begins = {one.valid_from for one in waste.editions if one.valid_from}
            ends = {one.valid_to + timedelta(days=1) for one in waste.editions if one.valid_to}
            return begins | ends
        case _:
            return set()


def law(entry: Entry, today: date) -> str:
    """Give a short text that is the same for two entries that the law treats the same."""
    match entry.facts:
        case Taxon() as taxon:
            when = standing(taxon.since, None, today)
            return f"cites {taxon.appendix} {_limits(taxon.annotation)} {when}"
        case Product() as product:
            return f"product {','.join(product.taxa)} {product.listed}"
        case MercuryProduct() as product:
            return f"minamata {product.annex} {today.year > product.phase_out}"
        case Substance() as substance:
            holds = {f"{one.instrument} {one.annex}" for one in substance.controls}
            # Two substances are never one thing, even where one instrument lists both.
            return f"controls {','.join(sorted(holds))} {entry.id}"
        case Blend() as blend:
            return f"montreal {','.join(blend.classes)} {entry.id}"
        case Waste() as waste:
            current, when = edition(waste, today)
            return f"waste {waste.list} {current.hazardous} {waste.consent} {when}"
        case Dangerous() as goods:
            return f"un {goods.hazard_class} {goods.current}"
        case Event() as event:
            return f"lmo {event.crop}"
        case _:
            return entry.id


def _limits(annotation: str) -> str:
    """Keep of an annotation what limits the listing, not by which group it came to be listed."""
    return ";".join(
        part
        for part in annotation.split(";")
        if not part.strip().startswith(("via ", "covered by ", "whole taxon", "legacy name"))
    ).strip()
