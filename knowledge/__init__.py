"""The local knowledge base: species, chemicals, wastes, tariff and UN numbers; knows no bot.

`Knowledge.open(folder)` opens it, `ask(text)` answers a question, `find_in(sentence)` says what a
sentence names.
"""

from knowledge.answers import GUESSED, Answer, Hit, Remark, Verdict, Why, as_json
from knowledge.base import Knowledge
from knowledge.entries import Entry, Kind, Source
from knowledge.living import Living
from knowledge.loader import TableError
from knowledge.search.spans import Span
from knowledge.search.tracing import Path, Step

__all__ = [
    "GUESSED",
    "Answer",
    "Entry",
    "Hit",
    "Kind",
    "Knowledge",
    "Living",
    "Path",
    "Remark",
    "Source",
    "Span",
    "Step",
    "TableError",
    "Verdict",
    "Why",
    "as_json",
]
