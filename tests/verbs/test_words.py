"""The words of the command line: help, mistakes, and the settings in the working folder."""

import subprocess
from pathlib import Path

import pytest

from tests.verbs.conftest import PATIENCE, Program

VERBS = ("run", "chat", "ask", "check")


def test_help_names_every_verb(program: Program) -> None:
    ended = program.run("--help")
    assert (ended.code, ended.err) == (0, "")
    for verb in VERBS:
        assert f"\n    {verb} " in ended.out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(program: Program, verb: str) -> None:
    ended = program.run(verb, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"usage: bot.py {verb} ")


@pytest.mark.parametrize("words", [[], ["dance"], ["chat", "--loudly"], ["ask", "one", "two"]])
def test_words_that_mean_nothing_are_answered_with_how_it_is_used(
    program: Program, words: list[str]
) -> None:
    ended = program.run(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("usage: bot.py ")


def test_the_settings_of_the_working_folder_are_read(program: Program, tmp_path: Path) -> None:
    lines = "# Ours\nLANGUAGE=fr\nHELP_CONTACT=la cellule d’astreinte\n"
    (tmp_path / ".env").write_text(lines, encoding="utf-8")
    said = program.run("ask", "unobtainium").out.splitlines()
    assert said[0] == "Absent de mes données : unobtainium"
    assert said[2] == ("Un doute ? Retenez la marchandise et demandez à la cellule d’astreinte.")


def test_the_environment_goes_before_the_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LANGUAGE=fr\n", encoding="utf-8")
    said = program.run("ask", "unobtainium", LANGUAGE="en").out
    assert said.startswith("Not in my data: unobtainium\n")


@pytest.mark.parametrize("words", [["check"], ["chat"], ["ask"]])
def test_what_is_written_is_utf_8_wherever_it_goes(program: Program, words: list[str]) -> None:
    ended = program.run(*words, typed="穿山甲\n".encode(), PYTHONIOENCODING="latin-1")
    assert (ended.code, ended.err) == (0, "")
    assert ("✓ settings: fine" if words == ["check"] else "穿山甲") in ended.out


def test_a_reader_who_has_seen_enough_is_no_trouble(program: Program) -> None:
    with subprocess.Popen(  # noqa: S603 - our own program
        program.command("ask", "--json"),
        cwd=program.folder,
        env=program.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"R-22\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"query": "R-22"')
        process.stdout.close()
        process.stdin.write(b"R-22\n")
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE) == 1
