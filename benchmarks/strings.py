"""The strings that all peers get: every name and every code of the base, with their entries."""

from collections import defaultdict

from benchmarks.peers import Hits
from benchmarks.replies import MOST_RESULTS, Result
from knowledge import Entry
from knowledge.loader import load
from knowledge.reading.wording import fold


class Strings:
    """Every folded name and code once; each knows its entries, what it leads to first before."""

    def __init__(self, entries: list[Entry]) -> None:
        owners: dict[str, dict[int, int]] = defaultdict(dict)
        for place, entry in enumerate(entries):
            for name in entry.names:
                ranks = owners[fold(name.text)]
                ranks[place] = min(name.rank, ranks.get(place, name.rank))
            for code in entry.codes:
                owners[fold(code.shown)][place] = 0
        owners.pop("", None)
        self._entries = entries
        self.texts = list(owners)
        # Of several entries with one name the base's own order tells which is meant first.
        self._owners = [_by_rank(ranks) for ranks in owners.values()]

    @classmethod
    def of_the_base(cls) -> "Strings":
        """Read them from the tables."""
        return cls(list(load().entries.values()))

    def results(self, hits: Hits) -> tuple[Result, ...]:
        """Give the first five entries that the hits lead to."""
        found: dict[int, Result] = {}
        for number, _ in hits:
            for place in self._owners[number]:
                if place not in found:
                    found[place] = _result(self._entries[place], self.texts[number])
                if len(found) == MOST_RESULTS:
                    return tuple(found.values())
        return tuple(found.values())


def _result(entry: Entry, matched: str) -> Result:
    codes = (code.shown for code in entry.codes)
    texts = (entry.id, entry.title, matched, *entry.own_names, *codes)
    return Result(entry.id, entry.kind.value, texts)


def _by_rank(ranks: dict[int, int]) -> list[int]:
    return sorted(ranks, key=lambda place: (ranks[place], place))
