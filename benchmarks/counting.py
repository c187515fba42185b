"""How often an engine is right, how often sure, how fast: counts over replies, nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from benchmarks.labelled import BAD_CODE, HELD_OUT, KINDS, NEGATIVE, REFUSED, Query
from benchmarks.replies import Measured, Reply
from knowledge.reading.wording import squash

NOT_COUNTED = ("tariff", "un")  # harmless goods are in these lists: no false alarm
MOST_WRONG = 0.01  # of all queries, sure and wrong, when the point is set from which a peer is sure
NEVER = 101  # points that no score reaches
SURE, CHOOSE = "sure", "choose"

Pair = tuple[Query, Reply]


@dataclass
class Score:
    """Counts for one kind of query; for what must be refused any sure answer is wrong."""

    asked: int = 0
    first: int = 0
    five: int = 0
    sure_right: int = 0
    sure_wrong: int = 0
    offered: int = 0

    def add(self, other: "Score") -> None:
        """Add the counts of another kind."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def percent(self, count: int) -> float:
        """Give a count as a percentage of what was asked; 0 where nothing was."""
        return 100 * count / self.asked if self.asked else 0.0


@dataclass
class Scores:
    """All kinds of query, and the times in milliseconds."""

    kinds: dict[str, Score] = field(default_factory=dict)
    ms: list[float] = field(default_factory=list)

    def together(self, *kinds: str) -> Score:
        """Give the sum over some kinds; without any named, over all that have an answer."""
        total = Score()
        for kind, score in self.kinds.items():
            if kind in kinds or (not kinds and kind not in REFUSED):
                total.add(score)
        return total

    def quantile(self, share: float) -> float:
        """Give the time that this share of the queries stays under."""
        return sorted(self.ms)[min(len(self.ms) - 1, int(len(self.ms) * share))]


def right(query: Query, reply: Reply) -> list[bool]:
    """Tell of each result whether it is right.

    An engine without topics is right with any entry that the topic decides between.
    """
    if reply.topic is not None and reply.topic in query.topics:
        return [True] * max(1, len(reply.results))
    expected = query.expected if reply.topic is not None else query.expected | query.topic_entries
    return [any(squash(text) in expected for text in one.texts) for one in reply.results]


def is_sure(reply: Reply, sure_from: int) -> bool:
    """Tell whether an answer counts as sure: by its verdict, a peer's by its score."""
    if reply.verdict is not None:
        return reply.verdict == SURE
    return bool(reply.results) and reply.score >= sure_from


def count(pairs: Iterable[Pair], sure_from: int = NEVER) -> Scores:
    """Count the replies to queries; `sure_from` is for engines without verdicts of their own."""
    scores = Scores({kind: Score() for kind in KINDS})
    for query, reply in pairs:
        score = scores.kinds[query.kind]
        marks = right(query, reply)
        sure = is_sure(reply, sure_from)
        score.asked += 1
        score.first += marks[:1] == [True]
        score.five += any(marks)
        score.sure_right += sure and marks[:1] == [True]
        score.sure_wrong += sure and _is_wrong(query, reply)
        score.offered += reply.verdict == CHOOSE
        scores.ms.append(reply.ms)
    scores.kinds = {kind: score for kind, score in scores.kinds.items() if score.asked}
    return scores


def sure_point(pairs: Sequence[Pair]) -> int:
    """Give the lowest whole point at which at most 1 % of the queries are sure and wrong.

    Held-out queries have no say in it.
    """
    known = [pair for pair in pairs if pair[0].set != HELD_OUT]
    wrong = [reply.score for query, reply in known if reply.results and _is_wrong(query, reply)]
    for point in range(NEVER):
        if sum(score >= point for score in wrong) <= MOST_WRONG * len(known):
            return point
    return NEVER


def _is_wrong(query: Query, reply: Reply) -> bool:
    """Tell whether being sure of the first result would be wrong."""
    if query.kind == NEGATIVE:
        return bool(reply.results) and reply.results[0].kind not in NOT_COUNTED
    return query.kind == BAD_CODE or right(query, reply)[:1] != [True]


@dataclass(frozen=True, slots=True)
class Standing:
    """One engine's place: what was measured of it, and its scores by set and over all."""

    measured: Measured
    sure_from: int | None  # None: it has verdicts of its own
    sets: dict[str, Scores]
    all: Scores


def standing(measured: Measured, queries: Sequence[Query]) -> Standing:
    """Count what an engine gave, set by set and together."""
    pairs = list(zip(queries, measured.replies, strict=True)) if measured.replies else []
    own = bool(pairs) and pairs[0][1].verdict is not None
    sure_from = NEVER if own or not pairs else sure_point(pairs)
    names = dict.fromkeys(query.set for query, _ in pairs)
    sets = {
        name: count((pair for pair in pairs if pair[0].set == name), sure_from) for name in names
    }
    return Standing(measured, None if own else sure_from, sets, count(pairs, sure_from))
