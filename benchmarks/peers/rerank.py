"""The last step that several peers share: score the candidates letter by letter."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from benchmarks.peers import Hits


def squashed(text: str) -> str:
    """Give a folded text without its spaces: slips often part words or join them."""
    return text.replace(" ", "")


def best_of(text: str, numbers: Iterable[int], strings: Sequence[str], limit: int) -> Hits:
    """Give the candidates most like a squashed text; `strings` are squashed too."""
    candidates = {number: strings[number] for number in numbers}
    found = process.extract(text, candidates, scorer=fuzz.ratio, limit=limit)
    return [(number, score) for _, score, number in found]
