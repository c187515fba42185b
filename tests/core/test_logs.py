"""What the program writes about itself."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from assistant.core.logs import set_up_logs
from assistant.settings import Settings

TOKEN = "8123456789:AAEhBP0av28fakefakefakefakefakefake"
ADDRESS = f"https://api.telegram.org/bot{TOKEN}/sendMessage"


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    """Leave logging as it was: pytest listens there, too."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    root.handlers = []
    levels = {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "hpack")}
    yield
    root.handlers = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_is_never_written(form: str, settings: Settings) -> None:
    written = io.StringIO()
    set_up_logs(settings.model_copy(update={"log_level": "DEBUG", "log_format": form}), written)
    log = logging.getLogger("fieldline")
    log.info("GET %s", ADDRESS)
    log.info("The token `%s` was rejected", TOKEN)
    log.info("short: %s", "https://api.telegram.org/bot12:abc/getMe")
    log.info("with an extra", extra={"url": ADDRESS})
    log.error("failed", exc_info=ValueError(ADDRESS))
    logging.getLogger("httpx").warning("HTTP Request: POST %s", ADDRESS)
    text = written.getvalue()
    assert len(text.splitlines()) >= 6
    assert "GET https://api.telegram.org/***/sendMessage" in text
    assert "ValueError" in text
    assert "AAEh" not in text
    assert "abc" not in text


def test_the_password_of_a_proxy_is_never_written(settings: Settings) -> None:
    written = io.StringIO()
    set_up_logs(settings, written)
    logging.getLogger("fieldline").info("through %s", "socks5://officer:hunter2@10.0.0.1:1080")
    assert "socks5://***@10.0.0.1:1080" in written.getvalue()


def test_json_has_one_object_a_line_with_the_extra_values(settings: Settings) -> None:
    written = io.StringIO()
    set_up_logs(settings.model_copy(update={"log_format": "json"}), written)
    error = RuntimeError("broken\nin two lines")
    logging.getLogger("fieldline").error("no answer", exc_info=error, extra={"reference": "K7R4"})
    (line,) = written.getvalue().splitlines()
    record = json.loads(line)
    assert record["message"] == "no answer"
    assert record["level"] == "ERROR"
    assert record["reference"] == "K7R4"
    assert "RuntimeError: broken\nin two lines" in record["exception"]
    assert record["time"].endswith("+00:00")


def test_text_has_the_extra_values_behind_the_message(settings: Settings) -> None:
    written = io.StringIO()
    set_up_logs(settings, written)
    logging.getLogger("fieldline").warning("slow", extra={"update_id": 7})
    assert written.getvalue().endswith("WARNING fieldline: slow update_id=7\n")


def test_lines_about_single_requests_are_left_out(settings: Settings) -> None:
    written = io.StringIO()
    set_up_logs(settings, written)
    logging.getLogger("httpx").info("HTTP Request: POST")
    logging.getLogger("fieldline").debug("detail")
    logging.getLogger("fieldline").info("kept")
    assert [line.split(": ")[1] for line in written.getvalue().splitlines()] == ["kept"]
