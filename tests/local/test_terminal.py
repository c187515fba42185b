"""The terminal chat, from a script and typed: what it prints and what it survives."""

import asyncio
import io
import os
from pathlib import Path

import pytest

from assistant.core.texts import Texts
from assistant.local.api.chats import stable_id
from assistant.local.api.telegram import LocalTelegram
from assistant.local.terminal.chat import chat, default_people
from tests.local import sample
from tests.local.pictures import png

TEXTS = Texts(Path(__file__).parents[2] / "assistant" / "texts")


class Keys(io.FileIO):
    """Input that is a terminal."""

    def isatty(self) -> bool:
        return True


class Live(io.StringIO):
    """Output that is a terminal; `prompted` tells that a line is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.prompted = asyncio.Event()

    def write(self, text: str) -> int:
        if text.endswith("> "):
            self.prompted.set()
        return super().write(text)

    def isatty(self) -> bool:
        return True


async def played(
    telegram: LocalTelegram,
    script: str | bytes,
    folder: Path,
    *,
    language: str = "en",
    color: bool = False,
) -> str:
    """Return what the chat prints for a script from a pipe."""
    out = io.StringIO()
    await chat(
        sample.build(telegram),
        telegram,
        stdin=io.BytesIO(script if isinstance(script, bytes) else script.encode()),
        stdout=out,
        color=color,
        people=default_people(telegram, language),
        folder=folder,
        say=TEXTS.language(language).say,
    )
    return out.getvalue()


async def test_a_script_is_played_as_a_transcript(telegram: LocalTelegram, tmp_path: Path) -> None:
    assert await played(telegram, "ivory\n\n1\nR-22", tmp_path) == (
        "officer  ivory\n"
        "bot      You wrote: ivory\n"
        "         [1] More  [2] Not this\n"
        "         [3] Map <https://example.org/map>  [4] Share <:inline ivory>\n"
        "officer  1\n"
        "bot      (notice) Here is more\n"
        "bot      (edited) More at the list <https://example.org>\n"
        "officer  R-22\n"
        "bot      You wrote: R-22\n"
        "         [1] More  [2] Not this\n"
        "         [3] Map <https://example.org/map>  [4] Share <:inline ivory>\n"
    )


async def test_alerts_and_deletions_are_shown(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, "ivory\n#2\n", tmp_path)
    assert printed.endswith("bot      (alert) Gone\nbot      (deleted) You wrote: ivory\n")


async def test_a_message_of_ones_own_that_the_bot_deletes_does_not_go_silently(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    assert (await played(telegram, "secret\n/clean\n", tmp_path)).endswith(
        "officer  /clean\nbot      (deleted) /clean\n",
    )


async def test_the_terminal_speaks_the_language_it_is_given(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    printed = await played(telegram, "ivory\n1\n:nonsense\n", tmp_path, language="fr")
    assert "bot      (modifié) More at the list" in printed
    assert ":nonsense est inconnu ici" in printed


async def test_colors_are_used_if_they_are_wanted(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, "ivory\n", tmp_path, color=True)
    assert "bot      \x1b[1mYou wrote\x1b[0m: ivory\n" in printed


async def test_a_number_without_such_a_button_is_a_message(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    printed = await played(telegram, "12\n12\n:say 1\n", tmp_path)
    assert printed.count("You wrote: 12\n") == 2
    assert "You wrote: 1\n" in printed


async def test_a_number_sign_always_means_a_button(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, "#1\nivory\n#9\n", tmp_path)
    assert printed.startswith("officer  #1\n         There is no button 1.\n")
    assert printed.endswith("officer  #9\n         There is no button 9.\n")


async def test_buttons_that_open_something_do_so(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, "ivory\n3\n4\n", tmp_path)
    assert "         That button opens https://example.org/map\n" in printed
    assert printed.endswith("officer  4\nbot      ivory – a card\n")


async def test_several_people_talk_in_turn(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, "/start\n:as coordinator\n/start\n:as anna\n/start", tmp_path)
    assert [line for line in printed.splitlines() if "Welcome" in line] == [
        "bot      Welcome, officer (en).",
        "bot      Welcome, coordinator (en).",
        "bot      Welcome, anna (en).",
    ]
    assert "coordinator  /start\n" in printed
    assert "anna     /start\n" in printed


async def test_an_edit_changes_the_last_message(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, ":edit x\nivroy\n:edit ivory\n", tmp_path)
    assert "Write a message first" in printed
    assert printed.endswith("bot      You changed it to: ivory\n")


async def test_inline_queries_are_answered_by_a_list(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    printed = await played(telegram, ":inline pangolin\n:inline\n", tmp_path)
    assert "bot      pangolin – a card\n" in printed
    assert printed.endswith("bot      no results\n")


async def test_pictures_and_files_are_sent_and_saved(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    (tmp_path / "a tusk.png").write_bytes(png())
    (tmp_path / "list.csv").write_bytes(b"a;b")
    kept = tmp_path / "kept"
    script = f':photo "{tmp_path}/a tusk.png" don\'t know\n:file {tmp_path}/list.csv\n'
    printed = await played(telegram, script, kept)
    picture, document = sorted(kept.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert f"bot      [picture {picture}]\n         Seen: don't know\n" in printed
    assert f"bot      [file {document}]\n         list.csv\n" in printed
    assert picture.read_bytes() == png()
    assert document.read_bytes() == b"a;b"


async def test_what_cannot_be_done_is_said_in_a_line(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_bytes(b"no picture")
    script = (
        f":photo {tmp_path}/none.png\n:photo\n:photo {tmp_path}/notes.txt\n"
        f":photo {tmp_path}\n:as ?\n:inline {'x' * 257}\n:dance\n:)\n"
    )
    printed = await played(telegram, script, tmp_path / "kept")
    for hint in (
        f"{tmp_path}/none.png"[:100],
        "Name the file",
        "Not done: Bad Request: IMAGE_PROCESS_FAILED.",
        "is not a file that can be read",
        "Name somebody",
        "Not done: an app sends at most 256",
        ":dance is unknown here",
        "You wrote: :)",
    ):
        assert hint in printed


async def test_help_and_quit_do_what_they_say(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, ":help\n:quit\nivory\n", tmp_path)
    assert ":photo PATH [caption]" in printed
    assert printed.endswith("officer  :quit\n")


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe\x80",
        b"x" * 10_000,
        b"\x00\x01\x1b[31m\x7f",
        b" " * 5_000 + b"x",
        "\ud7ff\U0010ffff".encode(),
        b":" + b"y" * 10_000,
        b":as \xff",
        b":edit " + b"x" * 10_000,
        b":photo ~nobody/\xff",
        b"#999",
        "٣".encode(),
    ],
)
async def test_no_line_ends_the_chat(telegram: LocalTelegram, tmp_path: Path, line: bytes) -> None:
    printed = await played(telegram, b"ivory\n" + line + b"\r\nstill here\n", tmp_path)
    assert "You wrote: still here" in printed
    assert "\x1b" not in printed


async def test_a_very_long_line_is_sent_in_pieces(telegram: LocalTelegram, tmp_path: Path) -> None:
    printed = await played(telegram, "x" * 10_000, tmp_path)
    assert printed.count("You wrote: ") == 3


async def test_who_types_is_welcomed_and_asked_for_line_after_line(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.write(writing, b":as coordinator\n")
    os.close(writing)
    out = Live()
    await typed(telegram, reading, out, tmp_path)
    welcome, _, prompts = out.getvalue().partition("Ctrl-D ends.\n")
    assert welcome.strip().startswith("You are talking with Fieldline")
    assert prompts == "officer> coordinator> \n"


async def test_a_line_being_typed_is_asked_for_again_below_what_the_bot_writes(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    out = Live()
    talk = asyncio.create_task(typed(telegram, reading, out, tmp_path))
    await out.prompted.wait()
    await telegram.call("sendMessage", {"chat_id": stable_id("coordinator"), "text": "Due now"})
    os.close(writing)
    await talk
    assert out.getvalue().endswith("officer> \r\x1b[Kbot→coordinator  Due now\nofficer> \n")


async def typed(telegram: LocalTelegram, reading: int, out: Live, folder: Path) -> None:
    """Let somebody type, from a file descriptor."""
    with Keys(reading) as keys:
        await chat(
            sample.build(telegram),
            telegram,
            stdin=keys,
            stdout=out,
            color=False,
            people=default_people(telegram, "en"),
            folder=folder,
            say=TEXTS.language("en").say,
        )


def test_the_terminal_says_the_same_things_in_every_language() -> None:
    english, french = (
        {text_id for text_id in TEXTS.language(code).uses if text_id.startswith("local-")}
        for code in ("en", "fr")
    )
    assert english == french
    assert len(english) > 10
