"""`ask`: a card as text, and the objects that other programs read."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.verbs.conftest import Program, prepared

Object = dict[str, Any]

KINDS = {"species", "product", "chemical", "blend", "waste", "tariff", "un", "lmo", "rule"}
WHYS = {
    "exact code",
    "exact name",
    "synonym",
    "common name",
    "trade name",
    "everyday term",
    "fuzzy",
    "neighbour",
}
# Together these bring up every kind of entry for every reason.
QUERIES = (
    "ivory",
    "Loxodonta africana",
    "Loxodonta africna",
    "African elephant",
    "Menadenium ballii",
    "R-22",
    "r410a",
    "Puron",
    "b3010",
    "hs 2903.77",
    "UN 1018",
    "MON-Ø4Ø32-6",
    "app II",
    "75-45-7",
    "R12",
    "good morning",
    "unobtainium",
)
# What ends a line for others.
MARKS = ("\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\0")


def objects(program: Program, typed: bytes) -> list[Object]:
    """Give queries to `ask --json`, return its objects; it may write nothing else."""
    ended = program.run("ask", "--json", typed=typed)
    assert (ended.code, ended.err) == (0, "")
    *lines, rest = ended.out.split("\n")
    assert rest == ""
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, stored: Path) -> list[Object]:
    """The objects for all `QUERIES`, given at once."""
    program = prepared(tmp_path_factory.mktemp("ask"), stored)
    return objects(program, "\n".join(QUERIES).encode())


def test_a_question_is_answered_with_its_card(program: Program) -> None:
    ended = program.run("ask", "r134 a")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == (
        "HFC-134a (1,1,1,2-Tetrafluoroethane) – Montreal Protocol, Annex F: licence needed"
    )
    assert any("811-97-2" in line for line in lines)
    assert lines[-1] == "National law may be stricter; it is not in my data."
    assert "<" not in ended.out


def test_offers_are_a_list_under_the_card(program: Program) -> None:
    lines = program.run("ask", "R12").out.splitlines()
    assert lines[0] == "R12 can be several things. Which one?"
    assert [line[:8] for line in lines[1:]] == ["- CFC-12", "- R12 – ", "- None o"]


def test_without_a_question_each_line_is_one(program: Program) -> None:
    first_lines = program.run("ask", typed="穿山甲\nr410a".encode()).out
    assert "Pangolins: scales, meat, skins (穿山甲) – CITES Appendix I" in first_lines
    assert "R-410A – holds HFC" in first_lines


def test_no_questions_are_no_answers(program: Program) -> None:
    for words in (["ask"], ["ask", "--json"]):
        ended = program.run(*words)
        assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_there_is_one_object_a_query_in_their_order(found: list[Object]) -> None:
    assert [one["query"] for one in found] == list(QUERIES)


def test_an_object_has_the_keys_and_words_that_were_promised(found: list[Object]) -> None:
    results = list(chain.from_iterable(one["results"] for one in found))
    assert {tuple(one) for one in found} == {("query", "verdict", "results", "ms")}
    assert {tuple(one) for one in results} == {
        ("id", "kind", "title", "matched", "names", "codes", "score", "why")
    }
    assert {one["verdict"] for one in found} == {"sure", "choose", "unknown"}
    assert {one["kind"] for one in results} == KINDS
    assert {one["why"] for one in results} == WHYS


def test_the_values_of_an_object_are_of_the_promised_sorts(found: list[Object]) -> None:
    for one in found:
        assert isinstance(one["ms"], float)
        assert one["ms"] >= 0
        assert len(one["results"]) <= 5
        for result in one["results"]:
            assert 0 <= result["score"] <= 100
            texts = [result[key] for key in ("id", "title", "matched")]
            assert all(isinstance(text, str) and text for text in texts)
            assert all(isinstance(text, str) for text in [*result["names"], *result["codes"]])


def test_each_verdict_has_the_results_that_it_speaks_of(found: list[Object]) -> None:
    by_query = {one["query"]: one for one in found}
    assert by_query["ivory"]["results"][0]["id"] == "product-elephant-ivory"
    assert [one["id"] for one in by_query["R12"]["results"]] == ["cfc-12", "rule-R12"]
    assert by_query["good morning"]["results"] == []
    assert by_query["75-45-7"]["verdict"] == "unknown"
    assert by_query["75-45-7"]["results"][0]["why"] == "neighbour"


def test_only_a_line_feed_ends_a_query(program: Program) -> None:
    queries = [f"ivory{mark}R-22{mark}" for mark in MARKS]
    found = objects(program, "\n".join(queries).encode() + b"\n")
    assert [one["query"] for one in found] == queries


def test_an_empty_line_has_its_object(program: Program) -> None:
    found = objects(program, b"\n  \nR-22\n\n")
    assert [one["query"] for one in found] == ["", "  ", "R-22", ""]
    assert [one["verdict"] for one in found] == ["unknown", "unknown", "sure", "unknown"]


def test_what_is_no_utf_8_is_shown_as_such_and_the_rest_goes_on(program: Program) -> None:
    found = objects(program, b"\xff\xfeivory\nR-22 \xc3\n\xed\xa0\x80\nR-22\n")
    assert [one["query"] for one in found] == [
        "\ufffd\ufffdivory",
        "R-22 \ufffd",
        "\ufffd\ufffd\ufffd",
        "R-22",
    ]
    assert found[-1]["verdict"] == "sure"


def test_a_word_of_the_command_line_may_be_no_utf_8(program: Program) -> None:
    for manner in ("--", "--json"):
        ended = program.run("ask", manner, b"\xffR-22")
        assert (ended.code, ended.err) == (0, "")
        assert "HCFC-22" in ended.out


def test_a_query_of_any_length_has_its_object(program: Program) -> None:
    queries = ["x" * 10_000, "象" * 10_000, "1" * 10_000]
    found = objects(program, "\n".join(queries).encode())
    assert [one["query"] for one in found] == queries


def test_a_query_may_be_given_as_a_word_for_json_too(program: Program) -> None:
    ended = program.run("ask", "--json", "")
    assert json.loads(ended.out) | {"ms": 0} == {
        "query": "",
        "verdict": "unknown",
        "results": [],
        "ms": 0,
    }


def test_the_first_time_says_that_it_prepares_and_keeps_it_off_standard_output(
    program: Program, tmp_path: Path
) -> None:
    ended = program.run("ask", "--json", "R-22", DATA_DIR=str(tmp_path / "new" / "data"))
    assert ended.code == 0
    assert ended.err.startswith("Preparing the knowledge base, once")
    assert json.loads(ended.out)["verdict"] == "sure"


def test_a_data_folder_that_is_none_is_told_in_one_line(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    ended = program.run("ask", "R-22", DATA_DIR=str(file))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[-1].startswith(f"The folder {file} cannot be written: ")
    assert "Traceback" not in ended.err
