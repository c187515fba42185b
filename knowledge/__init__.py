"""The local knowledge base: species, chemicals, wastes, tariff and UN numbers; knows no bot.

`Knowledge.open(folder)` opens it, `ask(text)` answers a question, `find_in(sentence)` says what a
sentence names.
"""

from knowledge.answers import Answer, Hit, Remark, Verdict, Why, as_json
from knowledge.base import Knowledge
from knowledge.entries import Entry, Kind, Source
from knowledge.loader import TableError
from knowledge.search.spans import Span

__all__ = [
    "Answer",
    "Entry",
    "Hit",
    "Kind",
    "Knowledge",
    "Remark",
    "Source",
    "Span",
    "TableError",
    "Verdict",
    "Why",
    "as_json",
]
