"""The one door: ask a question, find an entry, see what a sentence names."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.answers import Answer, Verdict
from knowledge.entries import Entry, Source
from knowledge.guidance.deciding import Deciding
from knowledge.guidance.inspection import Inspection
from knowledge.index.index import Index
from knowledge.index.store import open_index
from knowledge.law.national import NationalLaw
from knowledge.loader import TABLES, Tables
from knowledge.loader.naming import id_from
from knowledge.search.asking import Asking
from knowledge.search.spans import Span, find_spans
from knowledge.search.tracing import SILENT, Trace

LONGEST_SENTENCE = 2000  # letters that find_in looks at


def today_in_utc() -> date:
    """Give the date in UTC."""
    return datetime.now(UTC).date()


class Knowledge:
    """The knowledge base, open for questions; safe to share between threads."""

    def __init__(
        self, index: Index, tables: Tables, today: Callable[[], date] = today_in_utc
    ) -> None:
        self.index = index
        self._today = today
        self.inspection = Inspection(tables)
        self.deciding = Deciding(tables)
        self.national_law = NationalLaw(tables)
        self.asking = Asking(index, tables, self.deciding, today)

    @classmethod
    def open(
        cls, folder: Path, tables: Path = TABLES, today: Callable[[], date] = today_in_utc
    ) -> "Knowledge":
        """Open the base, its index kept under `folder` and built there when needed.

        Raises:
            TableError: a table cannot be used; names file and line.
            OSError: the folder cannot be written.
        """
        return cls(open_index(folder, tables), Tables(tables), today)

    def ask(self, text: str, trace: Trace = SILENT) -> Answer:
        """Answer a question, whatever it holds; never raises. `trace` is told each step."""
        start = time.perf_counter()
        answer = self.asking.answer(text, trace)
        topic = answer.topic
        if answer.verdict is Verdict.CHOOSE and not topic:
            between = self.deciding.between(hit.entry.id for hit in answer.hits)
            topic = between.id if between else ""
        spent = (time.perf_counter() - start) * 1000
        return replace(answer, topic=topic, ms=spent)

    def find(self, entry_id: str) -> Entry | None:
        """Give the entry with an id, a retired one forwarded; None if there is none."""
        return self.index.find(entry_id)

    def taxon(self, name: str) -> Entry | None:
        """Give the entry of a scientific name as the tables write it; None if it is not listed."""
        return self.find(id_from(name))

    def find_in(self, sentence: str) -> list[Span]:
        """Give the stretches of a sentence that name something, with the entries they name."""
        return find_spans(self.index, sentence[:LONGEST_SENTENCE])

    def source(self, entry: Entry) -> Source:
        """Give the source of an entry."""
        return self.index.sources[entry.source]

    @property
    def today(self) -> date:
        """The day for which the law is told."""
        return self._today()

    @property
    def ids(self) -> list[str]:
        """The ids of all entries, in the order of the tables."""
        return list(self.index.ids)

    @property
    def as_of(self) -> date:
        """The date of the newest source that is not in the future."""
        today = self._today()
        return max(one.law_date for one in self.index.sources.values() if one.law_date <= today)
