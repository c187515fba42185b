"""Peer: every name compared letter by letter, by rapidfuzz `ratio` without spaces."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from benchmarks.peers import Hits
from benchmarks.peers.rerank import squashed

WORTH_SCORING = 40.0  # what is less alike is never right; the scan is faster for knowing it


class Engine:
    """The full scan: no index, so nothing that an index could miss."""

    how = "full scan of all names without their spaces"

    def __init__(self) -> None:
        self._strings: list[str] = []

    def open(self, strings: Sequence[str]) -> None:
        """Keep the strings without their spaces."""
        self._strings = [squashed(string) for string in strings]

    def search(self, text: str, limit: int) -> Hits:
        """Give the strings with the highest ratio."""
        found = process.extract(
            squashed(text),
            self._strings,
            scorer=fuzz.ratio,
            score_cutoff=WORTH_SCORING,
            limit=limit,
        )
        return [(number, score) for _, score, number in found]

    def close(self) -> None:
        """Nothing is open."""
