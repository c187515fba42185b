"""Everything that a search reads: entries, names, words, codes and laws, built from the tables."""

from collections import defaultdict
from dataclasses import dataclass, field

from knowledge.entries import Entry, Source
from knowledge.index.blob import Blob
from knowledge.index.codec import from_bytes, to_bytes
from knowledge.index.deletions import Deletions, build_deletions
from knowledge.index.kin import Kin, build_kin
from knowledge.index.laws import Laws, build_laws
from knowledge.index.names import Names, build_names
from knowledge.index.trigrams import Trigrams, build_trigrams
from knowledge.index.words import Words, build_words
from knowledge.loader import Loaded

_MOST_KEPT = 4096  # entries that stay decoded; those asked for are mostly the same

Codes = dict[str, dict[str, list[int]]]  # by system, then key: the places of the entries


@dataclass(frozen=True, slots=True)
class Index:
    """The whole index; entries are known by their place in the tables, strings by their number."""

    entry_blob: Blob
    ids: list[str]
    entry_ids: dict[str, int]
    names: Names
    trigrams: Trigrams
    deletions: Deletions
    words: Words
    kin: Kin
    laws: Laws
    common_words: dict[str, str]
    noise_words: dict[str, str]
    codes: Codes
    sources: dict[str, Source]
    forwards: dict[str, str]
    _decoded: dict[int, Entry] = field(default_factory=dict)

    def entry(self, place: int) -> Entry:
        """Give the entry at a place."""
        entry = self._decoded.get(place)
        if entry is None:
            entry = from_bytes(self.entry_blob.raw(place))
            if len(self._decoded) >= _MOST_KEPT:
                self._decoded.clear()
            self._decoded[place] = entry
        return entry

    def find(self, entry_id: str) -> Entry | None:
        """Give the entry with an id, a retired id forwarded; None if there is none."""
        place = self.entry_ids.get(self.forwards.get(entry_id, entry_id))
        return None if place is None else self.entry(place)


def build(loaded: Loaded) -> Index:
    """Make the index of all entries."""
    entries = list(loaded.entries.values())
    names, langs = build_names(entries, loaded.leading_words)
    ids = [entry.id for entry in entries]
    places = {key: place for place, key in enumerate(ids)}
    return Index(
        entry_blob=Blob.of(map(to_bytes, entries)),
        ids=ids,
        entry_ids=places,
        names=names,
        trigrams=build_trigrams(names.squashed),
        deletions=build_deletions(names.squashed),
        words=build_words(names, langs, loaded.light_words),
        kin=build_kin(entries, places),
        laws=build_laws(entries),
        common_words=loaded.common_words,
        noise_words=loaded.noise_words,
        codes=_codes(entries),
        sources=loaded.sources,
        forwards=loaded.forwards,
    )


def _codes(entries: list[Entry]) -> Codes:
    codes: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, entry in enumerate(entries):
        for code in entry.codes:
            if place not in codes[code.system][code.key]:
                codes[code.system][code.key].append(place)
    return {system: dict(keys) for system, keys in codes.items()}
