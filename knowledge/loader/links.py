"""Links the other way round: what hides under a heading, which blends hold a substance."""

from collections import defaultdict
from dataclasses import replace

from knowledge.entries import Entry, Link

# A relation, and what it is called from the other end.
_OTHER_WAY = {
    "tariff": "hides",
    "un": "hides",
    "part": "blend",
    "taxon": "product",
    "mirror": "mirror",  # the table names it at the code that is not hazardous only
}


def both_ways(entries: dict[str, Entry]) -> dict[str, Entry]:
    """Give the entries with each link known at both of its ends."""
    back: dict[str, list[Link]] = defaultdict(list)
    for entry in entries.values():
        for link in entry.links:
            if link.relation in _OTHER_WAY:
                back[link.to].append(Link(_OTHER_WAY[link.relation], entry.id, link.basis))
    return {
        key: replace(entry, links=(*entry.links, *back[key])) if key in back else entry
        for key, entry in entries.items()
    }
