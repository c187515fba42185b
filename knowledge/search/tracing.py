"""What happened to a question on its way, step by step: for `ask --explain`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.index.index import Index
from knowledge.reading.codes import Reading
from knowledge.search.candidates import Candidate


class Trace:
    """Is told each step and keeps nothing."""

    def read(self, query: str, folded: str) -> None:
        """Take the question as it is worked on, cleaned and folded."""

    def codes(self, readings: Sequence[Reading]) -> None:
        """Take the codes that the question can be."""

    def named(self, index: Index, found: Sequence[Candidate]) -> None:
        """Take the entries that bear exactly this name."""

    def weighed(
        self,
        index: Index,
        one: Candidate,
        group: str,
        traits: Iterable[tuple[str, float]],
        chance: float,
    ) -> None:
        """Take a candidate with its traits and its chance of being right."""

    def decided(self, chance: float, sure: float, offering: float) -> None:
        """Take the best chance and the chances from which an answer is sure, or is offered."""


SILENT = Trace()
DECIDED = "verdict"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done, in a word, and what came of it."""

    name: str
    found: dict[str, object]


@dataclass
class Path(Trace):
    """Keeps each step, in order."""

    steps: list[Step] = field(default_factory=list)

    def read(self, query: str, folded: str) -> None:
        """Keep how the question was read."""
        self.steps.append(Step("read", {"cleaned": query, "folded": folded}))

    def codes(self, readings: Sequence[Reading]) -> None:
        """Keep the codes."""
        for one in readings:
            found = {"system": one.system, "key": one.key, "fit": one.fit.name.lower()}
            self.steps.append(Step("code", {**found, "left out": one.cut}))

    def named(self, index: Index, found: Sequence[Candidate]) -> None:
        """Keep the entries with this name."""
        for one in found:
            entry = index.ids[one.place]
            self.steps.append(Step("name", {"entry": entry, "points": one.points}))

    def weighed(
        self,
        index: Index,
        one: Candidate,
        group: str,
        traits: Iterable[tuple[str, float]],
        chance: float,
    ) -> None:
        """Keep a candidate."""
        found: dict[str, object] = {
            "entry": index.ids[one.place],
            "name": one.owner.text,
            "points": round(one.points, 1),
            "rates": group,
            **{trait: round(value, 2) for trait, value in traits},
            "chance": round(chance, 3),
        }
        self.steps.append(Step(one.way.value, found))

    def decided(self, chance: float, sure: float, offering: float) -> None:
        """Keep what decided."""
        found = {"chance": round(chance, 3), "sure from": sure, "offered from": offering}
        self.steps.append(Step(DECIDED, dict(found)))
