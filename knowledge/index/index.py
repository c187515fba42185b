"""The index of all names and codes: built from the entries, stored as files, opened in place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from knowledge.entries import Entry, Naming, Source
from knowledge.index.deletions import Deletions, build_deletions, text_hash
from knowledge.index.trigrams import Trigrams, build_trigrams
from knowledge.loader import Loaded
from knowledge.reading.wording import fold

_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)
_NAMINGS = list(Naming)


@dataclass(frozen=True, slots=True)
class Blob:
    """Many texts in one run of bytes, cut out when asked for."""

    data: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, place: int) -> str:
        return self.data[self.ends[place] : self.ends[place + 1]].tobytes().decode()

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Blob":
        """Join the texts."""
        encoded = [text.encode() for text in texts]
        ends = np.cumsum([0, *map(len, encoded)])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Owner:
    """One entry's claim to a string: the name as written, what it is, and which comes first."""

    entry: int
    text: str
    naming: Naming
    rank: int


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that a search reads; strings are folded names, each known by its number.

    `owners_of[s]:owners_of[s + 1]` are the owners of string `s`; `keys` are sorted hashes of
    squashed strings and `key_strings` the strings they stand for.
    """

    entry_blob: Blob
    entry_ids: dict[str, int]
    string_blob: Blob
    owner_texts: Blob
    owners_of: npt.NDArray[np.int64]
    owner_entry: npt.NDArray[np.int32]
    owner_naming: npt.NDArray[np.int8]
    owner_rank: npt.NDArray[np.int8]
    keys: npt.NDArray[np.uint64]
    key_strings: npt.NDArray[np.int32]
    trigrams: Trigrams
    deletions: Deletions
    codes: dict[str, dict[str, list[int]]]
    sources: dict[str, Source]
    forwards: dict[str, str]

    def entry(self, place: int) -> Entry:
        """Give the entry at a place."""
        return _ENTRY.validate_json(self.entry_blob[place])

    def find(self, entry_id: str) -> Entry | None:
        """Give the entry with an id, a retired id forwarded; None if there is none."""
        place = self.entry_ids.get(self.forwards.get(entry_id, entry_id))
        return None if place is None else self.entry(place)

    def owners(self, string: int) -> Iterator[Owner]:
        """Yield who owns a string."""
        for place in range(self.owners_of[string], self.owners_of[string + 1]):
            yield Owner(
                int(self.owner_entry[place]),
                self.owner_texts[place],
                _NAMINGS[self.owner_naming[place]],
                int(self.owner_rank[place]),
            )

    def exact(self, squashed: str) -> list[int]:
        """Give the strings that are the same letter by letter, spaces aside."""
        key = text_hash(squashed)
        first, last = (
            np.searchsorted(self.keys, key, "left"),
            np.searchsorted(self.keys, key, "right"),
        )
        found = [int(string) for string in self.key_strings[first:last]]
        return [string for string in found if self.string_blob[string].replace(" ", "") == squashed]


def build(loaded: Loaded) -> Index:
    """Make the index of all entries."""
    owners: dict[str, list[Owner]] = defaultdict(list)
    codes: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    entries = list(loaded.entries.values())
    for place, entry in enumerate(entries):
        for name in entry.names:
            if name.naming is not Naming.TAXON and (folded := fold(name.text)):
                owners[folded].append(Owner(place, name.text, name.naming, name.rank))
        for code in entry.codes:
            if place not in codes[code.system][code.key]:
                codes[code.system][code.key].append(place)
    strings = list(owners)
    squashed = [text.replace(" ", "") for text in strings]
    flat = [owner for string in strings for owner in owners[string]]
    hashes = np.fromiter((text_hash(text) for text in squashed), np.uint64, len(strings))
    order = np.argsort(hashes, kind="stable")
    return Index(
        entry_blob=Blob.of(_ENTRY.dump_json(entry).decode() for entry in entries),
        entry_ids={entry.id: place for place, entry in enumerate(entries)},
        string_blob=Blob.of(strings),
        owner_texts=Blob.of(owner.text for owner in flat),
        owners_of=np.cumsum([0, *(len(owners[string]) for string in strings)]),
        owner_entry=np.fromiter((owner.entry for owner in flat), np.int32, len(flat)),
        owner_naming=np.fromiter(
            (_NAMINGS.index(owner.naming) for owner in flat), np.int8, len(flat)
        ),
        owner_rank=np.fromiter((owner.rank for owner in flat), np.int8, len(flat)),
        keys=hashes[order],
        key_strings=order.astype(np.int32),
        trigrams=build_trigrams(squashed),
        deletions=build_deletions(squashed),
        codes={system: dict(keys) for system, keys in codes.items()},
        sources=loaded.sources,
        forwards=loaded.forwards,
    )
