"""The path of a question, as `ask --explain` prints it: a line a step."""

from collections.abc import Iterator, Sequence

from knowledge import Step


def lines(steps: Sequence[Step]) -> Iterator[str]:
    """Yield a line for each step: its name, then what came of it."""
    width = max((len(step.name) for step in steps), default=0)
    for step in steps:
        found = " · ".join(f"{name} {_shown(value)}" for name, value in step.found.items())
        yield f"{step.name:{width}}  {found}".rstrip()


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value)
