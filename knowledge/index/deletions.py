"""Short names one slip away: a dropped, added, changed or swapped letter, found by what is left."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SHORTEST, LONGEST = 4, 9  # longer names share enough three-letter pieces, shorter ones are exact


@dataclass(frozen=True, slots=True)
class Deletions:
    """Sorted hashes of every short string with one letter left out, and the string of each."""

    keys: npt.NDArray[np.uint64]
    strings: npt.NDArray[np.int32]

    def near(self, squashed: str) -> set[int]:
        """Give the strings that are at most one slip away from a short query."""
        if not SHORTEST <= len(squashed) <= LONGEST + 1:
            return set()
        found: set[int] = set()
        for rest in _rests(squashed):
            key = text_hash(rest)
            first = np.searchsorted(self.keys, key, "left")
            last = np.searchsorted(self.keys, key, "right")
            found.update(int(string) for string in self.strings[first:last])
        return found


def build_deletions(texts: list[str]) -> Deletions:
    """Index the squashed strings, each by its place in the list."""
    pairs = [
        (text_hash(rest), place)
        for place, text in enumerate(texts)
        if SHORTEST <= len(text) <= LONGEST
        for rest in _rests(text)
    ]
    keys = np.fromiter((key for key, _ in pairs), np.uint64, len(pairs))
    places = np.fromiter((place for _, place in pairs), np.int32, len(pairs))
    order = np.argsort(keys, kind="stable")
    return Deletions(keys[order], places[order])


def text_hash(text: str) -> np.uint64:
    """Give the 64-bit key under which a text is filed."""
    return np.uint64(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()))


def _rests(text: str) -> Iterator[str]:
    yield text
    yield from {text[:place] + text[place + 1 :] for place in range(len(text))}
