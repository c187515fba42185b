"""What the coordinator asked for beside the file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Options:
    """The wishes of one run.

    `as_of` is the day of the export, `lang` the language of a file of words, `whole` says that
    the file holds all of its kingdoms, so that a family it does not name is gone.
    """

    today: date
    as_of: date | None = None
    lang: str = ""
    only_added: bool = False
    take_theirs: bool = False
    whole: bool = False

    @property
    def day(self) -> date:
        """The day for which the file speaks."""
        return self.as_of or self.today
