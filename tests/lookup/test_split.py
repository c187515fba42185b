"""Several things in one message: where it is parted, and where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.lookup.rules import MOST_THINGS, Parts, split
from tests.lookup.test_rules import THINGS, unhurried

KNOWN = {"r22", "r12", "r410a", "1,1,1,2-tetrafluoroethane", "phenols (o-; m-; p-)", "a, b"}


def known(part: str) -> bool:
    """Tell whether a part is one of the few things known here."""
    return part in KNOWN


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("r22", ["r22"]),
        (" r22 ", ["r22"]),
        ("", [""]),
        (" \n ; ", [";"]),
        ("r22\nr12\r\n\nsomething", ["r22", "r12", "something"]),
        ("r22; nonsense；r12;", ["r22", "nonsense", "r12"]),
        ("r22, r12", ["r22", "r12"]),
        ("r22,r12，r410a、r22", ["r22", "r12", "r410a", "r22"]),
        ("r22, nonsense", ["r22, nonsense"]),
        ("r22, r12; nonsense, r12", ["r22", "r12", "nonsense, r12"]),
        ("1,5 kg r22", ["1,5 kg r22"]),
        ("1,1,1,2-tetrafluoroethane", ["1,1,1,2-tetrafluoroethane"]),
        ("1,1,1,2-tetrafluoroethane, r22", ["1,1,1,2-tetrafluoroethane", "r22"]),
        ("a, b", ["a, b"]),
        ("phenols (o-; m-; p-)", ["phenols (o-; m-; p-)"]),
    ],
)
def test_a_message_is_parted_into_its_things(text: str, things: list[str]) -> None:
    assert split(text, known) == Parts(tuple(things), 0)


def test_a_whole_that_hits_is_not_parted_though_its_parts_would_hit_too() -> None:
    assert split("a, b", lambda part: part in {"a", "b"}).things == ("a", "b")
    assert split("a, b", lambda part: part in {"a", "b", "a, b"}).things == ("a, b",)


def test_a_comma_between_digits_never_parts() -> None:
    assert split("1,5 kg r22", lambda _: False).things == ("1,5 kg r22",)
    assert split("1,5", lambda part: part in {"1", "5"}).things == ("1,5",)


@unhurried
@given(st.lists(THINGS, min_size=1, max_size=12), st.sampled_from(["\n", "; ", "\n\n"]))
def test_the_first_five_are_kept_and_the_rest_is_counted(things: list[str], mark: str) -> None:
    parts = split(mark.join(things), lambda _: False)
    assert parts.things == tuple(things[:MOST_THINGS])
    assert parts.left_out == len(things) - len(parts.things)


@unhurried
@given(st.one_of(st.text(), st.text(alphabet=" .,;；\nab1", max_size=40)))
def test_nothing_that_is_typed_breaks_the_parting(text: str) -> None:
    parts = split(text, lambda _: True)
    assert 1 <= len(parts.things) <= MOST_THINGS
