"""What the bot says, in every language."""

import re
from pathlib import Path

import pytest

from assistant.core.texts import TEXTS, Texts


def write(folder: Path, **files: str) -> Texts:
    """Make texts of sources: `en_core="…"` becomes `en/core.ftl`."""
    for name, source in files.items():
        language, _, feature = name.partition("_")
        (folder / language).mkdir(exist_ok=True)
        (folder / language / f"{feature}.ftl").write_text(source, encoding="utf-8")
    return Texts(folder)


def test_the_texts_of_the_product_have_no_problems() -> None:
    texts = Texts(TEXTS)
    assert {language.code for language in texts.languages} == {"en", "fr"}
    assert texts.problems() == []


def test_a_text_is_said_with_its_values_and_without_invisible_marks(tmp_path: Path) -> None:
    texts = write(tmp_path, en_core="found = Found { $what } in { $count } lists")
    assert texts.language("en").say("found", what="<R-22>", count=1430) == (
        "Found <R-22> in 1,430 lists"
    )


def test_a_language_that_runs_the_other_way_isolates_its_values(tmp_path: Path) -> None:
    texts = write(tmp_path, en_core="code = HS { $code }", ar_core="code = HS { $code }")
    assert texts.language("ar").say("code", code="R-22") == "HS \u2068R-22\u2069"


def test_an_unknown_text_is_refused_by_name(tmp_path: Path) -> None:
    texts = write(tmp_path, en_core="known = Yes")
    with pytest.raises(KeyError, match="no text 'unknown' in en"):
        texts.default.say("unknown")


def test_a_missing_value_is_refused_by_name(tmp_path: Path) -> None:
    texts = write(tmp_path, en_core="date = As of { $date }")
    with pytest.raises(KeyError, match=r"'date' in en .*date"):
        texts.default.say("date")


def test_a_value_that_fluent_would_refuse_says_so(tmp_path: Path) -> None:
    texts = write(tmp_path, en_core="wrote = You wrote { $text }")
    with pytest.raises(ValueError, match="Too many characters"):
        texts.default.say("wrote", text="x" * 2501)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR", "fr"), ("pt-br", "en"), ("", "en"), (None, "en")],
)
def test_the_best_language_for_a_tag(tmp_path: Path, tag: str | None, code: str) -> None:
    texts = write(tmp_path, en_core="a = A", fr_core="a = A")
    assert texts.best(tag).code == code


def test_the_default_language_must_be_there(tmp_path: Path) -> None:
    write(tmp_path, en_core="a = A")
    with pytest.raises(ValueError, match="'de' has no folder"):
        Texts(tmp_path, default="de")
    with pytest.raises(KeyError, match="no language 'de'; there are en"):
        Texts(tmp_path).language("de")


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"en_core": "a = A\nb = { $x", "fr_core": "a = A"}, "en/core.ftl line 2 cannot be read"),
        (
            {"en_core": "a = A", "en_more": "a = B", "fr_core": "a = A"},
            "en/more.ftl has a a second",
        ),
        ({"en_core": "a = A\nb = B", "fr_core": "a = A"}, "fr lacks b"),
        ({"en_core": "a = { $x }", "fr_core": "a = A"}, "fr: a does not use x"),
        ({"en_core": "a = A", "fr_core": "a = { $x }"}, "en: a does not use x"),
        ({"en_core": "a = { b }", "fr_core": "a = A"}, "en: a mentions b, which is not there"),
        ({"en_core": "a = { -t }", "fr_core": "a = A"}, "en: a mentions -t, which is not there"),
        (
            {"en_core": "a = { b }\nb = { $x }", "fr_core": "a = A\nb = { $x }"},
            "fr: a does not use x",
        ),
    ],
)
def test_a_problem_in_the_files_is_found(
    tmp_path: Path,
    files: dict[str, str],
    problem: str,
) -> None:
    (found,) = write(tmp_path, **files).problems()
    assert found.startswith(problem)


def test_each_language_may_have_its_own_terms(tmp_path: Path) -> None:
    texts = write(tmp_path, en_core="-t = Ask\na = { -t }", fr_core="a = Demandez")
    assert texts.problems() == []


def test_every_text_is_said_somewhere() -> None:
    root = TEXTS.parent
    code = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    texts = Texts(TEXTS).default
    inner = {used for uses in texts.uses.values() for used in uses.texts}
    unsaid = [
        text_id
        for text_id in texts.uses
        if text_id not in inner
        and not text_id.startswith("command-")
        and not re.search(rf"[\"']{text_id}[\"']", code)
    ]
    assert unsaid == []
