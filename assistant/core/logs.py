"""What the program writes about itself: lines for people or JSON for machines, never a secret."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import TextIO

from assistant.settings import Settings

_MASK = "***"
# A bot token, alone or in an address, and the user and password of a proxy.
_SECRET = re.compile(r"\b(?:bot)?\d+:[A-Za-z0-9_-]{20,}|bot\d+:[^\s/'\"]+|(?<=://)[^\s/@]+(?=@)")
_PLAIN = frozenset(vars(logging.makeLogRecord({})))
# These write addresses or one line a request at INFO; what goes wrong there, PTB raises.
_CHATTY = ("httpx", "httpcore", "hpack")


def set_up_logs(settings: Settings, stream: TextIO | None = None) -> None:
    """Log as the settings say, in place of any earlier set-up; to standard error by default."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_JsonFormatter() if settings.log_format == "json" else _TextFormatter())
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.root.level))


def mask(text: str) -> str:
    """Return the text with tokens and passwords replaced by ***."""
    return _SECRET.sub(_MASK, text)


class _TextFormatter(logging.Formatter):
    """Time in UTC, level, logger, message, and the record's extra values as key=value."""

    def format(self, record: logging.LogRecord) -> str:
        head = f"{_moment(record)} {record.levelname:<7} {record.name}: {record.getMessage()}"
        extra = "".join(f" {key}={value}" for key, value in _extra(record).items())
        trace = _trace(self, record)
        # Masked last, so that neither arguments nor tracebacks slip through.
        return mask(head + extra + (f"\n{trace}" if trace else ""))


class _JsonFormatter(logging.Formatter):
    """One JSON object a line, with the record's extra values as further keys."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_extra(record),
        }
        if trace := _trace(self, record):
            line["exception"] = trace
        return mask(json.dumps(line, ensure_ascii=False, default=str))


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key not in _PLAIN}


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    return formatter.formatException(record.exc_info) if record.exc_info else ""
