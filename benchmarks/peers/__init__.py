"""The peers: ways to look up misspelt names that others use, each behind the same few lines."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

# By the names that the tables give them; each is a module here, loaded only where it is measured.
PEERS = {
    "rapidfuzz ratio": "ratio",
    "rapidfuzz WRatio": "wratio",
    "SQLite FTS5 trigram": "sqlite",
    "symspellpy": "symspell",
    "tantivy fuzzy": "tantivy_fuzzy",
    "PostgreSQL pg_trgm": "postgres",
}

Hits = list[tuple[int, float]]


class NotAtHandError(Exception):
    """A peer cannot run here; says what is missing."""


class Peer(Protocol):
    """An engine that finds the strings most like a text.

    Texts and strings come folded: lower case, without accents, words parted by single spaces.
    """

    how: str

    def open(self, strings: Sequence[str]) -> None:
        """Take in the strings; called once.

        Raises:
            NotAtHandError: something that the peer needs is not installed.
        """

    def search(self, text: str, limit: int) -> Hits:
        """Give up to `limit` numbers of strings, each with a score of 0 to 100, best first."""

    def close(self) -> None:
        """Free what was opened."""


def make(name: str) -> Peer:
    """Make the peer of a name.

    Raises:
        NotAtHandError: a package that the peer needs is not installed.
    """
    try:
        peer: Peer = import_module(f"{__name__}.{PEERS[name]}").Engine()
    except ImportError as error:
        raise NotAtHandError(f"{error}; requirements-bench.txt lists what it needs") from error
    return peer
