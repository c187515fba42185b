"""Fieldline: a Telegram assistant for customs officers."""

import os

# python-telegram-bot reads this one itself: durations as timedelta, not as deprecated numbers.
os.environ.setdefault("PTB_TIMEDELTA", "1")
