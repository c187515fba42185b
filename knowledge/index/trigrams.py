"""A weighted index of three-letter pieces: which strings look like a query, in a millisecond."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_BITS = 21  # a Unicode code point fits, three of them fill an int64
_EDGE = "\x02"


@dataclass(frozen=True, slots=True)
class Trigrams:
    """The postings of every piece; strings are numbered from the shortest to the longest.

    `pieces` are sorted codes; the strings holding piece `i` stand in
    `strings[starts[i]:starts[i + 1]]`, in order; `weights` are the pieces' idf, `sizes` each
    string's sum, `lengths` each string's letters.
    """

    pieces: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    strings: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    sizes: npt.NDArray[np.float32]
    lengths: npt.NDArray[np.int16]

    def candidates(self, query: str, limit: int) -> npt.NDArray[np.int64]:
        """Give the numbers of up to `limit` strings that share the most weight with the query."""
        codes = _codes(query)
        places = np.minimum(np.searchsorted(self.pieces, codes), len(self.pieces) - 1)
        hits = places[self.pieces[places] == codes]
        if not len(hits):
            return np.empty(0, np.int64)
        # The rarest pieces say the most and cost the least; the rest would change little.
        hits = hits[np.argsort(-self.weights[hits], kind="stable")]
        weights = self.weights[hits]
        enough = int(np.searchsorted(np.cumsum(weights), weights.sum() * _ENOUGH)) + 1
        first, last = self._window(len(query))
        strings, shared = self._shared(hits[:enough], weights[:enough], first, last)
        if not len(strings):
            return np.empty(0, np.int64)
        # A piece that no string has still counts against every string.
        whole = float(weights[:enough].sum()) + (len(codes) - len(hits)) * float(self.weights.max())
        likeness = shared / (whole + _ENOUGH * self.sizes[strings])
        if len(strings) > limit:
            best = np.argpartition(-likeness, limit)[:limit]
            strings, likeness = strings[best], likeness[best]
        return strings[np.argsort(-likeness, kind="stable")]

    def _window(self, length: int) -> tuple[int, int]:
        """Give the run of strings that are neither too short nor too long to be meant."""
        # Bounds of the array's own type: another one would have the whole array converted.
        bounds = np.array((length * _SHORTER, length * _LONGER + 2), self.lengths.dtype)
        first, last = np.searchsorted(self.lengths, bounds).tolist()
        return first, last

    def _shared(
        self,
        hits: npt.NDArray[np.int64],
        weights: npt.NDArray[np.float32],
        first: int,
        last: int,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
        """Give the strings of a run that share most with the pieces, and the weights they share."""
        starts, ends = self.starts[hits].tolist(), self.starts[hits + 1].tolist()
        found = [self.strings[start:end] for start, end in zip(starts, ends, strict=True)]
        strings = np.concatenate(found)
        heavy = np.repeat(weights, [len(one) for one in found])
        inside = (strings >= first) & (strings < last)
        places = strings[inside].astype(np.int64) - first
        if not len(places):
            return places, np.empty(0)
        sums = np.bincount(places, heavy[inside]).astype(np.float64)
        shared = sums[places]
        # Each string stands here once a piece; looking at these beats looking at every string.
        places = np.unique(places[shared > shared.max() * _TAIL])
        return first + places, sums[places]


_ENOUGH = 0.75  # of a query's weight
_TAIL = 0.3  # strings with less of the best one's weight cannot win
_SHORTER, _LONGER = 0.6, 1.6  # lengths of names beside a query's, beyond which nothing is alike


def build_trigrams(texts: list[str]) -> Trigrams:
    """Index squashed strings, each by its place in the list; the shortest come first."""
    lengths = np.fromiter((len(text) + 2 for text in texts), np.int64, len(texts))
    joined = "".join(f"{_EDGE}{text}{_EDGE}" for text in texts)
    points = np.frombuffer(joined.encode("utf-32-le"), np.uint32).astype(np.int64)
    codes = _pack(points)
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)[:-2]
    ends = np.cumsum(lengths)
    inside = np.ones(len(codes), bool)
    for back in (1, 2):  # pieces that run over from one string into the next
        inside[(ends - back)[(ends - back) < len(codes)]] = False
    codes, owner = codes[inside], owner[inside]
    order = np.lexsort((owner, codes))
    codes, owner = codes[order], owner[order]
    first = np.ones(len(codes), bool)
    first[1:] = (codes[1:] != codes[:-1]) | (owner[1:] != owner[:-1])
    codes, owner = codes[first], owner[first]
    pieces, starts = np.unique(codes, return_index=True)
    starts = np.append(starts, len(codes))
    weights = np.log(len(texts) / np.diff(starts)).astype(np.float32) + np.float32(0.5)
    sizes = np.bincount(owner, np.repeat(weights, np.diff(starts)), minlength=len(texts))
    return Trigrams(
        pieces,
        starts,
        owner.astype(np.int32),
        weights,
        sizes.astype(np.float32),
        (lengths - len(2 * _EDGE)).astype(np.int16),
    )


def _codes(text: str) -> npt.NDArray[np.int64]:
    points = np.frombuffer(f"{_EDGE}{text}{_EDGE}".encode("utf-32-le"), np.uint32)
    return np.unique(_pack(points.astype(np.int64)))


def _pack(points: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return (points[:-2] << (2 * _BITS)) | (points[1:-1] << _BITS) | points[2:]
