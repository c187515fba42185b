"""Which names hold a word: an inverted index of words without their endings, weighted by rarity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.index.names import Names
from knowledge.index.trigrams import Trigrams, build_trigrams
from knowledge.reading.words import LATIN, UNSPACED, word_keys

_MOST_WORDS = 16  # a longer name is a text; its first words say what it is


@dataclass(frozen=True, slots=True)
class Words:
    """The strings that hold word `w` are `strings[starts[w]:starts[w + 1]]`.

    `weights` are the words' idf, `sizes` each string's sum; `slips` finds words by their letters.
    """

    numbers: dict[str, int]
    keys: list[str]
    starts: npt.NDArray[np.int64]
    strings: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    sizes: npt.NDArray[np.float32]
    slips: Trigrams

    def run(self, word: int) -> npt.NDArray[np.int32]:
        """Give the strings that hold a word."""
        return self.strings[self.starts[word] : self.starts[word + 1]]


def build_words(names: Names, langs: Sequence[str], light: Iterable[str]) -> Words:
    """Index the names by their words; `light` are words that say little of what a thing is."""
    held = [
        word_keys(text, lang)[:_MOST_WORDS] for text, lang in zip(names.texts, langs, strict=True)
    ]
    keys = sorted({key for one in held for key in one}, key=_spaced_length)
    numbers = {key: number for number, key in enumerate(keys)}
    counts = [len(one) for one in held]
    words = np.fromiter((numbers[key] for one in held for key in one), np.int32, sum(counts))
    owner = np.repeat(np.arange(len(held), dtype=np.int32), counts)
    order = np.argsort(words, kind="stable")
    starts = np.searchsorted(words[order], np.arange(len(keys) + 1))
    weights = np.log(len(held) / np.maximum(1, np.diff(starts))).astype(np.float32)
    for word in light:
        for key in {key for lang in LATIN for key in word_keys(word, lang)}:
            if key in numbers:
                weights[numbers[key]] *= LIGHT
    sizes = np.bincount(owner, weights[words], minlength=len(held)).astype(np.float32)
    slips = build_trigrams(["" if UNSPACED.match(key) else key for key in keys])
    return Words(numbers, keys, starts, owner[order], weights, sizes, slips)


def _spaced_length(key: str) -> tuple[int, str]:
    """Give the order of the words: by letters, signs of unspaced scripts first, for no slip."""
    return (0 if UNSPACED.match(key) else len(key), key)


LIGHT = 0.3  # of the weight of a word of the same rarity
