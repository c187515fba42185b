"""The one door: ask a question, find an entry, see what a sentence names."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge.answers import MOST_RESULTS, Answer, Hit, Remark, Verdict, Why
from knowledge.entries import Entry, Source
from knowledge.guidance.deciding import Deciding, Topic
from knowledge.guidance.inspection import Inspection
from knowledge.index.index import Index
from knowledge.index.store import open_index
from knowledge.law.national import NationalLaw
from knowledge.law.status import law
from knowledge.loader import TABLES, Tables
from knowledge.loader.naming import id_from
from knowledge.reading.codes import read
from knowledge.reading.wording import clean, fold
from knowledge.search.exact import NEARLY, by_code, by_name
from knowledge.search.letters import Likeness, alike, by_likeness
from knowledge.search.spans import Span, find_spans

# Fixed on the development queries: `python -m benchmarks.search` prints what they give.
SURE = 84.0  # a fuzzy hit below this is offered, not told
SURE_SHORT = 91.0  # the same for names of up to SHORT letters
SHORT = 7
NO_EDIT = 4  # names this short are right or not at all
WORST_WORD = 0.6  # each word of a name must be as alike, or it is another name
CLEAR = 3.0  # points by which the best must lead the next entry that the law treats otherwise
_TERM_SCORE = 99.0
LONGEST_SENTENCE = 2000  # letters that find_in looks at
WORTH_OFFERING = 74.0


def _today() -> date:
    return datetime.now(UTC).date()


class Knowledge:
    """The knowledge base, open for questions; safe to share between threads."""

    def __init__(self, index: Index, tables: Tables, today: Callable[[], date] = _today) -> None:
        talk = tables.rows("small_talk.csv", ["lang", "text"])
        self._small_talk = frozenset(fold(row.must("text")) for row in talk)
        self._index = index
        self._today = today
        self.inspection = Inspection(tables)
        self.deciding = Deciding(tables)
        self.national_law = NationalLaw(tables)

    @classmethod
    def open(
        cls, folder: Path, tables: Path = TABLES, today: Callable[[], date] = _today
    ) -> "Knowledge":
        """Open the base, its index kept under `folder` and built there when needed.

        Raises:
            TableError: a table cannot be used; names file and line.
            OSError: the folder cannot be written.
        """
        return cls(open_index(folder, tables), Tables(tables), today)

    def ask(self, text: str) -> Answer:
        """Answer a question, whatever it holds; never raises."""
        start = time.perf_counter()
        answer = self._answer(text)
        topic = answer.topic
        if answer.verdict is Verdict.CHOOSE and not topic:
            between = self.deciding.between(hit.entry.id for hit in answer.hits)
            topic = between.id if between else ""
        spent = (time.perf_counter() - start) * 1000
        return replace(answer, topic=topic, ms=spent)

    def find(self, entry_id: str) -> Entry | None:
        """Give the entry with an id, a retired one forwarded; None if there is none."""
        return self._index.find(entry_id)

    def taxon(self, name: str) -> Entry | None:
        """Give the entry of a scientific name as the tables write it; None if it is not listed."""
        return self.find(id_from(name))

    def find_in(self, sentence: str) -> list[Span]:
        """Give the stretches of a sentence that name something, with the entries they name."""
        return find_spans(self._index, sentence[:LONGEST_SENTENCE])

    def source(self, entry: Entry) -> Source:
        """Give the source of an entry."""
        return self._index.sources[entry.source]

    @property
    def today(self) -> date:
        """The day for which the law is told."""
        return self._today()

    @property
    def ids(self) -> list[str]:
        """The ids of all entries, in the order of the tables."""
        return list(self._index.entry_ids)

    @property
    def as_of(self) -> date:
        """The date of the newest source that is not in the future."""
        today = self._today()
        return max(one.law_date for one in self._index.sources.values() if one.law_date <= today)

    def _answer(self, text: str) -> Answer:
        query = clean(text)
        folded = fold(query)
        if folded in self._small_talk:
            return Answer(text, Verdict.UNKNOWN, remark=Remark.SMALL_TALK)
        readings = read(query)
        coded = by_code(self._index, readings) if readings else None
        if coded and not coded.missing:
            verdict = Verdict.SURE if self._one_law(coded.hits) else Verdict.CHOOSE
            hits = tuple(coded.hits[:MOST_RESULTS])
            return Answer(text, verdict, hits, coded.remark, coded.detail)
        if not folded:
            return Answer(text, Verdict.UNKNOWN, remark=Remark.EMPTY)
        if opened := self.deciding.opened_by(folded):
            return self._between(text, *opened)
        if named := by_name(self._index, folded.replace(" ", "")):
            near = [hit for hit in named if hit.score > named[0].score - NEARLY]
            verdict = Verdict.SURE if self._one_law(near) else Verdict.CHOOSE
            return Answer(text, verdict, tuple(named[:MOST_RESULTS]))
        if coded:
            hits = tuple(coded.hits)
            return Answer(text, Verdict.UNKNOWN, hits, coded.remark, coded.detail)
        return self._guess(text, folded)

    def _between(self, text: str, topic: Topic, term: str) -> Answer:
        """Offer what one everyday word covers, the strictest first."""
        found = [entry for key in topic.entries if (entry := self.find(key))]
        hits = tuple(
            Hit(entry, term, _TERM_SCORE - rank, Why.TERM) for rank, entry in enumerate(found)
        )
        return Answer(text, Verdict.CHOOSE, hits[:MOST_RESULTS], topic=topic.id)

    def _guess(self, text: str, folded: str) -> Answer:
        pairs = by_likeness(self._index, alike(self._index, folded))
        near = self.deciding.near(folded)
        if near and (not pairs or near[2] > pairs[0][0].score - 2 * CLEAR):
            return self._between(text, near[0], near[1])
        if not pairs:
            return Answer(text, Verdict.UNKNOWN)
        hits = tuple(hit for hit, _ in pairs[:MOST_RESULTS])
        if self._is_sure(pairs, folded):
            return Answer(text, Verdict.SURE, hits)
        if hits[0].score >= WORTH_OFFERING:
            return Answer(text, Verdict.CHOOSE, hits)
        return Answer(text, Verdict.UNKNOWN, hits)

    def _is_sure(self, pairs: list[tuple[Hit, Likeness]], folded: str) -> bool:
        best, likeness = pairs[0]
        length = len(folded.replace(" ", ""))
        if length <= NO_EDIT or likeness.worst_word < WORST_WORD:
            return False
        if best.score < (SURE_SHORT if length <= SHORT else SURE):
            return False
        return self._one_law([hit for hit, _ in pairs if hit.score > best.score - CLEAR])

    def _one_law(self, hits: list[Hit]) -> bool:
        """Tell whether the law treats all of these the same; if not, the officer must choose."""
        today = self._today()
        return len({law(hit.entry, today) for hit in hits}) == 1
