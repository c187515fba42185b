"""Which strings are looked at: every name finds itself, a slip is found, and never too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.index.deletions import LONGEST, SHORTEST, build_deletions
from knowledge.index.index import Index
from knowledge.index.trigrams import build_trigrams
from knowledge.search.candidates import Way, by_entry
from knowledge.search.letters import CANDIDATES, KEPT, matches

NAMES = [  # from the shortest to the longest, as an index has them
    "象牙",
    "r22",
    "агар",
    "ebony",
    "ivory",
    "loxodonta",
    "elephasmaximus",
    "loxodontaafricana",
]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_its_own_first_candidate(name: str) -> None:
    found = build_trigrams(NAMES).candidates(name, 3)
    assert NAMES[int(found[0])] == name


def test_a_query_that_shares_nothing_has_no_candidates() -> None:
    assert len(build_trigrams(NAMES).candidates("qqqq", 5)) == 0


def test_no_more_candidates_are_given_than_wanted() -> None:
    names = [f"panthera{letter}{other}" for letter in LETTERS for other in LETTERS]
    trigrams = build_trigrams(names)
    for limit in (1, 10, 110):
        found = trigrams.candidates("panthera", limit)
        assert 0 < len(found) == len({int(string) for string in found}) <= limit


def test_the_postings_of_a_piece_hold_each_string_once() -> None:
    trigrams = build_trigrams(["banana", "ananas"])
    for piece in range(len(trigrams.pieces)):
        run = trigrams.strings[trigrams.starts[piece] : trigrams.starts[piece + 1]]
        assert len(set(run.tolist())) == len(run) > 0


@pytest.mark.parametrize(
    "slip", ["ivry", "ivoory", "ivary", "ivroy", "vory", "ivor"],
    ids=["left out", "doubled", "changed", "swapped", "first left out", "last left out"],
)  # fmt: skip
def test_a_short_name_is_found_one_slip_away(slip: str) -> None:
    assert NAMES.index("ivory") in build_deletions(NAMES).near(slip)


def test_a_short_name_two_slips_away_is_left_to_the_trigrams() -> None:
    assert NAMES.index("ivory") not in build_deletions(NAMES).near("vroyx")


def test_names_too_short_or_too_long_for_a_slip_are_left_out() -> None:
    deletions = build_deletions(["eel", "x" * (LONGEST + 1)])
    assert len(deletions.keys) == 0
    assert deletions.near("eel") == set()


def _slip(name: str, place: int, letter: str, kind: int) -> str:
    place %= len(name)
    changed = [
        name[:place] + name[place + 1 :],
        name[:place] + letter + name[place:],
        name[:place] + letter + name[place + 1 :],
        name[:place] + name[place + 1 : place + 2] + name[place : place + 1] + name[place + 2 :],
    ]
    return changed[kind]


@given(
    name=st.text(st.sampled_from(LETTERS), min_size=SHORTEST, max_size=LONGEST),
    place=st.integers(0, LONGEST),
    letter=st.sampled_from(LETTERS),
    kind=st.integers(0, 3),
)
def test_any_slip_in_any_short_name_is_found(name: str, place: int, letter: str, kind: int) -> None:
    slip = _slip(name, place, letter, kind)
    if len(slip) >= SHORTEST:
        assert build_deletions(["other", name]).near(slip) >= {1}


def test_every_name_of_the_base_finds_itself(index: Index) -> None:
    for string in range(0, len(index.names.texts), 397):
        squashed = index.names.squashed[string]
        first = index.trigrams.candidates(squashed, CANDIDATES)[:3].tolist()
        assert squashed in [index.names.squashed[one] for one in first]
        assert string in index.names.exact(squashed)


def test_the_strings_that_are_weighed_are_few(index: Index) -> None:
    for query in ("a", "an", "panthera", "oil", "of the", "x" * 200):
        assert len(matches(index, query, common=False)) <= KEPT
    assert matches(index, "panthera", common=False)


def test_what_is_alike_is_ordered_and_one_hit_an_entry(index: Index) -> None:
    found = matches(index, "loxodonta africna", common=False)
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)
    entries = [index.ids[one.place] for one in by_entry(index, found, Way.LETTERS)]
    assert entries[0] == "Loxodonta_africana"
    assert len(set(entries)) == len(entries)
