"""Which entries stand for which others: a product for its taxa, a group for its members."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.entries import Entry, Kind
from knowledge.index.lists import Lists

KINDS = list(Kind)
_NUMBERS = (KINDS.index(Kind.UN), KINDS.index(Kind.TARIFF))
_SPECIES = KINDS.index(Kind.SPECIES)


@dataclass(frozen=True, slots=True)
class Kin:
    """The kind of each entry and the places of its UN numbers and headings, taxa and groups.

    `speaks` tells which entries can stand for another one at all.
    """

    kinds: npt.NDArray[np.int8]
    speaks: npt.NDArray[np.bool_]
    numbers: Lists
    taxa: Lists
    groups: Lists

    def kind(self, place: int) -> Kind:
        """Give the kind of the entry at a place."""
        return KINDS[int(self.kinds[place])]

    def is_number(self, place: int) -> bool:
        """Tell whether an entry is a UN number or a heading: how a thing is filed, not a thing."""
        return int(self.kinds[place]) in _NUMBERS

    def stands_for(self, other: int, place: int) -> bool:
        """Tell whether one entry already says what another one would."""
        if self.is_number(place):
            return place in self.numbers[other]
        if self.kinds[place] != _SPECIES:
            return False
        groups = self.groups[place]
        if self.kinds[other] == _SPECIES:
            return other in groups
        taxa = self.taxa[other]
        # A product says it for its taxa, their members, and the groups they are taken from.
        return (
            place in taxa
            or not set(taxa).isdisjoint(groups)
            or any(place in self.groups[taxon] for taxon in taxa)
        )


def build_kin(entries: Sequence[Entry], places: dict[str, int]) -> Kin:
    """Gather the links between entries, each known by its place."""

    def linked(*relations: str) -> Lists:
        return Lists.of(
            [places[link.to] for link in entry.links if link.relation in relations]
            for entry in entries
        )

    numbers, taxa, groups = linked("un", "tariff"), linked("taxon"), linked("within")
    speaks = (np.diff(numbers.starts) > 0) | (np.diff(taxa.starts) > 0)
    speaks[groups.items] = True
    return Kin(
        kinds=np.fromiter((KINDS.index(entry.kind) for entry in entries), np.int8, len(entries)),
        speaks=speaks,
        numbers=numbers,
        taxa=taxa,
        groups=groups,
    )
