"""How the law treats each entry, by day: entries with the same number are treated the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from knowledge.entries import Entry
from knowledge.law.status import changes, law


@dataclass(frozen=True, slots=True)
class Laws:
    """The periods of entry `e` are `starts_of[e]:starts_of[e + 1]`.

    Period `p` begins on the day with ordinal `days[p]` and has the law of number `numbers[p]`.
    """

    starts_of: npt.NDArray[np.int64]
    days: npt.NDArray[np.int32]
    numbers: npt.NDArray[np.int32]

    def at(self, place: int, day: date) -> int:
        """Give the number of the law of an entry on a day."""
        first, last = int(self.starts_of[place]), int(self.starts_of[place + 1])
        while last - first > 1 and self.days[last - 1] > day.toordinal():
            last -= 1
        return int(self.numbers[last - 1])


def build_laws(entries: Iterable[Entry]) -> Laws:
    """Number the laws of the entries, in their order."""
    known: dict[str, int] = {}
    counts, days, numbers = [0], [], []
    for entry in entries:
        begins = [date.min, *sorted(changes(entry))]
        counts.append(len(begins))
        for begin in begins:
            days.append(begin.toordinal())
            numbers.append(known.setdefault(law(entry, begin), len(known)))
    return Laws(np.cumsum(counts), np.array(days, np.int32), np.array(numbers, np.int32))
