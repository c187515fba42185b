"""Questions that tell apart what one word covers and the law treats differently."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.loader import Tables
from knowledge.loader.words import TOPICS
from knowledge.reading.wording import fold

LANGS = ("en", "fr")
QUESTIONS = ["topic", "step", "question_en", "question_fr", "answer", "answer_fr", "to"]
UNDECIDED = "undecided"
CANNOT_TELL = "?"
OVERLAP = 2  # entries of a choice that belong to a topic before its questions are asked

Worded = dict[str, str]  # by language


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a question and where it leads: `step N`, `entry ID` or `undecided`."""

    words: Worded
    to: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers; who cannot tell goes to `cannot_tell`."""

    words: Worded
    replies: tuple[Reply, ...]
    cannot_tell: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A word that covers several entries, and the questions between them."""

    id: str
    title: Worded
    entries: tuple[str, ...]
    undecided: Worded
    questions: dict[int, Question]


class Deciding:
    """Every topic, by its id, by the words that open it, and by the entries it is between."""

    def __init__(self, tables: Tables) -> None:
        questions = _questions(tables)
        self.topics: dict[str, Topic] = {
            row.must("topic"): Topic(
                id=row["topic"],
                title={lang: row.must(f"title_{lang}") for lang in LANGS},
                entries=row.parts("entries"),
                undecided={lang: row.must(f"undecided_{lang}") for lang in LANGS},
                questions=questions[row["topic"]],
            )
            for row in tables.rows("deciding/topics.csv", TOPICS)
        }
        self._terms: dict[str, tuple[str, str]] = {}
        for row in tables.rows("deciding/terms.csv", ["topic", "lang", "term"]):
            if row.must("topic") not in self.topics:
                raise row.wrong(f"no such topic: “{row['topic']}”")
            self._terms.setdefault(fold(row.must("term")), (row["topic"], row["term"]))

    def opened_by(self, folded: str) -> tuple[Topic, str] | None:
        """Give the topic that a folded query opens, with the word as the table has it."""
        found = self._terms.get(folded)
        return (self.topics[found[0]], found[1]) if found else None

    def between(self, entries: Iterable[str]) -> Topic | None:
        """Give the topic that tells apart what is offered, the first that knows two of it."""
        offered = set(entries)
        for topic in self.topics.values():
            if len(offered.intersection(topic.entries)) >= OVERLAP:
                return topic
        return None


def _questions(tables: Tables) -> dict[str, dict[int, Question]]:
    replies: dict[tuple[str, int], list[Reply]] = defaultdict(list)
    words: dict[tuple[str, int], Worded] = {}
    cannot_tell: dict[tuple[str, int], str] = {}
    for row in tables.rows("deciding/questions.csv", QUESTIONS):
        key = (row.must("topic"), int(row.number("step") or 0))
        words.setdefault(key, {lang: row.must(f"question_{lang}") for lang in LANGS})
        if row.must("answer") == CANNOT_TELL:
            cannot_tell[key] = row.must("to")
            continue
        reply = Reply({"en": row["answer"], "fr": row.must("answer_fr")}, row.must("to"))
        replies[key].append(reply)
    found: dict[str, dict[int, Question]] = defaultdict(dict)
    for (topic, step), asked in words.items():
        to = cannot_tell.get((topic, step), UNDECIDED)
        found[topic][step] = Question(asked, tuple(replies[topic, step]), to)
    return found
