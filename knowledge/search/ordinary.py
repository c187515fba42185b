"""Ordinary words: what stands on every manifest, and what people say all day."""

from collections import Counter
from collections.abc import Sequence

from knowledge.index.index import Index
from knowledge.reading.wording import fold

_CLEAR = 2  # common words of one language, by which a question is in it


class Ordinary:
    """The folded words that name nothing here, and those too common to be a slip for a name."""

    def __init__(self, index: Index) -> None:
        self._noise = index.noise_words
        self._common = index.common_words

    def is_noise(self, word: str) -> bool:
        """Tell whether a word says nothing of what a thing is: “container”, “found”, “kg”."""
        return word in self._noise

    def are_common(self, words: Sequence[str]) -> bool:
        """Tell whether all words are common ones, so that none of them is likely a slip."""
        return all(word in self._common or word in self._noise for word in words)

    def without_noise(self, text: str) -> str:
        """Give a text without the words at its ends that say nothing: “what is”, “please”."""
        words = text.split()
        while words and self.is_noise(fold(words[0])):
            words.pop(0)
        while words and self.is_noise(fold(words[-1])):
            words.pop()
        return " ".join(words)

    def langs_of(self, words: Sequence[str]) -> frozenset[str]:
        """Give the languages in which most of the words are common; none where it is not clear.

        Endings fall differently in each: “carries” is no form of the Spanish “carros”.
        """
        counts = Counter(
            lang
            for word in words
            for known in (self._common, self._noise)
            for lang in known.get(word, "").split()
        )
        if not counts or max(counts.values()) < _CLEAR:
            return frozenset()
        return frozenset(lang for lang, count in counts.items() if count >= max(counts.values()))
