"""From a question to an answer: code, topic, exact name, then what is likeliest meant."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np

from knowledge.answers import BY_NAMING, MOST_RESULTS, Answer, Hit, Remark, Verdict, Why
from knowledge.guidance.deciding import Deciding, Topic
from knowledge.index.index import Index
from knowledge.loader import Tables
from knowledge.reading.codes import read
from knowledge.reading.wording import clean, fold, squash, tones, untagged
from knowledge.search import inside, letters, words
from knowledge.search.candidates import NEARLY, Candidate, Way, by_entry, order
from knowledge.search.chances import LEADS, Chances, group_of, leads
from knowledge.search.exact import CodeHits, by_code, by_name
from knowledge.search.ordinary import Ordinary
from knowledge.search.tracing import SILENT, Trace

# Chances that decide; fixed on the queries for tuning, measured on the held-out ones.
RIVAL = 0.6  # of another entry under another law, at which nothing is sure
WORTH_OFFERING = 0.3
LIKELY = 0.5  # of one word by its letters, at which nothing else is looked for
NO_SLIP = 4  # letters; names this short are right or not at all
LONGEST_NAME = 64  # letters; a longer question is a text, and no name is compared with it whole
_TERM_SCORE = 99.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate, the group whose rates count for it, its traits, and its chance, 0 to 1."""

    candidate: Candidate
    group: str
    traits: tuple[float, ...]
    chance: float


