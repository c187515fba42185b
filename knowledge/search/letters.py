"""The fuzzy path: names that look like the query, scored by how far their letters are apart."""

from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from knowledge.answers import Hit, Why
from knowledge.entries import Kind, Naming
from knowledge.index.index import Index, Owner
from knowledge.reading.wording import digits
from knowledge.search.exact import KIND_ORDER, inside_out

CANDIDATES = 110
SWAPPED = 95.0  # the score of a name with two neighbouring letters swapped
FIRST_TO_WEIGH = 12  # entries looked at once the strings are scored


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a string is to the query, 0 to 100, and its worst word, 0 to 1."""

    string: int
    score: float
    worst_word: float


def alike(index: Index, folded: str) -> list[Likeness]:
    """Score the strings that share letters with a folded query, the best first."""
    squashed = folded.replace(" ", "")
    near = [int(string) for string in index.trigrams.candidates(squashed, CANDIDATES)]
    near += index.deletions.near(squashed).difference(near)
    wanted = digits(squashed)
    scored = [
        _likeness(string, text, folded, squashed)
        for string in near
        if digits(text := index.string_blob[string]) == wanted
    ]
    return sorted(scored, key=lambda one: -one.score)


def _likeness(string: int, text: str, folded: str, squashed: str) -> Likeness:
    other = text.replace(" ", "")
    if len(squashed) > len("abcd") and _is_swap(squashed, other):
        return Likeness(string, SWAPPED, 1.0)
    letters = OSA.normalized_similarity(squashed, other)
    order = fuzz.token_sort_ratio(folded, text) / 100
    start = JaroWinkler.similarity(squashed, other)
    score = 100 * (0.70 * max(letters, order - 0.04) + 0.15 * order + 0.15 * start)
    return Likeness(string, score, _worst_word(folded, text))


def _is_swap(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters changed places: what fast thumbs do most."""
    return OSA.distance(one, other, score_cutoff=1) == 1 and sorted(one) == sorted(other)


def _worst_word(folded: str, text: str) -> float:
    """Say how alike the least alike words are, where both have as many; else 1."""
    ours, theirs = folded.split(), text.split()
    if len(ours) != len(theirs) or len(ours) == 1:
        return 1.0
    return min(
        OSA.normalized_similarity(one, other) for one, other in zip(ours, theirs, strict=True)
    )


def by_likeness(index: Index, found: list[Likeness]) -> list[tuple[Hit, Likeness]]:
    """Turn strings into entries, one hit an entry, the best first."""
    best: dict[int, tuple[Likeness, Owner]] = {}
    for one in found:
        if len(best) >= FIRST_TO_WEIGH:
            break
        for owner in index.owners(one.string):
            if owner.entry not in best:
                best[owner.entry] = (one, owner)
    hits = {}
    for place, (one, owner) in best.items():
        entry = index.entry(place)
        score = one.score - owner.rank - _weakness(owner, entry.kind)
        hits[entry.id] = (Hit(entry, owner.text, score, Why.FUZZY), one)
    ordered = sorted(
        hits.values(), key=lambda pair: (-pair[0].score, KIND_ORDER[pair[0].entry.kind])
    )
    kept = {hit.entry.id for hit in inside_out([hit for hit, _ in ordered])}
    return [pair for pair in ordered if pair[0].entry.id in kept]


def _weakness(owner: Owner, kind: Kind) -> float:
    """Let a tie go to what an officer more likely means; never enough to turn a clear lead."""
    by_kind = {Kind.TARIFF: 0.6, Kind.UN: 0.5, Kind.RULE: 0.3}.get(kind, 0.0)
    return by_kind + (0.2 if owner.naming is Naming.SYNONYM else 0.0)
