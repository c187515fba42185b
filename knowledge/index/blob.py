"""Many texts in one run of bytes: opened in place, cut out when asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Blob:
    """Text `i` is the UTF-8 in `data[ends[i]:ends[i + 1]]`."""

    data: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, place: int) -> str:
        return self.raw(place).decode()

    def raw(self, place: int) -> bytes:
        """Give the bytes of a text."""
        return self.data[self.ends[place] : self.ends[place + 1]].tobytes()

    @classmethod
    def of(cls, texts: Iterable[bytes]) -> "Blob":
        """Join the texts."""
        encoded = list(texts)
        ends = np.cumsum([0, *map(len, encoded)])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends.astype(np.int64))


def join_lines(texts: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Join texts that hold no line feed, to be parted again all at once."""
    return np.frombuffer("".join(f"{text}\n" for text in texts).encode(), np.uint8)


def part_lines(data: npt.NDArray[np.uint8]) -> list[str]:
    """Part what `join_lines` joined."""
    return data.tobytes().decode().split("\n")[:-1]
