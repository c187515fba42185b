"""Codes inside a text, “refrigerant r410a 11.3 kg”: only what says by its form that it is one."""

from collections.abc import Iterator

from knowledge.entries import Naming
from knowledge.index.index import Index
from knowledge.index.names import Owner
from knowledge.reading.codes import Fit, read
from knowledge.reading.wording import fold
from knowledge.search.candidates import Candidate, Way
from knowledge.search.exact import known_code
from knowledge.search.ordinary import Ordinary

MOST_WORDS = 60  # of a text; what comes later is not looked at
LONGEST_CODE = 3  # words
# What the chance of a code is told from: the share of the other words that say something, and
# whether it stands alone as a code.
TRAITS = ("left", "only")
_POINTS = 96.0


def codes_inside(index: Index, ordinary: Ordinary, query: str) -> list[Candidate]:
    """Give the entries whose codes stand in a text, in their order."""
    words = query.split()[:MOST_WORDS]
    found: dict[int, tuple[str, int]] = {}
    taken = 0
    for first, last in _stretches(len(words)):
        if first < taken:
            continue
        text = " ".join(words[first:last])
        sure = [
            one for one in read(text.strip(".,;:")) if one.fit is Fit.SAYS and one.system != "lmo"
        ]
        coded = known_code(index, sure) if sure else None
        if coded:
            taken = last
            for hit in coded.hits:
                found.setdefault(index.entry_ids[hit.entry.id], (hit.matched, last - first))
    saying = [word for word in words if not ordinary.is_noise(fold(word))]
    spent = sum(count for _, count in found.values())
    left = max(0.0, 1 - spent / max(1, len(saying)))
    return [
        Candidate(
            place,
            -1,
            Owner(place, shown, Naming.OFFICIAL, 0),
            _POINTS - rank,
            Way.INSIDE,
            (left, float(len(found) == 1)),
        )
        for rank, (place, (shown, _)) in enumerate(found.items())
    ]


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    """Yield every stretch of up to three words, from left to right, the longest first."""
    for first in range(count):
        for last in range(min(count, first + LONGEST_CODE), first, -1):
            yield first, last
