"""Measuring chances: curves that fit what was seen, and slips like those of thumbs."""

import random

import numpy as np
import pytest

from benchmarks.fitting import NEVER_SURE, fit, sure_from
from benchmarks.slips import misspell
from knowledge.loader import TABLES, Tables
from knowledge.search.chances import TIMES, Chances, chance, expand, leads, terms


def test_a_curve_tells_the_rates_that_were_seen() -> None:
    # Of the likely ones nine in ten were right, of the others one in ten.
    samples = [((1.0, 0.5), place % 10 != 0, 1.0) for place in range(200)]
    samples += [((0.0, 0.5), place % 10 == 0, 1.0) for place in range(200)]
    told = chance(expand(np.array([[1.0, 0.5], [0.0, 0.5]])), fit(samples))
    assert told[0] == pytest.approx(0.9, abs=0.03)
    assert told[1] == pytest.approx(0.1, abs=0.03)


def test_the_terms_of_a_curve_are_named_in_the_order_of_their_values() -> None:
    names = terms(("a", "b"))
    values = expand(np.array([[2.0, 3.0]]))[0].tolist()
    assert dict(zip(names, values, strict=True)) == {
        "bias": 1.0,
        "a": 2.0,
        "b": 3.0,
        f"a{TIMES}a": 4.0,
        f"a{TIMES}b": 6.0,
        f"b{TIMES}b": 9.0,
    }


def test_what_is_never_wrong_is_sure_from_the_lowest_chance_on() -> None:
    assert sure_from([(0.65, True), (0.9, True)], 0.6) == 0.6
    assert sure_from([(0.65, True), (0.9, True)], 0.75) == 0.75


def test_a_wrong_answer_costs_more_than_a_few_right_ones_win() -> None:
    told = [(0.97, True)] * 40 + [(0.8, True)] * 5 + [(0.8, False)]
    assert 0.8 < sure_from(told, 0.6) <= 0.95
    assert sure_from([(0.9, False)], 0.6) == NEVER_SURE
    assert sure_from([], 0.6) == NEVER_SURE


def test_a_lead_is_counted_over_what_the_law_treats_otherwise() -> None:
    points, laws = np.array([90.0, 88.0, 80.0]), np.array([1, 1, 2])
    far = leads(points, laws)[:, 0].tolist()
    assert far == pytest.approx([0.5, 0.4, -0.5])
    assert leads(points, np.array([1, 1, 1])).min() == 1.0


def test_every_group_of_the_table_has_a_curve_and_a_threshold() -> None:
    chances = Chances(Tables(TABLES))
    for group in ("scientific by letters", "common by letters", "goods by words"):
        assert 0.5 < chances.sure_from(group) <= NEVER_SURE
    assert chances.sure_from("nothing of the kind") > 1


def test_slips_change_a_name_a_little_and_are_the_same_each_time() -> None:
    first = [misspell("Loxodonta africana", random.Random(seed)) for seed in range(50)]
    again = [misspell("Loxodonta africana", random.Random(seed)) for seed in range(50)]
    assert first == again
    assert len(set(first)) > 40
    assert all(abs(len(one.replace(" ", "")) - 17) <= 4 for one in first)
