"""`chat` and `run` without a token: the assistant in the terminal, typed or from a script."""

import os
import pty
import signal
import subprocess

import pytest

from tests.verbs.conftest import PATIENCE, TOKEN, BotApi, Program

# As many messages as go into a chat at once; the pacer lets further ones wait.
SCRIPT = b"R12\n2\n/weather"
IVORY = "Elephant ivory – CITES Appendix I: no commercial trade (some: II)"


def read_until(terminal: int, wanted: str) -> str:
    """Read what is printed on a terminal until something appears."""
    printed = b""
    while wanted.encode() not in printed:
        printed += os.read(terminal, 4096)
    return printed.decode(errors="replace")


def test_a_script_gives_a_plain_transcript(program: Program) -> None:
    ended = program.run("chat", typed=SCRIPT)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:2] == ["officer  R12", "bot      R12 can be several things. Which one?"]
    assert "         [2] R12 – Exchange of wastes for submission to R1-R11" in lines
    assert "bot      (edited) R12 – Exchange of wastes for submission to R1-R11" in lines
    assert lines[-2] == "officer  /weather"
    assert lines[-1].startswith("bot      I do not know /weather.")
    assert all(sign.isprintable() or sign == "\n" for sign in ended.out)


def test_an_empty_script_is_no_talk(program: Program) -> None:
    for typed, transcript in ((b"\n \n", ""), (b":quit\nivroy\n", "officer  :quit\n")):
        ended = program.run("chat", typed=typed)
        assert (ended.code, ended.out, ended.err) == (0, transcript, "")


def test_a_script_in_no_known_encoding_is_answered_all_the_same(program: Program) -> None:
    ended = program.run("chat", typed=b"\xff\xfe\nR-22\n")
    assert (ended.code, ended.err) == (0, "")
    assert "HCFC-22" in ended.out


def test_the_terminal_speaks_the_language_of_the_settings(program: Program) -> None:
    ended = program.run("chat", typed=b"ivroy\n", LANGUAGE="fr")
    assert "Elephant ivory – CITES, Annexe I : pas de commerce" in ended.out


def test_a_token_changes_nothing_in_the_chat(program: Program, bot_api: BotApi) -> None:
    telegram = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": bot_api.url}
    assert IVORY in program.run("chat", typed=b"ivroy\n", **telegram).out
    assert bot_api.asked == []


def test_run_without_a_token_is_the_chat(program: Program) -> None:
    assert program.run("run", typed=SCRIPT) == program.run("chat", typed=SCRIPT)


def test_run_with_nothing_to_run_on_says_so(program: Program) -> None:
    ended = program.run("run", typed=None)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "There is no token, no terminal and no input: set TELEGRAM_BOT_TOKEN in .env, or start"
        " this in a terminal, or give it a script on standard input.\n"
    )


@pytest.mark.parametrize("typed", [None, b"ivory\n"])
def test_run_on_telegram_without_a_token_says_so(program: Program, typed: bytes | None) -> None:
    ended = program.run("run", "--telegram", typed=typed)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("TELEGRAM_BOT_TOKEN is empty: write the token from @BotFather")


@pytest.mark.parametrize(
    ("verb", "end"),
    [
        ("chat", signal.SIGTERM),
        ("chat", signal.SIGINT),
        ("chat", b"\x04"),
        ("run", signal.SIGTERM),
    ],
)
def test_a_typed_chat_ends_at_once(
    program: Program, verb: str, end: signal.Signals | bytes
) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own program
        program.command(verb),
        cwd=program.folder,
        env=program.environment,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        try:
            read_until(ours, "officer> ")
            os.write(ours, b"ivroy\n")
            read_until(ours, "found as")
            if isinstance(end, bytes):
                os.write(ours, end)
            else:
                process.send_signal(end)
            _, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
            os.close(ours)
    assert (process.returncode, errors) == (0, b"")
