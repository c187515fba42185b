"""A weighted index of three-letter pieces: which strings look like a query, in a millisecond."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_BITS = 21  # a Unicode code point fits, three of them fill an int64
_EDGE = "\x02"


@dataclass(frozen=True, slots=True)
class Trigrams:
    """The postings of every piece.

    `pieces` are sorted codes; the strings holding piece `i` stand in
    `strings[starts[i]:starts[i + 1]]`; `weights` are the pieces' idf, `sizes` each string's sum.
    """

    pieces: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    strings: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    sizes: npt.NDArray[np.float32]

    def candidates(self, query: str, limit: int) -> npt.NDArray[np.int64]:
        """Give the numbers of up to `limit` strings that share the most weight with the query."""
        codes = _codes(query)
        places = np.minimum(np.searchsorted(self.pieces, codes), len(self.pieces) - 1)
        hits = places[self.pieces[places] == codes]
        if not len(hits):
            return np.empty(0, np.int64)
        runs = [self.strings[self.starts[hit] : self.starts[hit + 1]] for hit in hits]
        weights = np.repeat(self.weights[hits], [len(run) for run in runs])
        shared = np.bincount(np.concatenate(runs), weights, minlength=len(self.sizes))
        # A piece that no string has still counts against every string.
        whole = float(self.weights[hits].sum()) + (len(codes) - len(hits)) * float(
            self.weights.max()
        )
        touched = np.flatnonzero(shared > shared.max() * _TAIL)
        likeness = shared[touched] / (whole + self.sizes[touched] - shared[touched])
        if len(touched) <= limit:
            return touched[np.argsort(-likeness, kind="stable")]
        best = np.argpartition(-likeness, limit)[:limit]
        return touched[best[np.argsort(-likeness[best], kind="stable")]]


_TAIL = 0.3  # strings with less of the best one's weight cannot win; dropping them first is cheap


def build_trigrams(texts: list[str]) -> Trigrams:
    """Index the squashed strings, each by its place in the list."""
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
    return Trigrams(pieces, starts, owner.astype(np.int32), weights, sizes.astype(np.float32))


def _codes(text: str) -> npt.NDArray[np.int64]:
    points = np.frombuffer(f"{_EDGE}{text}{_EDGE}".encode("utf-32-le"), np.uint32)
    return np.unique(_pack(points.astype(np.int64)))


def _pack(points: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return (points[:-2] << (2 * _BITS)) | (points[1:-1] << _BITS) | points[2:]
