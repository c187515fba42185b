"""What an engine gave to the queries, and what it took: the raw material of all figures."""

from dataclasses import dataclass

MOST_RESULTS = 5


@dataclass(frozen=True, slots=True)
class Result:
    """An entry that came up; `texts` are its id, title, names, codes and what was matched."""

    id: str
    kind: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one query got, up to five results, and the time in milliseconds.

    `verdict` is Fieldline's own and None for a peer, whose `score` (0 to 100, of its first result)
    decides; `topic` is None for an engine that knows no topics.
    """

    results: tuple[Result, ...]
    ms: float
    verdict: str | None = None
    score: float = 0.0
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine after all queries.

    `build_seconds` is from the strings (Fieldline: from its tables) to the first question;
    `open_seconds` the same with the index on disk, None where none is kept; `memory_mib` the
    peak of its process. `missing` says why an engine could not run; then there are no replies.
    """

    name: str
    how: str
    replies: tuple[Reply, ...] = ()
    build_seconds: float | None = None
    open_seconds: float | None = None
    memory_mib: float = 0.0
    missing: str = ""
