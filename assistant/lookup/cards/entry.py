"""The card of an entry: what it is, what the law says, and on what that rests."""

from collections.abc import Iterable

from assistant.core.html import bold, clip, code, escape
from assistant.core.messaging.card import Card
from assistant.core.texts import Language
from assistant.lookup.cards.law import is_closed, law_lines, status
from knowledge import Entry, Hit, Kind, Knowledge
from knowledge.entries import Naming
from knowledge.wording import squash

MOST_NAMES = 8


def entry_card(
    language: Language, base: Knowledge, entry: Entry, reasons: Iterable[str] = ()
) -> Card:
    """Give the card of an entry; `reasons` say in plain text why it came up."""
    source = base.source(entry)
    first = headline(language, base, entry)
    lines = [bold(first)]
    if entry.title not in first:
        lines.append(escape(entry.title))
    lines += law_lines(language, base, entry)
    if names := _other_names(entry, language.code):
        lines.append(escape(language.say("lookup-more-names", names=", ".join(names))))
    if entry.codes:
        shown = " · ".join(code(one.shown) for one in entry.codes[:MOST_NAMES])
        lines.append(language.say("lookup-codes", codes=shown))
    lines += map(escape, reasons)
    dated = source.law_date.isoformat()
    lines += [
        escape(language.say("lookup-source", title=source.title, date=dated)),
        escape(language.say("lookup-national-law")),
    ]
    return Card(clip("\n".join(lines)))


def headline(language: Language, base: Knowledge, entry: Entry) -> str:
    """Give the first line in plain text: what it is, and the strictest that the law says of it."""
    name = called(entry, language.code)
    says = status(language, base, entry)
    if is_closed(base, entry):
        return says
    return f"{name} – {says}" if says else name


def called(entry: Entry, lang: str) -> str:
    """Give the name by which a reader of a language knows the entry."""
    if entry.kind is not Kind.SPECIES:
        return entry.title
    own = [name.text for name in entry.names if name.naming is Naming.COMMON and name.lang == lang]
    return f"{own[0]}, {entry.title}" if own else entry.title


def short_name(hit: Hit) -> str:
    """Give the words of a button: the entry, and the name that was hit where it differs."""
    title = hit.entry.title
    return title if hit.matched in title else f"{title} ({hit.matched})"


def _other_names(entry: Entry, lang: str) -> list[str]:
    """Give a few names in the reader's language, else in English, the title and codes left out.

    Names in trade come first, then the shortest: what stands on labels rather than in handbooks.
    """
    if entry.kind in _NAMED_BY_THEIR_TITLE:
        own = [n.text for n in entry.names if n.lang == lang and n.naming is Naming.OFFICIAL]
        return [] if lang == "en" else own[:MOST_NAMES]
    known = {squash(entry.title), *(squash(one.shown) for one in entry.codes)}
    for wanted in (lang, "en"):
        names = [name for name in entry.names if name.lang == wanted]
        names.sort(key=lambda name: (name.naming is not Naming.TRADE, len(name.text)))
        fresh = {squash(name.text): name.text for name in reversed(names)}
        shown = [fresh[key] for key in reversed(fresh) if key not in known]
        if shown:
            return shown[:MOST_NAMES]
    return []


_NAMED_BY_THEIR_TITLE = frozenset({Kind.TARIFF, Kind.UN, Kind.RULE, Kind.WASTE})
