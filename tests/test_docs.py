"""The papers keep up with the program: verbs, commands, settings, and the transcript."""

import argparse
import io
import re
import sys
from pathlib import Path

import pytest

import bot
from assistant.application import _product
from assistant.core.texts import TEXTS, Texts
from assistant.settings import Settings
from assistant.verbs import chat
from knowledge import Knowledge

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SCRIPT = "docs/first-minute.txt"
TRANSCRIPT = re.compile(
    rf"<!-- transcript: {re.escape(SCRIPT)} -->\n```text\n(.*?)```\n<!-- end -->", re.DOTALL
)


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


def test_the_transcript_is_what_the_program_prints(
    base: Knowledge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = TRANSCRIPT.search(README.read_text(encoding="utf-8"))
    assert shown, f"README.md has no transcript of {SCRIPT} between its two comments"
    # As on the day of the base that tests ask: later its law has moved on.
    monkeypatch.setattr(chat, "open_base", lambda *_: base)
    settings = Settings.model_construct(data_dir=tmp_path)
    printed = io.StringIO()
    monkeypatch.setattr(sys, "stdout", printed)
    with (ROOT / SCRIPT).open(encoding="utf-8") as script:
        monkeypatch.setattr(sys, "stdin", script)
        assert chat.chat(settings, Texts(TEXTS).language("en")) == 0
    assert printed.getvalue() == shown[1]
