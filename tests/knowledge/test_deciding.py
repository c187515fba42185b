"""The deciding questions: what opens them, where every way ends, and how they are worded."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge import Knowledge, TableError, Verdict
from knowledge.entries import Kind
from knowledge.guidance.deciding import CANNOT_TELL, LANGS, UNDECIDED, Deciding, Topic
from knowledge.loader import TABLES, Tables
from knowledge.reading.wording import fold
from tests.knowledge import tables

DECIDING = Deciding(Tables(TABLES))
TOPICS = DECIDING.topics
MOST_STEPS = 4  # taps from the first question to the end
MOST_LETTERS = 40  # on a button
MOST_OFFERED = 5
MARKS_AGREE = "All three agree"  # label, stamp and papers name one gas, nothing re-stuck


@dataclass(frozen=True)
class Way:
    """One way through the questions: the steps, the answers tapped there, and where it ends."""

    steps: tuple[int, ...]
    answers: tuple[str, ...]
    end: str


def ways(topic: Topic, step: int = 1, before: Way | None = None) -> Iterator[Way]:
    """Yield every way through a topic; one that comes back to a step ends as `loop`."""
    before = before or Way((), (), "")
    steps = (*before.steps, step)
    question = topic.questions[step]
    taps = [(reply.words["en"], reply.to) for reply in question.replies]
    for answer, to in [*taps, (CANNOT_TELL, question.cannot_tell)]:
        answers = (*before.answers, answer)
        kind, _, where = to.partition(" ")
        if kind != "step":
            yield Way(steps, answers, to)
        elif int(where) in steps:
            yield Way(steps, answers, "loop")
        else:
            yield from ways(topic, int(where), Way(steps, answers, ""))


def test_there_are_questions_for_what_is_asked_most() -> None:
    assert TOPICS.keys() >= {
        "plastic", "e-waste", "used-tyres", "rosewood", "refrigerant-gas", "elephant", "scales",
        "horn", "shell", "skin", "powder", "scrap", "bone", "coral", "fins", "eel", "slag",
        "used-batteries", "used-oil", "used-cars", "fish-maw", "turtle",
    }  # fmt: skip


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS.keys())
def test_every_way_ends_in_an_entry_or_undecided(base: Knowledge, topic: Topic) -> None:
    known = {UNDECIDED, *(f"entry {key}" for key in base.ids)}
    found = list(ways(topic))
    assert found
    assert [way for way in found if way.end not in known] == []
    assert max(len(way.steps) for way in found) <= MOST_STEPS
    assert {way.end for way in found} > {UNDECIDED}


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS.keys())
def test_every_question_is_reached_and_can_be_answered(topic: Topic) -> None:
    assert {step for way in ways(topic) for step in way.steps} == topic.questions.keys()
    for question in topic.questions.values():
        assert len(question.replies) > 1
        for lang in LANGS:
            worded = [reply.words[lang] for reply in question.replies]
            assert len(set(worded)) == len(worded)


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS.keys())
def test_a_topic_is_between_entries_that_exist(base: Knowledge, topic: Topic) -> None:
    assert set(topic.entries) <= set(base.ids)
    assert 1 < len(set(topic.entries)) == len(topic.entries) <= MOST_OFFERED


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS.keys())
def test_a_topic_is_worded_in_english_and_in_french(topic: Topic) -> None:
    asked = [question.words for question in topic.questions.values()]
    for worded in (topic.undecided, *asked):
        assert worded["en"].strip()
        assert worded["fr"].strip()
        assert worded["en"] != worded["fr"]
    assert all(topic.title[lang].strip() for lang in LANGS)


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS.keys())
def test_an_answer_fits_its_button(topic: Topic) -> None:
    replies = [reply for question in topic.questions.values() for reply in question.replies]
    labels = [reply.words[lang] for reply in replies for lang in LANGS]
    assert labels
    assert [label for label in labels if not 0 < len(label.strip()) <= MOST_LETTERS] == []


def test_a_question_is_worded_the_same_in_all_its_rows() -> None:
    worded = defaultdict(set)
    for row in tables.read("deciding/questions.csv"):
        worded[row["topic"], row["step"]].add((row["question_en"], row["question_fr"]))
    assert {topic for topic, _ in worded} == TOPICS.keys()
    assert [key for key, wordings in worded.items() if len(wordings) > 1] == []


def test_no_term_opens_two_topics() -> None:
    opened = defaultdict(set)
    for row in tables.read("deciding/terms.csv"):
        opened[fold(row["term"])].add(row["topic"])
    assert set().union(*opened.values()) == TOPICS.keys()
    assert {term: topics for term, topics in opened.items() if len(topics) > 1} == {}


def test_every_term_opens_its_questions(base: Knowledge) -> None:
    for row in tables.read("deciding/terms.csv"):
        answer = base.ask(row["term"])
        offered = tuple(hit.entry.id for hit in answer.hits)
        assert answer.verdict is Verdict.CHOOSE, row
        assert (answer.topic, offered) == (row["topic"], TOPICS[row["topic"]].entries), row


@pytest.mark.parametrize("between", [["basel-Y48", "basel-B3011"], ["basel-B3011", "basel-A3210"]])
def test_two_entries_of_a_topic_bring_its_questions(between: list[str]) -> None:
    found = DECIDING.between(between)
    assert found is not None
    assert found.id == "plastic"


@pytest.mark.parametrize("between", [[], ["basel-Y48"], ["basel-Y48", "basel-Y48"], ["ddt", "x"]])
def test_one_entry_of_a_topic_brings_no_question(between: list[str]) -> None:
    assert DECIDING.between(between) is None


def test_a_cylinder_is_no_substance_without_an_identifier_a_laboratory_or_marks_that_agree(
    base: Knowledge,
) -> None:
    """Unmarked, relabelled, contradicted or not told: the identifier or the laboratory decides."""
    told = []
    for way in ways(TOPICS["refrigerant-gas"]):
        entry = base.find(way.end.removeprefix("entry "))
        if entry and entry.kind in (Kind.CHEMICAL, Kind.BLEND):
            told.append(way)
    measured = [
        way
        for way in told
        if any("identifier" in text.lower() or "laboratory" in text.lower() for text in way.answers)
    ]
    by_marks = [way for way in told if way not in measured]
    assert measured
    assert {way.answers[0] for way in by_marks} <= {MARKS_AGREE}
    assert all(text.startswith("All three ") for way in by_marks for text in way.answers)


def test_who_cannot_tell_never_gets_an_entry() -> None:
    ends = [
        question.cannot_tell for topic in TOPICS.values() for question in topic.questions.values()
    ]
    assert ends
    assert [end for end in ends if end.startswith("entry")] == []


def test_a_term_of_a_topic_that_does_not_exist_is_named(few: Path) -> None:
    line = tables.add_line(few, "deciding/terms.csv", "nothing,en,nothing")
    with pytest.raises(TableError, match=rf"terms.csv, line {line}: no such topic: “nothing”"):
        Deciding(Tables(few))


@pytest.mark.parametrize("slip", ["elefant", "rosewod", "fridge gass", "plastik scrap"])
def test_a_slip_opens_the_topic_too(base: Knowledge, slip: str) -> None:
    answer = base.ask(slip)
    assert answer.verdict is Verdict.CHOOSE
    assert answer.topic
