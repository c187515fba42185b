"""The papers keep up with the program: verbs, commands, settings, and the transcript."""

import argparse
from pathlib import Path

import pytest

import bot
from assistant.application import _product
from assistant.settings import Settings
from docs.transcripts import played, shown
from knowledge import Knowledge

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SIXTY = ROOT / "docs" / "sixty-questions.md"
PAGES = {README: "docs/first-minute.txt", SIXTY: "docs/sixty-questions.txt"}


@pytest.fixture(scope="module")
def papers() -> str:
    """All that a newcomer can read."""
    pages = [README, *sorted((ROOT / "docs").glob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def verbs() -> list[str]:
    (choices,) = (
        action.choices
        for action in bot._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return list(choices)


def test_every_verb_is_explained(papers: str) -> None:
    assert "ask" in verbs()
    assert [verb for verb in verbs() if f"bot.py {verb}" not in papers] == []


def test_every_command_is_explained(papers: str, base: Knowledge) -> None:
    features = _product(Settings.model_construct(), base)
    commands = [f"/{command.name}" for feature in features for command in feature.commands]
    assert "/ask" in commands
    assert [command for command in commands if f"`{command}`" not in papers] == []


def test_every_setting_is_explained(papers: str) -> None:
    names = [name.upper() for name in Settings.model_fields]
    assert "LANGUAGE" in names
    assert [name for name in names if f"`{name}`" not in papers] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_transcript_is_what_the_program_prints(base: Knowledge, page: Path) -> None:
    """`make transcripts` writes them anew."""
    # As on the day of the base that tests ask: later its law has moved on.
    assert played(base, ROOT / PAGES[page]) == shown(page.read_text(encoding="utf-8"))


def test_sixty_questions_are_asked() -> None:
    script = (ROOT / PAGES[SIXTY]).read_text(encoding="utf-8")
    assert len(script.splitlines()) >= 60
