"""The difference between a file and the tables: single changes, counted, shown and written out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from knowledge.refresh.ours import Step

SHOWN = 20  # changes of one kind, or problems, that are shown before “and … more”
MOST_REMOVED = 0.1  # share of the rows spoken of; a file that removes more is hardly whole

ADDED = "added"
REMOVED = "removed"
RENAMED = "renamed"
KEPT = "ours differs: kept"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that becomes another; `entry` is its name or code, empty texts are nothing."""

    kind: str
    entry: str
    old: str = ""
    new: str = ""

    @property
    def line(self) -> str:
        """The change in one line."""
        if self.old and self.new:
            return f"{self.entry}: {self.old} → {self.new}"
        if self.old or self.new:
            return f"{self.entry}: {self.old or self.new}"
        return self.entry


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file would do to the tables.

    `steps` are the tables to write, in an order in which a reader meets no broken link; a table
    may come twice. `spoken_of` counts our rows of which the file speaks, `problems` what stands
    in the way.
    """

    changes: list[Change]
    steps: list[Step]
    spoken_of: int
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def removed(self) -> int:
        """The number of rows that the file takes away."""
        return sum(change.kind == REMOVED for change in self.changes)

    @property
    def too_small(self) -> bool:
        """Whether the file takes away so much that it is hardly the whole one."""
        return self.removed > MOST_REMOVED * self.spoken_of

    def counts(self) -> dict[str, int]:
        """Count the changes of each kind, in the order in which the kinds first come."""
        return dict(Counter(change.kind for change in self.changes))

    def lines(self) -> Iterator[str]:
        """Tell the counts, then up to twenty changes of each kind."""
        counts = self.counts()
        for kind, count in counts.items():
            yield f"{kind}: {count:,}"
        for note in self.notes:
            yield f"note: {note}"
        for kind in counts:
            yield ""
            yield f"{kind}:"
            yield from cut([f"  {one.line}" for one in self.changes if one.kind == kind])

    def plain(self) -> dict[str, object]:
        """Give all of it as plain values, for JSON."""
        return {
            "counts": self.counts(),
            "spoken_of": self.spoken_of,
            "notes": self.notes,
            "problems": self.problems,
            "changes": [asdict(change) for change in self.changes],
            "tables": list(dict.fromkeys(step.name for step in self.steps)),
        }


def cut(lines: list[str]) -> Iterator[str]:
    """Give the first twenty lines and how many more there are."""
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"and {len(lines) - SHOWN:,} more"
