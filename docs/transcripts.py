"""Write the transcripts of the docs anew: what the terminal chat prints for a script."""

import asyncio
import io
import re
import tempfile
from datetime import date
from pathlib import Path

from pydantic import SecretStr

from assistant.application import build
from assistant.core.clock import SystemClock
from assistant.core.texts import TEXTS, Texts
from assistant.local.api.telegram import LocalTelegram
from assistant.local.terminal.chat import chat, default_people
from assistant.local.transport import LocalRequest
from assistant.settings import Settings
from assistant.verbs.chat import LOCAL_TOKEN
from knowledge import Knowledge

ROOT = Path(__file__).parents[1]
PAGES = {
    "README.md": "docs/first-minute.txt",
    "docs/sixty-questions.md": "docs/sixty-questions.txt",
}
DAY = date(2026, 6, 24)  # the law moves on; a transcript shows it as on one day

_BLOCK = re.compile(
    r"(<!-- transcript: [\w./-]+ -->\n```text\n)(.*?)(```\n<!-- end -->)", re.DOTALL
)


def played(base: Knowledge, script: Path) -> str:
    """Give what the terminal chat prints for a script, a line a message."""
    telegram = LocalTelegram(SystemClock(), token=LOCAL_TOKEN)
    settings = Settings.model_construct(telegram_bot_token=SecretStr(LOCAL_TOKEN))
    application = build(settings, base=base, request=LocalRequest(telegram))
    printed = io.StringIO()
    with script.open("rb") as lines, tempfile.TemporaryDirectory() as folder:
        asyncio.run(
            chat(
                application,
                telegram,
                stdin=lines,
                stdout=printed,
                color=False,
                people=default_people(telegram, "en"),
                folder=Path(folder),
                say=Texts(TEXTS).default.say,
            )
        )
    return printed.getvalue()


def shown(page: str) -> str:
    """Give the transcript that a page shows.

    Raises:
        ValueError: it has none.
    """
    return _parts(page)[1]


def main() -> None:
    """Write them."""
    base = Knowledge.open(Settings.load().data_dir / "knowledge", today=lambda: DAY)
    for name, script in PAGES.items():
        page = ROOT / name
        text = page.read_text(encoding="utf-8")
        before, _, after = _parts(text)
        page.write_text(before + played(base, ROOT / script) + after, encoding="utf-8")


def _parts(page: str) -> tuple[str, str, str]:
    """Part a page at its transcript."""
    if not (block := _BLOCK.search(page)):
        raise ValueError("there is no transcript between its two comments")
    return page[: block.start(2)], block[2], page[block.end(2) :]


if __name__ == "__main__":
    main()
