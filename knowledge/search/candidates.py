"""From names to entries: each entry once, by the name that fits it best."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from knowledge.entries import Kind, Naming
from knowledge.index.index import Index
from knowledge.index.kin import Kin
from knowledge.index.names import Owner
from knowledge.reading.wording import with_marks

# Of entries that bear the same name the more useful one to an officer comes first.
_KINDS = (
    Kind.PRODUCT, Kind.SPECIES, Kind.CHEMICAL, Kind.BLEND, Kind.WASTE, Kind.LMO, Kind.RULE,
    Kind.UN, Kind.TARIFF,
)  # fmt: skip
KIND_ORDER = {kind: place for place, kind in enumerate(_KINDS)}
NEARLY = 2.0  # points between names that fit as well
MOST_ENTRIES = 12  # looked at for one question


class Way(StrEnum):
    """How a name was found."""

    EXACT = "exact"
    LETTERS = "letters"
    WORDS = "words"
    INSIDE = "code inside"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry, the name by which it came up, how well that fits (0 to 100), and what it shows.

    `traits` are the measures from which the chance of being right is told, in the order in
    which its way names them.
    """

    place: int
    string: int
    owner: Owner
    points: float
    way: Way
    traits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A name that fits a question, before it is known whose it is."""

    string: int
    points: float
    traits: tuple[float, ...]


def by_entry(index: Index, matches: Iterable[Match], way: Way, tones: str = "") -> list[Candidate]:
    """Give the entries that own the names, best first; `matches` come best first.

    A name that differs in the tones of Vietnamese, where `tones` were typed, is another word.
    """
    best: dict[int, Candidate] = {}
    for match in matches:
        if len(best) >= MOST_ENTRIES:
            break
        for owner in index.names.owners(match.string):
            if tones and _is_toneless(tones, owner.text):
                continue
            points = match.points - owner.rank - _weakness(index, owner)
            known = best.get(owner.entry)
            if known is None or known.points < points:
                best[owner.entry] = Candidate(
                    owner.entry, match.string, owner, points, way, match.traits
                )
    return outermost(index, sorted(best.values(), key=lambda one: order(index, one)))


def order(index: Index, one: Candidate) -> tuple[float, int, int]:
    """Give the key by which candidates are sorted, the best first."""
    return (-one.points, KIND_ORDER[index.kin.kind(one.place)], one.place)


def outermost(index: Index, found: list[Candidate]) -> list[Candidate]:
    """Drop what another candidate, fitting as well, already stands for; keep the order.

    “Rosewood” is one thing to an officer, not five species.
    """
    kin = index.kin
    speakers = [one for one in found if kin.speaks[one.place]]
    if not speakers or len(found) == 1:
        return found
    return [one for one in found if not any(_says_it(kin, other, one) for other in speakers)]


def _says_it(kin: Kin, other: Candidate, one: Candidate) -> bool:
    if other is one:
        return False
    enough = one.points - (NEARLY if kin.is_number(one.place) else 0.0)
    return other.points >= enough and kin.stands_for(other.place, one.place)


def _is_toneless(tones: str, text: str) -> bool:
    """Tell whether a name is like a question by its letters alone, not by its marks."""
    return OSA.normalized_similarity(tones, with_marks(text)) < _TONES_ALIKE


_TONES_ALIKE = 0.7


def _weakness(index: Index, owner: Owner) -> float:
    """Let a tie go to what an officer more likely means; never enough to turn a clear lead."""
    by_kind = {Kind.TARIFF: 0.6, Kind.UN: 0.5, Kind.RULE: 0.3}.get(index.kin.kind(owner.entry), 0.0)
    return by_kind + (0.2 if owner.naming is Naming.SYNONYM else 0.0)
