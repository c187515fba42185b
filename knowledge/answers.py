"""What a question gets: one of three verdicts, up to five entries, and a remark."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.entries import Entry, Naming

MOST_RESULTS = 5


class Verdict(StrEnum):
    """How far an answer can be relied on; there is no fourth."""

    SURE = "sure"
    CHOOSE = "choose"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why an entry came up."""

    CODE = "exact code"
    NAME = "exact name"
    SYNONYM = "synonym"
    COMMON = "common name"
    TRADE = "trade name"
    TERM = "everyday term"
    FUZZY = "fuzzy"
    WORDS = "words"
    INSIDE = "code inside"
    NEIGHBOUR = "neighbour"


GUESSED = frozenset({Why.FUZZY, Why.WORDS, Why.INSIDE})  # not the thing itself, letter by letter

BY_NAMING = {
    Naming.OFFICIAL: Why.NAME,
    Naming.SCIENTIFIC: Why.NAME,
    Naming.SYNONYM: Why.SYNONYM,
    Naming.COMMON: Why.COMMON,
    Naming.TRADE: Why.TRADE,
    Naming.TERM: Why.TERM,
    Naming.TOPIC: Why.TERM,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry with the stored name or code that was hit and a score of 0 to 100."""

    entry: Entry
    matched: str
    score: float
    why: Why


class Remark(StrEnum):
    """What has to be said about the query itself."""

    EMPTY = "empty"
    SMALL_TALK = "small talk"
    CHECK_DIGIT = "check digit"  # detail: the number as it should be
    NO_SUCH_CODE = "no such code"  # detail: the code as it was read
    NATIONAL_DIGITS = "national digits"  # detail: the digits that were not looked at


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    `topic` names the questions that tell the hits apart, if there are any; `ms` is the time it
    took, in milliseconds.
    """

    query: str
    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    remark: Remark | None = None
    detail: str = ""
    topic: str = ""
    ms: float = 0.0


def as_json(answer: Answer) -> dict[str, object]:
    """Give the object that `ask --json` prints for an answer."""
    return {
        "query": answer.query,
        "verdict": answer.verdict.value,
        "results": [
            {
                "id": hit.entry.id,
                "kind": hit.entry.kind.value,
                "title": hit.entry.title,
                "matched": hit.matched,
                "names": list(hit.entry.own_names),
                "codes": [code.shown for code in hit.entry.codes],
                "score": round(hit.score, 1),
                "why": hit.why.value,
            }
            for hit in answer.hits
        ],
        "ms": round(answer.ms, 3),
    }
