"""Peer: SymSpell, a dictionary of all names with up to two letters left out."""

from collections.abc import Sequence

from rapidfuzz import fuzz
from symspellpy import SymSpell, Verbosity
from symspellpy.editdistance import DistanceAlgorithm, EditDistance

from benchmarks.peers import Hits
from benchmarks.peers.rerank import squashed

DISTANCE = 2  # slips; the library's default


class Engine:
    """Symmetric deletes: fast for slips, blind to what is further away than `DISTANCE`."""

    how = f"all names without their spaces, up to {DISTANCE} slips"

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._speller = SymSpell(
            max_dictionary_edit_distance=DISTANCE,
            distance_comparer=EditDistance(DistanceAlgorithm.DAMERAU_OSA_FAST),
        )

    def open(self, strings: Sequence[str]) -> None:
        """Enter each string once, all equally frequent."""
        for number, string in enumerate(strings):
            if self._numbers.setdefault(squashed(string), number) == number:
                self._speller.create_dictionary_entry(squashed(string), 1)

    def search(self, text: str, limit: int) -> Hits:
        """Give the strings with the fewest slips, by ratio where these are equal."""
        wanted = squashed(text)
        found = self._speller.lookup(wanted, Verbosity.ALL, max_edit_distance=DISTANCE)
        scored = [(one.distance, -fuzz.ratio(wanted, one.term), one.term) for one in found]
        return [(self._numbers[term], -ratio) for _, ratio, term in sorted(scored)[:limit]]

    def close(self) -> None:
        """Nothing is open."""
