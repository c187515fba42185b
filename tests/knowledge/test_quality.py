"""How good the answers are on the queries for development and tuning: what must not get worse."""

import pytest

from benchmarks.counting import Score, Scores, count
from benchmarks.labelled import BAD_CODE, FOLDER, NEGATIVE, read_queries
from benchmarks.ours import ask
from knowledge import Knowledge


@pytest.fixture(scope="module")
def scores(base: Knowledge) -> Scores:
    return count((query, ask(base, query.text)) for query in read_queries())


@pytest.fixture(scope="module")
def tuned(base: Knowledge) -> Scores:
    queries = [
        one for path in sorted((FOLDER / "tune").glob("*.csv")) for one in read_queries(path)
    ]
    return count((query, ask(base, query.text)) for query in queries)


def first(score: Score) -> float:
    assert score.asked > 50
    return 100 * score.first / score.asked


def test_codes_and_cas_numbers_come_first(scores: Scores) -> None:
    assert first(scores.together("code", "cas")) >= 99


def test_scientific_names_come_first_in_spite_of_their_slips(scores: Scores) -> None:
    assert first(scores.together("typo-scientific")) >= 99


def test_what_is_meant_comes_first(scores: Scores) -> None:
    assert first(scores.together()) >= 96


def test_most_questions_get_a_card_at_once(scores: Scores) -> None:
    every = scores.together()
    assert 100 * every.sure_right / every.asked >= 87


def test_a_wrong_card_is_rare(scores: Scores) -> None:
    every = scores.together()
    assert 100 * every.sure_wrong / every.asked <= 0.7


def test_what_must_be_refused_is_refused(scores: Scores) -> None:
    negative = scores.kinds[NEGATIVE]
    assert negative.asked > 400
    assert 100 * negative.sure_wrong / negative.asked <= 0.5


def test_descriptions_in_everyday_words_come_first(tuned: Scores) -> None:
    assert first(tuned.together("description")) >= 94
    assert first(tuned.together("manifest")) >= 92
    assert first(tuned.together("sentence")) >= 82


def test_other_languages_and_scripts_come_first(tuned: Scores) -> None:
    assert first(tuned.together("language")) >= 93


def test_what_means_nothing_here_is_seldom_offered(tuned: Scores) -> None:
    assert tuned.kinds[BAD_CODE].sure_wrong == 0
    negative = tuned.kinds[NEGATIVE]
    assert 100 * negative.sure_wrong / negative.asked <= 1.5
    assert 100 * negative.offered / negative.asked <= 16
