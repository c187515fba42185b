"""Short names one slip away: a dropped, added, changed or swapped letter, found by what is left."""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

SHORTEST, LONGEST = 4, 9  # longer names share enough three-letter pieces, shorter ones are exact


@dataclass(frozen=True, slots=True)
class Deletions:
    """Sorted hashes of every short string with one letter left out, and the string of each."""

    keys: npt.NDArray[np.uint32]
    strings: npt.NDArray[np.int32]

    def near(self, squashed: str) -> set[int]:
        """Give the strings that are at most one slip away from a short query."""
        if not SHORTEST <= len(squashed) <= LONGEST + 1:
            return set()
        hashes = np.array([_hash(rest) for rest in _rests(squashed)], np.uint32)
        firsts = np.searchsorted(self.keys, hashes, "left").tolist()
        lasts = np.searchsorted(self.keys, hashes, "right").tolist()
        found: set[int] = set()
        for first, last in zip(firsts, lasts, strict=True):
            if first < last:
                found.update(self.strings[first:last].tolist())
        return found


def build_deletions(texts: list[str]) -> Deletions:
    """Index the squashed strings, each by its place in the list."""
    keys: list[int] = []
    places: list[int] = []
    for place, text in enumerate(texts):
        if SHORTEST <= len(text) <= LONGEST:
            rests = list(_rests(text))
            keys += map(_hash, rests)
            places += [place] * len(rests)
    hashes = np.array(keys, np.uint32)
    order = np.argsort(hashes, kind="stable")
    return Deletions(hashes[order], np.array(places, np.int32)[order])


def _hash(text: str) -> int:
    """Give the key under which a text is filed; what is found by chance scores low."""
    return crc32(text.encode())


def _rests(text: str) -> Iterator[str]:
    yield text
    yield from {text[:place] + text[place + 1 :] for place in range(len(text))}
