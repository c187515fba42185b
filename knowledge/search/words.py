"""By words: names whose words a question holds, for descriptions, manifests and sentences."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from knowledge.index.index import Index
from knowledge.reading.wording import digits
from knowledge.reading.words import UNSPACED, asked_keys, asked_words
from knowledge.search.candidates import Match
from knowledge.search.ordinary import Ordinary

MOST_WORDS = 40  # of a question
KEPT = 32  # strings that go on to be weighed
SLIPS_LOOKED_AT = 8  # words that no name holds and that may be slips
SHORTEST_SLIP = 5  # letters; shorter words are right or not at all
ALIKE = 0.79  # a word this like one of ours may be a slip for it
_NEAR = 12


# What the chance of a name is told from, each 0 to 1: what weight of the name the question holds
# and of the question the name, and how much that is; whether one word met, and what share of those
# that met is misspelt; of the words asked, the share that this name and that no name holds; how
# alike the two are written; whether all words are common ones.
TRAITS = (
    "of name",
    "of question",
    "weight",
    "one word",
    "slips",
    "left",
    "strange",
    "likeness",
    "common",
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question: the words of ours that it can be, and what it weighs."""

    numbers: tuple[int, ...]
    weight: float
    slip: bool


def matches(index: Index, ordinary: Ordinary, folded: str, *, common: bool) -> list[Match]:
    """Give the names that share the most weight with a folded question, best first."""
    every = asked_words(folded)[:MOST_WORDS]
    langs = ordinary.langs_of(every)
    asked = [word for word in every if not ordinary.is_noise(word)]
    words = _known(index, ordinary, asked, langs)
    if not words:
        return []
    held = np.zeros(len(index.names.texts), np.float32)
    runs = [_run(index, word) for word in words]
    for word, run in zip(words, runs, strict=True):
        held[run] += word.weight
    touched = _best(index, held, np.concatenate(runs), every)
    of_name = _of_name(index, held, touched)
    meets = [_holds(run, touched) for run in runs]
    met = np.sum(meets, axis=0)
    slips = sum(meet * word.slip for meet, word in zip(meets, words, strict=True))
    of_question = held[touched] / sum(word.weight for word in words)
    left = np.maximum(0.0, 1 - met / len(asked))
    strange = 1 - len(words) / len(asked)
    texts = [index.names.texts[string] for string in touched.tolist()]
    likeness = cdist([folded], texts, scorer=fuzz.token_sort_ratio, dtype=np.float32)[0] / 100
    traits = np.column_stack(
        [
            of_name,
            of_question,
            np.minimum(1, held[touched] / _WEIGHTY),
            met == 1,
            slips / met,
            left,
            np.full(len(met), strange),
            likeness,
            np.full(len(met), common),
        ]
    )
    points = 100 * (_OF_NAME * of_name + (1 - _OF_NAME) * of_question)
    return [
        Match(int(touched[row]), float(points[row]), tuple(traits[row].tolist()))
        for row in np.argsort(-points, kind="stable").tolist()
    ]


_WEIGHTY = 15.0  # of the words that met; more tells no more
_OF_NAME = 0.6  # of the points; the rest is for the share of the question


def _holds(run: npt.NDArray[np.int32], strings: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Tell which strings stand in an ordered run."""
    places = np.minimum(np.searchsorted(run, strings), len(run) - 1)
    return np.asarray(run[places] == strings)


def _of_name(
    index: Index, held: npt.NDArray[np.float32], strings: npt.NDArray[np.int32]
) -> npt.NDArray[np.float32]:
    """Give the share of each name's weight that the question holds."""
    return np.minimum(1.0, held[strings] / np.maximum(index.words.sizes[strings], _LEAST))


def _best(
    index: Index,
    held: npt.NDArray[np.float32],
    strings: npt.NDArray[np.int32],
    asked: list[str],
) -> npt.NDArray[np.int32]:
    """Give the names that are worth most: much weight, and much of the name."""
    for most in (_FIRST_LOOK, len(strings)):
        worth = held[strings] * _of_name(index, held, strings)
        best = strings if len(strings) <= most else strings[np.argpartition(-worth, most)[:most]]
        best = _same_numbers(index, np.unique(best), asked)
        if len(best) >= KEPT or most == len(strings):
            break
    worth = held[best] * _of_name(index, held, best)
    return best[np.argsort(-worth, kind="stable")[:KEPT]]


def _same_numbers(
    index: Index, touched: npt.NDArray[np.int32], asked: list[str]
) -> npt.NDArray[np.int32]:
    """Drop the names with a number that the question does not have: they are other things."""
    numbered = index.names.numbered[touched]
    keep = ~numbered
    for place in np.flatnonzero(numbered).tolist():
        words = index.names.texts[int(touched[place])].split()
        keep[place] = all(word in asked for word in words if digits(word))
    return touched[keep]


_LEAST = 1e-6
_FIRST_LOOK = 12 * KEPT  # postings; a name stands there once for each of its words


def _run(index: Index, word: _Word) -> npt.NDArray[np.int32]:
    """Give the strings that hold a word, each once, in order."""
    runs = [index.words.run(number) for number in word.numbers]
    return runs[0] if len(runs) == 1 else np.unique(np.concatenate(runs))


def _known(
    index: Index, ordinary: Ordinary, asked: list[str], langs: frozenset[str]
) -> list[_Word]:
    found: list[_Word] = []
    unknown: list[str] = []
    for word in asked:
        numbers = [
            number
            for key in asked_keys(word, langs)
            if (number := index.words.numbers.get(key)) is not None
        ]
        if numbers:
            weight = max(float(index.words.weights[number]) for number in numbers)
            found.append(_Word(tuple(dict.fromkeys(numbers)), weight, slip=False))
        elif _may_slip(ordinary, word):
            unknown.append(word)
    # Two words of which we know none are a name that is compared by its letters.
    if found or len(asked) > _NAME:
        slips = (_slip(index, word) for word in unknown[:SLIPS_LOOKED_AT])
        found += [slip for slip in slips if slip]
    return found


_NAME = 2  # words


def _may_slip(ordinary: Ordinary, word: str) -> bool:
    return (
        len(word) >= SHORTEST_SLIP
        and word.isalpha()
        and not UNSPACED.match(word)
        and not ordinary.are_common([word])
    )


def _slip(index: Index, word: str) -> _Word | None:
    """Give the words of ours that a misspelt one can be; they weigh less the less alike."""
    near = index.words.slips.candidates(word, _NEAR).tolist()
    if not near:
        return None
    keys = [index.words.keys[number] for number in near]
    stems = list(asked_keys(word))
    likeness = cdist(stems, keys, scorer=OSA.normalized_similarity, dtype=np.float32).max(axis=0)
    best = float(likeness.max())
    if best < ALIKE:
        return None
    numbers = [number for number, one in zip(near, likeness, strict=True) if one > best - 0.02]
    weight = max(float(index.words.weights[number]) for number in numbers) * best * best
    return _Word(tuple(numbers), weight, slip=True)
