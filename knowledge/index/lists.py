"""A short list of numbers for each of many things, in two flat arrays."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Lists:
    """The list of thing `i` is `items[starts[i]:starts[i + 1]]`."""

    starts: npt.NDArray[np.int64]
    items: npt.NDArray[np.int32]

    def __getitem__(self, place: int) -> list[int]:
        items: list[int] = self.items[self.starts[place] : self.starts[place + 1]].tolist()
        return items

    @classmethod
    def of(cls, lists: Iterable[list[int]]) -> "Lists":
        """Join the lists."""
        counts, items = [0], []
        for one in lists:
            counts.append(len(one))
            items += one
        return cls(np.cumsum(counts), np.array(items, np.int32))
