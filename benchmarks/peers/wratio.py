"""Peer: every name compared by rapidfuzz `WRatio`, its default for texts of words."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from benchmarks.peers import Hits

WORTH_SCORING = 40.0  # as for the plain ratio


class Engine:
    """The full scan with the scorer that most programs take: whole, parts and words weighed."""

    how = "full scan of all names, the library's default scorer"

    def __init__(self) -> None:
        self._strings: list[str] = []

    def open(self, strings: Sequence[str]) -> None:
        """Keep the strings as they are."""
        self._strings = list(strings)

    def search(self, text: str, limit: int) -> Hits:
        """Give the strings with the highest weighted ratio."""
        found = process.extract(
            text, self._strings, scorer=fuzz.WRatio, score_cutoff=WORTH_SCORING, limit=limit
        )
        return [(number, score) for _, score, number in found]

    def close(self) -> None:
        """Nothing is open."""
