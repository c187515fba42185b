"""The terminal chat with the sample bot as a process of its own: `python -m ... FOLDER`."""

import asyncio
import sys
from pathlib import Path

from assistant.core.clock import SystemClock
from assistant.core.texts import Texts
from assistant.local.api.telegram import LocalTelegram
from assistant.local.terminal.chat import chat, default_people
from tests.local import sample


async def main(folder: Path) -> None:
    telegram = LocalTelegram(SystemClock(), token=sample.TOKEN)
    texts = Texts(Path(__file__).parents[2] / "assistant" / "texts")
    await chat(
        sample.build(telegram),
        telegram,
        stdin=sys.stdin.buffer,
        stdout=sys.stdout,
        color=False,
        people=default_people(telegram, "en"),
        folder=folder,
        say=texts.language("en").say,
    )


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
