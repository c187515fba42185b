"""Peer: PostgreSQL with pg_trgm, on a server of its own that lives as long as the measuring."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import psycopg

from benchmarks.peers import Hits, NotAtHandError
from benchmarks.peers.postgres_server import Server

SHORT = "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108 - a socket needs a short path
LEAST = 0.25  # part of the trigrams that must be shared; the default of 0.3 loses right names
# A GiST index read nearest first finds hardly more and takes several times as long.
INDEX = "create index on names using gin (text gin_trgm_ops)"
MOST_ALIKE = """
    select number, similarity(text, %(text)s) as alike from names
    where text %% %(text)s order by alike desc, number limit %(limit)s
"""


class Engine:
    """A table of the names with an index of their trigrams."""

    how = f"names with a similarity of at least {LEAST} by a GIN index, the most alike first"

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="peer-", dir=SHORT))
        self._server = Server(self._folder)
        self._session: psycopg.Connection | None = None

    def open(self, strings: Sequence[str]) -> None:
        """Start the server, fill the table and index it."""
        self._session = session = self._server.start()
        try:
            session.execute("create extension pg_trgm")
        except psycopg.Error as error:
            raise NotAtHandError("this PostgreSQL has no pg_trgm") from error
        session.execute("create table names (number int, text text)")
        with session.cursor() as cursor, cursor.copy("copy names from stdin") as rows:
            for row in enumerate(strings):
                rows.write_row(row)
        session.execute(INDEX)
        session.execute("vacuum analyze names")
        session.execute(f"set pg_trgm.similarity_threshold = {LEAST}")

    def search(self, text: str, limit: int) -> Hits:
        """Give the strings that share the largest part of their trigrams."""
        if not self._session:
            return []
        asked = {"text": text, "limit": limit}
        found = self._session.execute(MOST_ALIKE, asked, prepare=True)
        return [(number, 100 * alike) for number, alike in found]

    def close(self) -> None:
        """Stop the server and delete all it wrote."""
        if self._session:
            self._session.close()
        self._server.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
