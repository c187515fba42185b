"""By letters: names that look like the query, scored by how far their letters are apart."""

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist

from knowledge.index.index import Index
from knowledge.reading.wording import digits
from knowledge.search.candidates import Match

CANDIDATES = 110
SWAPPED = 95.0  # the score of a name with two neighbouring letters swapped
SHORTEST = 4  # letters of a word that may be a slip; shorter ones are right or not at all
KEPT = 16  # strings that go on to be weighed
LEAST = 0.6  # likeness below which nothing is alike, and less tells no more
_SHORTEST_SWAP = 5  # letters


# What the chance of a name is told from, each 0 to 1: how alike it is as a whole, in its least
# alike and its first word, how long the question is, and whether all its words are common ones.
TRAITS = ("likeness", "worst word", "first word", "length", "common")
_LONG = 20  # letters; more tell no more


def matches(index: Index, folded: str, *, common: bool) -> list[Match]:
    """Score the names that share letters with a folded question; give the best, best first."""
    squashed = folded.replace(" ", "")
    near = _near(index, squashed) if len(squashed) >= SHORTEST or not squashed.isascii() else []
    if not near:
        return []
    names = index.names
    texts = [names.texts[string] for string in near]
    joined = [names.squashed[string] for string in near]
    letters = cdist([squashed], joined, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
    start = cdist([squashed], joined, scorer=JaroWinkler.similarity, dtype=np.float32)[0]
    order = cdist([folded], texts, scorer=fuzz.token_sort_ratio, dtype=np.float32)[0] / 100
    scores = 100 * (0.70 * np.maximum(letters, order - 0.04) + 0.15 * order + 0.15 * start)
    best = np.argsort(-scores, kind="stable")[:KEPT].tolist()
    length = min(1.0, len(squashed) / _LONG)
    found = []
    for place in best:
        points, words = float(scores[place]), _words(folded, texts[place])
        if _is_swap(squashed, joined[place]):
            points, words = SWAPPED, (1.0, 1.0)
        traits = (max(LEAST, points / 100), *words, length, float(common))
        found.append(Match(near[place], points, traits))
    return sorted(found, key=lambda one: -one.points)


def _near(index: Index, squashed: str) -> list[int]:
    """Give the strings worth scoring; names that differ in their digits are different things."""
    found = dict.fromkeys(index.trigrams.candidates(squashed, CANDIDATES).tolist())
    found.update(dict.fromkeys(index.deletions.near(squashed)))
    near = np.fromiter(found, np.int64, len(found))
    wanted = digits(squashed)
    numbered = index.names.numbered[near]
    if not wanted:
        return [int(one) for one in near[~numbered]]
    return [one for one in near[numbered] if digits(index.names.squashed[one]) == wanted]


def _is_swap(one: str, other: str) -> bool:
    """Tell whether two neighbouring letters changed places: what fast thumbs do most."""
    return (
        len(one) == len(other) >= _SHORTEST_SWAP
        and OSA.distance(one, other, score_cutoff=1) == 1
        and sorted(one) == sorted(other)
    )


def _words(folded: str, text: str) -> tuple[float, float]:
    """Say how alike the least alike and the first words are, where both have as many; else 1."""
    ours, theirs = folded.split(), text.split()
    if len(ours) != len(theirs) or len(ours) == 1:
        return 1.0, 1.0
    alike = [OSA.normalized_similarity(one, other) for one, other in zip(ours, theirs, strict=True)]
    return min(alike), alike[0]