class Asking:
    """Answers questions from one index."""

    def __init__(
        self, index: Index, tables: Tables, deciding: Deciding, today: Callable[[], date]
    ) -> None:
        talk = tables.rows("small_talk.csv", ["lang", "text"])
        self._small_talk = frozenset(fold(row.must("text")) for row in talk)
        self._index = index
        self._ordinary = Ordinary(index)
        self._chances = Chances(tables)
        self._deciding = deciding
        self._today = today

    def answer(self, text: str, trace: Trace = SILENT) -> Answer:
        """Answer a question; `trace` is told each step."""
        query = clean(text)
        folded = fold(query)
        trace.read(query, folded)
        if folded in self._small_talk:
            return Answer(text, Verdict.UNKNOWN, remark=Remark.SMALL_TALK)
        readings = read(query) or read(self._ordinary.without_noise(query))
        trace.codes(readings)
        coded = by_code(self._index, readings) if readings else None
        if coded and not coded.missing:
            return self._coded(text, coded)
        if not folded:
            return Answer(text, Verdict.UNKNOWN, remark=Remark.EMPTY)
        if opened := self._deciding.opened_by(folded):
            return self._between(text, *opened)
        if named := by_name(self._index, query):
            trace.named(self._index, named)
            return self._named(text, named)
        if coded:
            hits = tuple(coded.hits)
            return Answer(text, Verdict.UNKNOWN, hits, coded.remark, coded.detail)
        return self._guessed(text, untagged(query), trace)

    def ways(self, text: str) -> Iterator[list[Weighed]]:
        """Yield what letters, words and codes inside a question bring up, each best first."""
        query = untagged(clean(text))
        folded = fold(query)
        yield self._by_letters(folded, tones(query), SILENT)
        yield self._by_words(folded, SILENT)
        yield self._by_codes(query, folded, SILENT)

    def _coded(self, text: str, coded: CodeHits) -> Answer:
        places = [self._index.entry_ids[hit.entry.id] for hit in coded.hits]
        verdict = Verdict.SURE if self._one_law(places) else Verdict.CHOOSE
        hits = tuple(coded.hits[:MOST_RESULTS])
        return Answer(text, verdict, hits, coded.remark, coded.detail)

    def _named(self, text: str, named: list[Candidate]) -> Answer:
        near = [one.place for one in named if one.points > named[0].points - NEARLY]
        verdict = Verdict.SURE if self._one_law(near) else Verdict.CHOOSE
        hits = (self._hit(one, one.points) for one in named[:MOST_RESULTS])
        return Answer(text, verdict, tuple(hits))

    def _between(self, text: str, topic: Topic, term: str) -> Answer:
        """Offer what one everyday word covers, the strictest first."""
        found = [entry for key in topic.entries if (entry := self._index.find(key))]
        hits = tuple(
            Hit(entry, term, _TERM_SCORE - rank, Why.TERM) for rank, entry in enumerate(found)
        )
        return Answer(text, Verdict.CHOOSE, hits[:MOST_RESULTS], topic=topic.id)

    def guess(self, query: str, trace: Trace = SILENT) -> list[Weighed]:
        """Give what a question that is no name of ours may mean, the likeliest first."""
        folded = fold(query)
        weighed = self._by_letters(folded, tones(query), trace)
        if self._is_sure(weighed) or (
            weighed and weighed[0].chance >= LIKELY and " " not in folded
        ):
            return weighed
        words, codes = self._by_words(folded, trace), self._by_codes(query, folded, trace)
        return _merged(weighed, words, codes)

    def _guessed(self, text: str, query: str, trace: Trace) -> Answer:
        weighed = self.guess(query, trace)
        if not weighed:
            return Answer(text, Verdict.UNKNOWN)
        best = weighed[0]
        trace.decided(best.chance, self._chances.sure_from(best.group), WORTH_OFFERING)
        opened = best.candidate.way is not Way.INSIDE and self._deciding.opened_by(
            self._index.names.texts[best.candidate.string]
        )
        if opened and best.chance >= WORTH_OFFERING:
            return self._between(text, *opened)
        hits = tuple(self._hit(one.candidate, 100 * one.chance) for one in weighed[:MOST_RESULTS])
        if self._is_sure(weighed) and len(squash(query)) > NO_SLIP:
            return Answer(text, Verdict.SURE, hits)
        if best.chance >= WORTH_OFFERING:
            return Answer(text, Verdict.CHOOSE, hits)
        return Answer(text, Verdict.UNKNOWN, hits)

    def rivalled(self, weighed: list[Weighed]) -> bool:
        """Tell whether another likely entry stands under another law than the best."""
        rivals = [one.candidate.place for one in weighed if one.chance >= RIVAL]
        return not self._one_law([weighed[0].candidate.place, *rivals])

    def _is_sure(self, weighed: list[Weighed]) -> bool:
        """Tell whether the best is likely enough, and nothing rivals it."""
        if not weighed or weighed[0].chance < self._chances.sure_from(weighed[0].group):
            return False
        return not self.rivalled(weighed)

    def _by_letters(self, folded: str, typed: str, trace: Trace) -> list[Weighed]:
        if len(folded) > LONGEST_NAME:
            return []
        common = self._ordinary.are_common(folded.split())
        found = letters.matches(self._index, folded, common=common)
        return self.weigh(by_entry(self._index, found, Way.LETTERS, typed), trace)

    def _by_words(self, folded: str, trace: Trace) -> list[Weighed]:
        common = self._ordinary.are_common(folded.split())
        found = words.matches(self._index, self._ordinary, folded, common=common)
        return self.weigh(by_entry(self._index, found, Way.WORDS), trace)

    def _by_codes(self, query: str, folded: str, trace: Trace) -> list[Weighed]:
        if not any(word.isalpha() and len(word) > 1 for word in folded.split()):
            return []
        return self.weigh(inside.codes_inside(self._index, self._ordinary, query), trace)

    def weigh(self, found: list[Candidate], trace: Trace = SILENT) -> list[Weighed]:
        """Give candidates of one way their chances, the best first."""
        if not found:
            return []
        day = self._today()
        traits = (*TRAITS[found[0].way], *LEADS)
        laws = np.array([self._index.laws.at(one.place, day) for one in found])
        points = np.array([one.points for one in found])
        values = np.hstack([np.array([one.traits for one in found]), leads(points, laws)])
        groups = [group_of(self._index, one) for one in found]
        chances = self._chances.of(groups, traits, values).tolist()
        weighed = [
            Weighed(one, group, tuple(row), chance * _standing(one))
            for one, group, row, chance in zip(found, groups, values.tolist(), chances, strict=True)
        ]
        for one in weighed:
            trace.weighed(
                self._index,
                one.candidate,
                one.group,
                zip(traits, one.traits, strict=True),
                one.chance,
            )
        return sorted(weighed, key=lambda one: (-one.chance, order(self._index, one.candidate)))

    def _hit(self, one: Candidate, score: float) -> Hit:
        why = BY_NAMING[one.owner.naming] if one.way is Way.EXACT else _WHY[one.way]
        return Hit(self._index.entry(one.place), one.owner.text, score, why)

    def _one_law(self, places: list[int]) -> bool:
        """Tell whether the law treats all of these the same; if not, the officer must choose."""
        day = self._today()
        return len({self._index.laws.at(place, day) for place in places}) == 1


def _standing(one: Candidate) -> float:
    """Give what a chance counts: nothing where a name is not alike at all, which no curve has seen.

    Half for what is like a common word: “herbicide” is meant as it stands, not as a slip.
    """
    if one.way is not Way.LETTERS or one.points >= letters.SWAPPED:
        return 1.0
    if one.points < 100 * letters.LEAST:
        return 0.0
    return 1.0 - one.traits[letters.TRAITS.index("common")] / 2


TRAITS = {Way.LETTERS: letters.TRAITS, Way.WORDS: words.TRAITS, Way.INSIDE: inside.TRAITS}


_WHY = {Way.LETTERS: Why.FUZZY, Way.WORDS: Why.WORDS, Way.INSIDE: Why.INSIDE}


def _merged(*ways: list[Weighed]) -> list[Weighed]:
    """Join the ways: each entry once, by the way that gives it the best chance."""
    best: dict[int, Weighed] = {}
    for one in chain(*ways):
        known = best.get(one.candidate.place)
        if known is None or known.chance < one.chance:
            best[one.candidate.place] = one
    return sorted(best.values(), key=lambda one: -one.chance)
