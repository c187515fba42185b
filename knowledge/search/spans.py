"""What a sentence names: the stretches of it that are a code or, letter by letter, a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.index.index import Index
from knowledge.reading.codes import Fit, read
from knowledge.reading.wording import fold
from knowledge.search.exact import by_name, known_code

LONGEST_NAME = 6  # words
LONGEST_RUN = 8  # signs, in scripts that put no spaces between words
SHORTEST_WORD = 3  # letters; “eel” is a find, “no” is not

_WORD = re.compile(r"[^\s,;:!?()\[\]“”\"]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch `start:end` of a sentence and the entries that it names, the best first."""

    start: int
    end: int
    text: str
    entries: tuple[str, ...]


def find_spans(index: Index, sentence: str) -> list[Span]:
    """Give the stretches that name something, left to right, the longest first at each place."""
    found: list[Span] = []
    taken = 0
    for span in sorted(_all(index, sentence), key=lambda one: (one.start, -one.end)):
        if span.start >= taken:
            found.append(span)
            taken = span.end
    return found


def _all(index: Index, sentence: str) -> Iterator[Span]:
    words = [(match.start(), match.end()) for match in _WORD.finditer(sentence)]
    for first in range(len(words)):
        for last in range(first, min(first + LONGEST_NAME, len(words))):
            start, end = words[first][0], words[last][1]
            if span := _span(index, sentence, start, end):
                yield span
    for run in _UNSPACED.finditer(sentence):
        for start in range(run.start(), run.end()):
            for end in range(min(run.end(), start + LONGEST_RUN), start + 1, -1):
                if span := _span(index, sentence, start, end):
                    yield span
                    break


def _span(index: Index, sentence: str, start: int, end: int) -> Span | None:
    text = sentence[start:end].rstrip(".")
    sure = [reading for reading in read(text) if reading.fit is Fit.SAYS]
    coded = known_code(index, sure) if sure else None
    found = [hit.entry.id for hit in coded.hits] if coded else []
    folded = fold(text)
    if not found and (len(folded) >= SHORTEST_WORD or _UNSPACED.match(text)):
        named = [] if folded.isdigit() else by_name(index, text)
        found = [index.ids[one.place] for one in named]
    return Span(start, start + len(text), text, tuple(found)) if found else None
