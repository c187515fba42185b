"""How good the answers are on the development queries: what must not get worse."""

import pytest

from benchmarks.counting import Score, Scores, count
from benchmarks.labelled import NEGATIVE, read_queries
from benchmarks.ours import ask
from knowledge import Knowledge


@pytest.fixture(scope="module")
def scores(base: Knowledge) -> Scores:
    return count((query, ask(base, query.text)) for query in read_queries())


def first(score: Score) -> float:
    assert score.asked > 50
    return 100 * score.first / score.asked


def test_codes_and_cas_numbers_come_first(scores: Scores) -> None:
    assert first(scores.together("code", "cas")) >= 99


def test_scientific_names_come_first_in_spite_of_their_slips(scores: Scores) -> None:
    assert first(scores.together("typo-scientific")) >= 99


def test_what_is_meant_comes_first(scores: Scores) -> None:
    assert first(scores.together()) >= 93


def test_most_questions_get_a_card_at_once(scores: Scores) -> None:
    every = scores.together()
    assert 100 * every.sure_right / every.asked >= 75


def test_a_wrong_card_is_rare(scores: Scores) -> None:
    every = scores.together()
    assert 100 * every.sure_wrong / every.asked <= 1


def test_what_must_be_refused_is_refused(scores: Scores) -> None:
    negative = scores.kinds[NEGATIVE]
    assert negative.asked > 400
    assert 100 * negative.sure_wrong / negative.asked <= 5
