"""The first line of a card: what it is, and the strictest that the law says of it."""

from assistant.core.texts import Language
from assistant.lookup.cards.law import is_closed, status
from knowledge import Entry, Hit, Kind, Knowledge
from knowledge.entries import Naming
from knowledge.reading.wording import squash

_LONGEST_TITLE = 70
_LONGEST_MATCH = 24


def headline(language: Language, base: Knowledge, entry: Entry, matched: str = "") -> str:
    """Give the first line in plain text; `matched` is the name by which the officer found it."""
    says = status(language, base, entry)
    if is_closed(base, entry):
        return says
    name = _beside(called(entry, language.code), matched)
    return f"{name} – {says}" if says else name


def called(entry: Entry, lang: str) -> str:
    """Give the name by which a reader of a language knows the entry, shortened to a line."""
    if entry.kind is Kind.SPECIES:
        names = (n.text for n in entry.names if n.naming is Naming.COMMON and n.lang == lang)
        common = next(names, "")
        return f"{common}, {entry.title}" if common else entry.title
    if entry.kind in {Kind.WASTE, Kind.TARIFF, Kind.UN}:
        return _shortened(entry.title)
    return entry.title


def short_name(hit: Hit) -> str:
    """Give the words of a button: the entry, and the name that was hit where it differs."""
    title = hit.entry.title
    return title if squash(hit.matched) in squash(title) else f"{title} ({hit.matched})"


def _beside(name: str, matched: str) -> str:
    """Put the officer's own word beside the official one, where it is another and short."""
    if not matched or len(matched) > _LONGEST_MATCH or squash(matched) in squash(name):
        return name
    return f"{name} ({matched})"


def _shortened(title: str) -> str:
    """End a long official title at a comma, a semicolon or a word; [More] has the whole."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:( ") + " …"
