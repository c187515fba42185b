"""All names in comparable form, whose they are, and which are the same letter by letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.entries import Entry, Name, Naming
from knowledge.index.blob import Blob
from knowledge.reading.scripts import spellings
from knowledge.reading.wording import digits, fold
from knowledge.reading.words import LATIN

_NAMINGS = list(Naming)
_LANGS = (*LATIN, "")  # the last one stands for every other


@dataclass(frozen=True, slots=True)
class Owner:
    """One entry's claim to a string: the name as written, what it is, and which comes first."""

    entry: int
    text: str
    naming: Naming
    rank: int


@dataclass(frozen=True, slots=True)
class Names:
    """The folded names, each known by its number, from the shortest to the longest.

    `owners_of[s]:owners_of[s + 1]` are the owners of string `s`; `squashed` are the strings
    without their spaces, those that are the same side by side, and `first` the first of each;
    `numbered` tells which strings hold digits.
    """

    texts: list[str]
    squashed: list[str]
    first: dict[str, int]
    numbered: npt.NDArray[np.bool_]
    owners_of: npt.NDArray[np.int64]
    owner_entry: npt.NDArray[np.int32]
    owner_naming: npt.NDArray[np.int8]
    owner_rank: npt.NDArray[np.int8]
    owner_texts: Blob

    def owners(self, string: int) -> Iterator[Owner]:
        """Yield who owns a string."""
        for place in range(self.owners_of[string], self.owners_of[string + 1]):
            yield Owner(
                int(self.owner_entry[place]),
                self.owner_texts[place],
                _NAMINGS[self.owner_naming[place]],
                int(self.owner_rank[place]),
            )

    def exact(self, squashed: str) -> Iterator[int]:
        """Yield the strings that are the same letter by letter, spaces aside."""
        string = self.first.get(squashed, len(self.squashed))
        while string < len(self.squashed) and self.squashed[string] == squashed:
            yield string
            string += 1


def build_names(
    entries: Iterable[Entry], leading: Mapping[str, Iterable[Name]]
) -> tuple[Names, list[str]]:
    """Gather the names of the entries, each known by its place, and the words leading there.

    Gives their languages too: of several in which a string is a name, the one asked in most.
    """
    owners: dict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    spoken: dict[str, int] = {}
    for place, entry in enumerate(entries):
        for name in (*entry.names, *leading.get(entry.id, ())):
            if name.naming is Naming.TAXON:
                continue
            naming, rarity = _NAMINGS.index(name.naming), _rarity(name.lang)
            for behind, spelling in enumerate(spellings(name.text, name.lang)):
                if folded := fold(spelling):
                    owners[folded].append((place, name.text, naming, name.rank + (behind > 0)))
                    spoken[folded] = min(spoken.get(folded, rarity), rarity)
    texts = sorted(owners, key=_order)
    squashed = squash_all(texts)
    entry_of, written, naming_of, rank_of = zip(
        *(owner for text in texts for owner in owners[text]), strict=True
    )
    names = Names(
        texts=texts,
        squashed=squashed,
        first=first_of(squashed),
        numbered=np.fromiter((bool(digits(text)) for text in squashed), np.bool_, len(texts)),
        owners_of=np.cumsum([0, *(len(owners[text]) for text in texts)]),
        owner_entry=np.array(entry_of, np.int32),
        owner_naming=np.array(naming_of, np.int8),
        owner_rank=np.array(rank_of, np.int8),
        owner_texts=Blob.of(text.encode() for text in written),
    )
    return names, [_LANGS[spoken[text]] for text in texts]


def squash_all(texts: Iterable[str]) -> list[str]:
    """Give folded texts without their spaces."""
    return [text.replace(" ", "") for text in texts]


def first_of(squashed: list[str]) -> dict[str, int]:
    """Give the first place of each text."""
    last = len(squashed) - 1
    return {text: last - back for back, text in enumerate(reversed(squashed))}


def _order(text: str) -> tuple[int, str]:
    squashed = text.replace(" ", "")
    return len(squashed), squashed


def _rarity(lang: str) -> int:
    return _LANGS.index(lang) if lang in _LANGS else len(_LANGS) - 1
