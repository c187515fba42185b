"""Opening the knowledge base for a verb, with a word to the person when it takes its time."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from assistant.core.texts import Language
from assistant.settings import Settings
from knowledge import Knowledge, Living, TableError
from knowledge.index.store import is_stored

_Base = TypeVar("_Base", Knowledge, Living)


class BaseUnusableError(Exception):
    """The knowledge base cannot be opened; the message tells the person what to do."""


def open_base(settings: Settings, language: Language) -> Knowledge:
    """Open the base whose index lies under the data folder, built there the first time.

    Raises:
        BaseUnusableError: a table is broken or the folder cannot be written.
    """
    return _opened(settings, language, Knowledge.open)


def open_living(settings: Settings, language: Language) -> Living:
    """Open the base so that it follows its tables while the bot runs; errors as above."""
    return _opened(settings, language, Living)


def _opened(settings: Settings, language: Language, opening: Callable[[Path], _Base]) -> _Base:
    """Open a base, and tell the person when its index has to be built first.

    Raises:
        BaseUnusableError: a table is broken or the folder cannot be written.
    """
    folder = settings.data_dir / "knowledge"
    if not is_stored(folder):
        sys.stderr.write(language.say("verbs-preparing") + "\n")
        sys.stderr.flush()
    try:
        return opening(folder)
    except TableError as problem:
        said = language.say("verbs-bad-table", problem=str(problem))
        raise BaseUnusableError(said) from problem
    except OSError as problem:
        said = language.say(
            "verbs-bad-folder", folder=str(settings.data_dir), problem=problem.strerror or "?"
        )
        raise BaseUnusableError(said) from problem
