"""Peer: SQLite's full-text index of trigrams for candidates, rapidfuzz to order them."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

from benchmarks.peers import Hits, NotAtHandError
from benchmarks.peers.rerank import best_of, squashed

CANDIDATES = 200
RAREST = 8  # trigrams asked for: more find next to nothing more and take far longer
LETTERS = 3
NEEDED = (3, 34)  # the release that brought the trigram tokenizer


class Engine:
    """An FTS5 table of trigrams in memory, its candidates ranked by bm25."""

    how = (
        f"{CANDIDATES} candidates by bm25 over the {RAREST} rarest trigrams of the query, "
        "ordered by rapidfuzz ratio"
    )

    def __init__(self) -> None:
        self._strings: list[str] = []
        self._known: Counter[str] = Counter()
        self._rows = sqlite3.connect(":memory:")

    def open(self, strings: Sequence[str]) -> None:
        """Index the strings without their spaces and count their trigrams."""
        if sqlite3.sqlite_version_info < NEEDED:
            raise NotAtHandError(f"SQLite {sqlite3.sqlite_version} has no trigram tokenizer")
        self._strings = [squashed(string) for string in strings]
        self._known = Counter(one for string in self._strings for one in _trigrams(string))
        # Without content of its own: the strings are here already.
        self._rows.execute(
            "create virtual table names using fts5(text, content='', tokenize='trigram')"
        )
        self._rows.executemany(
            "insert into names(rowid, text) values (?, ?)",
            ((number, _marked(string)) for number, string in enumerate(self._strings)),
        )
        self._rows.execute("insert into names(names) values ('optimize')")

    def search(self, text: str, limit: int) -> Hits:
        """Give the best of the strings that share rare trigrams."""
        wanted = squashed(text)
        shared = sorted(
            (one for one in _trigrams(wanted) if one in self._known),
            key=lambda one: (self._known[one], one),
        )
        if not shared:
            return []
        found = self._rows.execute(
            "select rowid from names where names match ? order by rank limit ?",
            (" OR ".join(f'"{one}"' for one in shared[:RAREST]), CANDIDATES),
        )
        return best_of(wanted, (number for (number,) in found), self._strings, limit)

    def close(self) -> None:
        """Drop the table."""
        self._rows.close()


def _marked(text: str) -> str:
    """Set a space on each side: short names have a trigram so, and beginnings and ends count."""
    return f" {text} "


def _trigrams(text: str) -> set[str]:
    marked = _marked(text)
    return {marked[at : at + LETTERS] for at in range(len(marked) - LETTERS + 1)}
